import { meaningOfStatus, readStatus } from '../read/metadata/status.ts';
import { counterIn } from './counter-column.ts';
import type { IndexEntry } from './index-entry.ts';
import { hasKnownAddresses } from './line-addresses.ts';
import { commonForm, formOf, type LineForm, type Piece, type Sample, writeLine } from './line-form.ts';
import type { IndexBlock } from './read-index.ts';
import { splitSign, statusSignsIn } from './status-sign.ts';
import { cellsOf, padCell, writeRow } from './table-row.ts';

/** How many of the lines nearest to the new one show what a line looks like. */
const mostSamples = 20;

/** Writes the text of a line about an ADR, without its marker, as a block has it; undefined if its lines differ. */
export function writeItem(block: IndexBlock, entry: IndexEntry): string | undefined {
  const all = samplesOf(block);
  const samples = all.slice(-mostSamples);
  if (block.kind === 'table') return writeTableRow(block, samples, entry);
  const signs = statusSignsIn(all);
  const text = writeListItem(signs?.bare.slice(-mostSamples) ?? samples, entry);
  return text && (signs?.of(entry) ?? '') + text;
}

/** The lines of a block that list ADRs. */
export function samplesOf({ items }: IndexBlock): Sample[] {
  return items.flatMap(({ text, entry }) => (entry === undefined ? [] : [{ text, entry }]));
}

/** The lines of ADRs that have a number, or of those that have none, as the new one; all of them if there are none like it. */
function likeEntry(samples: readonly Sample[], { number }: IndexEntry): readonly Sample[] {
  const alike = samples.filter((sample) => (sample.entry.number === undefined) === (number === undefined));
  return alike.length > 0 ? alike : samples;
}

