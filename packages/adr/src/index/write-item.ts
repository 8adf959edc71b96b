import { fieldOfEntry } from '../read/metadata/metadata-field.ts';
import { commonest } from '../style/vote.ts';
import { trimEnd } from '../text/trim-end.ts';
import { commonForm } from './common-form.ts';
import { type CounterColumn, counterIn } from './counter-column.ts';
import type { IndexEntry } from './index-entry.ts';
import { hasKnownAddresses } from './line-addresses.ts';
import { formOf, type LineForm, type Piece, type Sample, textsOf, writeLine } from './line-form.ts';
import { pairs } from './marks.ts';
import type { IndexBlock } from './read-index.ts';
import { statusIn, writeStatusCell } from './status-cell.ts';
import { splitSign, statusSignsIn } from './status-sign.ts';
import { cellsOf, padCell, writeRow } from './table-row.ts';

/** How many of the lines nearest to the new one show what a line looks like. */
export const mostSamples = 20;

/** Writes the text of a line about an ADR, without its marker, as a block has it; undefined if its lines differ. */
export function writeItem(
  block: IndexBlock,
  entry: IndexEntry,
  counter: CounterColumn | undefined = counterIn(block),
): string | undefined {
  const all = samplesOf(block);
  const samples = all.slice(-mostSamples);
  if (block.kind === 'table') return writeTableRow(block, samples, entry, counter);
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

/**
 * A form for an ADR that may lack the number which the others have: where that is all that their links say, it is the
 * title.
 */
function forEntry(form: LineForm, { number }: IndexEntry): LineForm {
  if (number !== undefined) return form;
  const bare = withoutNumber(form);
  const at = bare.findIndex((_, index) => isEmptyLink(bare, index));
  if (at === -1) return bare;
  const rest = bare.slice(at + 1).map((piece): Piece => (fieldOf(piece) === 'title' ? { field: 'words' } : piece));
  return [...bare.slice(0, at + 1), { field: 'title' }, ...withoutWords(rest)];
}

/** Whether a link without a text begins at the end of a piece. */
function isEmptyLink(form: LineForm, at: number): boolean {
  const [piece, next] = [form[at], form[at + 1]];
  return typeof piece === 'string' && piece.endsWith('[') && typeof next === 'string' && next.startsWith('](');
}

function writeListItem(all: readonly Sample[], entry: IndexEntry): string | undefined {
  const samples = likeEntry(all, entry);
  const found = commonForm(samples);
  const form = found && forEntry(found, entry);
  if (form === undefined || !has(form, 'url')) return undefined;
  if (samples.length === 1 && !namesAdr(form)) return undefined;
  const line = has(form, 'title')
    ? writeLine(withoutWords(form), entry, '')
    : writeLine(firstWordsOnly(form), entry, entry.title);
  return hasKnownAddresses(line, entry, textsOf(samples)) ? line : undefined;
}

/** Whether the lines of a list say more of an ADR than its facts and a title in the link, which nobody else can write. */
export function hasOwnWords(block: IndexBlock): boolean {
  if (block.kind === 'table') return false;
  const form = commonForm(samplesOf(block).slice(-mostSamples)) ?? [];
  const isInLink = (at: number) => {
    const before = form
      .slice(0, at)
      .map((piece) => (typeof piece === 'string' ? piece : ''))
      .join('');
    return before.lastIndexOf('[') > before.lastIndexOf(']');
  };
  return form.some((piece, at) => fieldOf(piece) === 'words' && !isInLink(at));
}

/** Whether a line shows people which ADR it is about. */
function namesAdr(form: LineForm): boolean {
  const isCode = form.some((piece, index) => fieldOf(piece) === 'url' && /`$/.test(String(form[index - 1])));
  return isCode || ['title', 'number', 'name'].some((field) => has(form, field));
}

const fieldOf = (piece: Piece) => (typeof piece === 'string' ? undefined : piece.field);
const has = (form: LineForm, field: string) => form.some((piece) => fieldOf(piece) === field);

/** The title takes the place of the first words; what other words said of another ADR does not hold for this one. */
function firstWordsOnly(form: LineForm): LineForm {
  const first = form.findIndex((piece) => fieldOf(piece) === 'words');
  if (first === -1) return form;
  return [...form.slice(0, first + 1), ...withoutWords(form.slice(first + 1))];
}

const separators = ' \t-–—:·,;';

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

interface Column {
  readonly samples: readonly Sample[];
  readonly isStatus: boolean;
  readonly isCounter: boolean;
  /** It is called “Date”, and has years in it, but no dates that can be read: “2025-01-XX”. */
  readonly isVagueDate: boolean;
  /** The sign for the status, where that is all that the cells have. */
  readonly sign: string | undefined;
  readonly form: LineForm | undefined;
  /** How much of the titles its words have, from 0 to 1. */
  readonly likeness: number;
}

function writeTableRow(
  block: IndexBlock,
  samples: readonly Sample[],
  entry: IndexEntry,
  counter: CounterColumn | undefined,
): string | undefined {
  const head = cellsOf(block.head ?? '');
  const rows = samples.map(({ text }) => cellsOf(text));
  // A head may have more cells than all rows.
  const count = commonest(rows.map(({ cells }) => cells.length));
  const sample = rows.findLast(({ cells }) => cells.length === count);
  if (sample === undefined) return undefined;
  const columns = sample.cells.map((_, index): Column => {
    const cells = samples.flatMap((one, row): Sample[] => {
      const { cells: own = [] } = rows[row] ?? {};
      return own.length === count ? [{ text: own[index]?.trim() ?? '', entry: one.entry }] : [];
    });
    const isStatus = cells.filter(({ text }) => statusIn(text) !== undefined).length * 2 > cells.length;
    const isCounter = index === counter?.index;
    const last = cells.at(-1);
    const common = isStatus ? undefined : commonForm(likeEntry(cells, entry));
    const form = isCounter ? last && formOf(last) : common && forEntry(common, entry);
    const signs = statusSignsIn(cells);
    const isBare = signs?.bare.every(({ text }) => splitSign(text) === undefined && !/[\p{L}\p{N}]/u.test(text));
    const sign = isBare ? signs?.of(entry) : undefined;
    const isVagueDate = !(form && has(form, 'date')) && isDateColumn(head.cells[index] ?? '', cells);
    return { samples: cells, isStatus, isCounter, isVagueDate, sign, form, likeness: likenessOf(cells) };
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
  // The name of its file shows what an ADR is about.
  if (columns.some(({ form }) => form && has(form, 'name'))) return undefined;
  const link = columns.findIndex(({ form }) => form && has(form, 'url'));
  return (open.find(([index]) => index >= link) ?? open[0])?.[0];
}

function isDateColumn(head: string, cells: readonly Sample[]): boolean {
  const years = cells.filter(({ text }) => /\d{4}/.test(text));
  return years.length * 2 > cells.length && fieldOfEntry(head.trim(), '2026-01-01') === 'date';
}

function writeCell(column: Column, entry: IndexEntry, isTitle: boolean): string {
  const { samples, isStatus, isCounter, isVagueDate, sign, form } = column;
  if (sign !== undefined) return sign;
  if (isVagueDate) return entry.date ?? emptyCell(samples);
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