/** A form without the number that an ADR lacks: what is left of “ADR-7: ” without it says nothing. */
function withoutNumber(form: LineForm): LineForm {
  const isNumber = (index: number) => form[index] !== undefined && fieldOf(form[index]) === 'number';
  return form.flatMap((piece, index): readonly Piece[] => {
    if (typeof piece !== 'string') return isNumber(index) ? [] : [piece];
    const open = isNumber(index + 1) ? piece.replace(/(?:\bADR)?[-_ #]{0,3}$/i, '') : piece;
    return [isNumber(index - 1) ? open.replace(/^(?:[:.]|\s{0,3}[-–—])\s{1,3}/, '') : open];
  });
}

function writeListItem(all: readonly Sample[], entry: IndexEntry): string | undefined {
  const samples = likeEntry(all, entry);
  const found = commonForm(samples);
  const form = found && entry.number === undefined ? withoutNumber(found) : found;
  if (form === undefined || !has(form, 'url')) return undefined;
  if (samples.length === 1 && !['title', 'number', 'name'].some((field) => has(form, field))) return undefined;
  const line = has(form, 'title')
    ? writeLine(withoutWords(form), entry, '')
    : writeLine(firstWordsOnly(form), entry, entry.title);
  return hasKnownAddresses(line, entry, textsOf(samples)) ? line : undefined;
}

const textsOf = (samples: readonly Sample[]) => samples.map(({ text }) => text);

const fieldOf = (piece: Piece) => (typeof piece === 'string' ? undefined : piece.field);
const has = (form: LineForm, field: string) => form.some((piece) => fieldOf(piece) === field);

/** The title takes the place of the first words; what other words said of another ADR does not hold for this one. */
function firstWordsOnly(form: LineForm): LineForm {
  const first = form.findIndex((piece) => fieldOf(piece) === 'words');
  if (first === -1) return form;
  return [...form.slice(0, first + 1), ...withoutWords(form.slice(first + 1))];
}

const separators = ' \t-–—:·,;';

/** Marks around words, each with the one that closes it. */
const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '*': '*',
  _: '_',
  '`': '`',
  '"': '"',
  '“': '”',
  '„': '“',
};

/** Leaves out words, and the marks that set them apart. */
function withoutWords(form: LineForm): LineForm {
  const kept: Piece[] = [];
  const left = [...form];
  for (let piece = left.shift(); piece !== undefined; piece = left.shift()) {
    if (fieldOf(piece) !== 'words') {
      kept.push(piece);
      continue;
    }
    let before = typeof kept.at(-1) === 'string' ? String(kept.pop()) : '';
    let after = typeof left[0] === 'string' ? String(left.shift()) : '';
    while (before !== '' && after !== '' && pairs[before.slice(-1)] === after.charAt(0)) {
      before = before.slice(0, -1);
      after = after.slice(1);
    }
    left.unshift(trimEnd(before, separators) + after);
  }
  return kept.filter((piece) => piece !== '');
}

function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

interface Column {
  readonly samples: readonly Sample[];
  readonly isStatus: boolean;
  readonly isCounter: boolean;
  /** The sign for the status, where that is all that the cells have. */
  readonly sign: string | undefined;
  readonly form: LineForm | undefined;
  /** How much of the titles its words have, from 0 to 1. */
  readonly likeness: number;
}

function writeTableRow(block: IndexBlock, samples: readonly Sample[], entry: IndexEntry): string | undefined {
  const head = cellsOf(block.head ?? '');
  const rows = samples.map(({ text }) => cellsOf(text));
  const sample = rows.findLast(({ cells }) => cells.length === head.cells.length);
  if (sample === undefined) return undefined;
  const counter = counterIn(block);
  const columns = head.cells.map((_, index): Column => {
    const cells = samples.flatMap((one, row): Sample[] => {
      const { cells: own = [] } = rows[row] ?? {};
      return own.length === head.cells.length ? [{ text: own[index]?.trim() ?? '', entry: one.entry }] : [];
    });
    const isStatus = cells.filter(({ text }) => statusIn(text) !== undefined).length * 2 > cells.length;
    const isCounter = index === counter?.index;
    const last = cells.at(-1);
    const form = isCounter ? last && formOf(last) : isStatus ? undefined : commonForm(cells);
    const signs = statusSignsIn(cells);
    const isBare = signs?.bare.every(({ text }) => splitSign(text) === undefined && !/[\p{L}\p{N}]/u.test(text));
    const sign = isBare ? signs?.of(entry) : undefined;
    return { samples: cells, isStatus, isCounter, sign, form, likeness: likenessOf(cells) };
  });
  if (!columns.some(({ form }) => form && has(form, 'url'))) return undefined;
  const title = findTitleColumn(columns);
  const cells = columns.map((column, index) => {
    const cell = writeCell(column, entry, index === title);
    return hasKnownAddresses(cell, entry, textsOf(column.samples)) ? cell : emptyCell(column.samples);
  });
  return writeRow(
    sample,
    cells.map((cell, index) => padCell(cell, index, [head, ...rows])),
  );
}

/** The column for the title: one that has it, or else the one whose words are most like it, or else the first left. */
function findTitleColumn(columns: readonly Column[]): number | undefined {
  if (columns.some(({ form }) => form && has(form, 'title'))) return undefined;
  const open = [...columns.entries()].filter(
    ([, { form, isStatus, isCounter }]) => !isStatus && !isCounter && (form === undefined || has(form, 'words')),
  );
  const best = open.toSorted(([, one], [, other]) => other.likeness - one.likeness)[0];
  if (best !== undefined && best[1].likeness > 0.2) return best[0];
  const link = columns.findIndex(({ form }) => form && has(form, 'url'));
  return (open.find(([index]) => index >= link) ?? open[0])?.[0];
}

function writeCell({ samples, isStatus, isCounter, sign, form }: Column, entry: IndexEntry, isTitle: boolean): string {
  if (sign !== undefined) return sign;
  // The rows are counted when the new one is in its place.
  if (isCounter && form !== undefined) return writeLine(form, entry, '');
  if (isStatus) return writeStatusCell(samples, entry);
  if (isTitle)
    return form === undefined ? entry.title : wholeBold(writeLine(firstWordsOnly(form), entry, entry.title), entry);
  if (form === undefined) return emptyCell(samples);
  const tells = form.some((piece) => typeof piece !== 'string' && piece.field !== 'words');
  // What is left of “ADR-” without its words says nothing, and what only some lines say is about those.
  const isEmpty = !tells && (has(form, 'words') || !isConstant(samples, writeLine(form, entry, '')));
  return isEmpty ? emptyCell(samples) : writeLine(withoutWords(form), entry, '') || emptyCell(samples);
}

/** The share of the lines from which on a text that tells no fact is that of all. */
const nearlyAll = 0.8;

function isConstant(samples: readonly Sample[], text: string): boolean {
  return samples.filter((sample) => sample.text === text).length >= samples.length * nearlyAll;
}

/** A cell with a title, all bold if it begins so and what closed the bold words of other cells is not in its form. */
function wholeBold(cell: string, { title }: IndexEntry): string {
  if (cell.split('**').length % 2 === 1) return cell;
  return cell.startsWith('**') ? `**${title}**` : title;
}

/** What a house writes in a cell without anything to say. */
function emptyCell(samples: readonly Sample[]): string {
  return samples.find(({ text }) => /^(?:[-–—]{1,3}|n\/a)$/i.test(text))?.text ?? '';
}

/** A status as other lines have it, with their emoji and marks; else in the way in which they have others. */
export function writeStatusCell(samples: readonly Sample[], entry: IndexEntry): string {
  const { status } = entry;
  if (status === undefined) return '';
  const meaning = meaningOfStatus(status);
  const dated = datedStatus(samples, entry);
  if (dated !== undefined) return dated;
  const same = samples.findLast(({ text }) => {
    const found = statusIn(text);
    const isSame = found?.after === '' && meaningOfStatus(found.word) === meaning;
    return isSame && hasKnownAddresses(text, entry, textsOf(samples));
  });
  if (same !== undefined && meaning !== undefined) return same.text;
  const last = samples.findLast(({ text }) => statusIn(text)?.after === '');
  const { before, mark } = statusIn(last?.text ?? '') ?? { before: '', mark: '' };
  const isCapital = /^\p{Lu}/u.test(statusIn(last?.text ?? '')?.word ?? 'A');
  const word = isCapital ? status.charAt(0).toUpperCase() + status.slice(1) : status;
  // An emoji or an image is that of another status.
  return /\p{Extended_Pictographic}|\[/u.test(before) ? word : before + word + mark;
}

/** How many of the latest lines show whether a house has the date behind the status. */
const latest = 5;

/** A status with the date behind it, as most of the latest lines have it; undefined if they have none. */
function datedStatus(samples: readonly Sample[], entry: IndexEntry): string | undefined {
  const dates = samples.slice(-latest).map(({ text, entry: own }) => {
    const found = statusIn(text);
    const at = text.length - (found?.after.length ?? 0);
    const gap = text.slice(text.slice(0, at).trimEnd().length, at);
    const [lead, date] = found ? formOf({ text: text.slice(at), entry: own }) : [];
    if (typeof lead === 'object' && lead.field === 'date') return { open: gap, close: '', date: lead };
    const close = lead === '(' || lead === '（' ? pairs[lead] : undefined;
    const isBehind = close !== undefined && typeof date === 'object' && date.field === 'date';
    return isBehind ? { open: `${gap}${String(lead)}`, close, date } : undefined;
  });
  const shown = dates.filter((one) => one !== undefined);
  const last = shown.at(-1);
  if (last === undefined || entry.date === undefined || shown.length * 2 <= dates.length) return undefined;
  const bare = samples.map((sample) => {
    const found = statusIn(sample.text);
    return found
      ? { ...sample, text: sample.text.slice(0, sample.text.length - found.after.length).trimEnd() }
      : sample;
  });
  return `${writeStatusCell(bare, entry)}${last.open}${writeLine([last.date], entry, '')}${last.close}`;
}

/** The status that a cell begins with, but for emoji and marks. */
export function statusIn(
  text: string,
): { readonly before: string; readonly word: string; readonly mark: string; readonly after: string } | undefined {
  const { word, remainder } = readStatus(text);
  if (meaningOfStatus(word) === undefined) return undefined;
  const bare = word.replace(/^[^\p{L}]+/u, '');
  const inner = trimEnd(bare.split('](')[0] ?? bare, '*_`');
  return {
    before: word.slice(0, word.length - bare.length),
    word: inner,
    mark: bare.slice(inner.length),
    after: remainder.trim(),
  };
}

/** How much of the titles some cells have, from 0 to 1. */
function likenessOf(samples: readonly Sample[]): number {
  const shares = samples.map(({ text, entry }) => {
    const words = new Set(wordsOf(text));
    const wanted = wordsOf(entry.title);
    return wanted.length === 0 ? 0 : wanted.filter((word) => words.has(word)).length / wanted.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** Words; of scripts without blanks between words, pairs of characters. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(word)
      ? [...word].map((character, index, all) => character + (all[index + 1] ?? ''))
      : [word],
  );
}
