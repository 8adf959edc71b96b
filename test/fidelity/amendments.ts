import { dirname, relative, sep } from 'node:path';
import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { holdsSeveralAdrs } from '@gavel/adr/amend/several-adrs.ts';
import { type ReadEntry, readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { isInPart } from '@gavel/adr/read/links/phrases.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { StatedLink } from '@gavel/adr/read/warning.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import { entriesForLinks, isEmptyEntry } from '@gavel/adr/style/link-forms.ts';
import { isPastChange } from '../../src/decision/proposal/bond.ts';
import { type Finding, listed, mostCommon } from './finding.ts';
import { type Observed, observe } from './observe/observe.ts';

const date = '2026-11-20';

/**
 * Supersedes each ADR of a house once by a new one, and reads both again. What is superseded already stays as it is.
 * `all` are the same ADRs, observed.
 */
export function supersedeAll(
  adrs: readonly ArchiveFile[],
  all: readonly Observed[],
  fresh: Observed,
  style: HouseStyle,
): Finding[] {
  const words: Statements = { back: [], forth: [] };
  const findings = adrs.flatMap((adr, index) => {
    const entry = readAdrEntry(adr.text, adr.name);
    // Gavel leaves a file with several ADRs, and says so.
    const isLeft = isPastChange(entry.status, 'supersedes') || holdsSeveralAdrs(readAdr(adr.text, adr.name));
    return isLeft ? [] : supersede(adr, all[index], fresh, style, words);
  });
  return [
    ...findings,
    ...compareWords('link words: superseded by', all, fresh.name, words.back, supersededBy),
    ...compareWords('link words: supersedes', all, fresh.name, words.forth, supersedes),
  ];
}

/** The words that Gavel put before its links. */
interface Statements {
  readonly back: string[];
  readonly forth: string[];
}

function supersede(
  { name, text }: ArchiveFile,
  shown: Observed | undefined,
  fresh: Observed,
  style: HouseStyle,
  words: Statements,
): Finding[] {
  const entry = readAdrEntry(text, name);
  const title = fresh.document.title?.value ?? fresh.name;
  const toNew = { number: fresh.document.number?.value, title, file: pathFrom(name, fresh.name) };
  const toOld = { number: entry.number, title: entry.title, file: pathFrom(fresh.name, name) };
  const amended = amendAdr(text, { link: 'superseded by', to: toNew, date }, style);
  const newText = amendAdr(fresh.document.source.text, { link: 'supersedes', to: toOld, date }, style);
  const after = readAdrEntry(amended, name);
  const newAfter = readAdrEntry(newText, fresh.name);
  const before = new Set(text.split('\n'));
  const added = amended.split('\n').filter((line) => !before.has(line));
  const newBefore = new Set(fresh.document.source.text.split('\n'));
  const newAdded = newText.split('\n').filter((line) => !newBefore.has(line));
  words.back.push(...added.flatMap(wordsBeforeLink));
  words.forth.push(...newAdded.flatMap(wordsBeforeLink));
  const lost = lostText(text, amended);

  const found = { file: name, isOutlier: false };
  const told = listed(added.map((line) => line.trimEnd()));
  return [
    { ...found, feature: 'amend: nothing else changes', isSame: lost === undefined, gavel: told, house: lost ?? '' },
    {
      ...found,
      feature: 'amend: no second status',
      isSame: shown === undefined || shown.statuses === 0 || observe(amended, name).statuses <= shown.statuses,
      gavel: told,
      house: `keeps ${shown?.status ?? ''}`,
    },
    {
      ...found,
      feature: 'amend: status read again',
      isSame: after.status === 'superseded',
      gavel: `${told}, read as ${after.statusText || 'nothing'}`,
      house: `was ${entry.statusText || 'without status'}`,
    },
    {
      ...found,
      feature: 'amend: link read again',
      isSame: isNamed(after, 'superseded by', fresh.name, toNew.number),
      gavel: told,
      house: `links ${listed(after.links.map(({ kind, file }) => `${kind} ${file}`))}`,
    },
    {
      ...found,
      feature: 'amend: link back read again',
      isSame: isNamed(newAfter, 'supersedes', name, toOld.number),
      gavel: listed(newAdded),
      house: `links ${listed(newAfter.links.map(({ kind, file }) => `${kind} ${file}`))}`,
    },
  ];
}

/** Whether an ADR says of another what it should, by its file or by its number. */
function isNamed({ links, named }: ReadEntry, kind: StatedLink, file: string, number: number | undefined): boolean {
  return (
    links.some((link) => link.kind === kind && link.file === file) ||
    named.some((link) => link.kind === kind && link.number === number)
  );
}

/**
 * The first piece of a text that an amendment lost. Only words of a status may change, and what an empty entry for the
 * link has in it; everything else has to stay.
 */
export function lostText(before: string, after: string): string | undefined {
  const lines = after.split('\n');
  const kept = new Set([...statusLines(before), ...emptyEntriesIn(before).map(({ value }) => value.line - 1)]);
  let at = 0;
  // The last line may only get its end, where something was added below it.
  const all = before.split('\n');
  const last = all.at(-1) ?? '';
  if (last !== '' && !lines.includes(last) && lines.includes(`${last}\r`)) all[all.length - 1] = `${last}\r`;
  for (const [index, line] of all.entries()) {
    // A line that may change is only itself where it stood: another one further down may say the same.
    const next = kept.has(index) && lines[at] !== line ? -1 : lines.indexOf(line, at);
    if (next !== -1) at = next + 1;
    else if (!kept.has(index)) return line.trimEnd();
  }
  // In the line of a status, everything behind the word has to stay.
  const rest = [...restsOfStatus(before), ...emptyEntriesIn(before).map(({ key }) => key)].find(
    (text) => !after.includes(text),
  );
  return rest === undefined ? undefined : `… ${rest}`;
}

const emptyEntriesIn = (text: string) => entriesForLinks(readAdr(text), 'superseded by').filter(isEmptyEntry);

function statusLines(text: string): number[] {
  return statusesOf(text).map(({ line }) => line - 1);
}

/** What follows the word of each status on its line, and what is before it. */
function restsOfStatus(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return statusesOf(text).flatMap(({ line, value }) => {
    const written = lines[line - 1] ?? '';
    const at = written.indexOf(value.word);
    if (at === -1 || value.word === '') return [];
    const parts = [written.slice(0, at), written.slice(at + value.word.length)];
    return parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
  });
}

const statusesOf = (text: string) => readAdr(text).statuses;

/** “Superseded by” in the languages of ADRs: beginnings of words. */
const supersededBy =
  /(?:super[cs]eded|replaced|obsoleted|ersetzt|abgel[öo]st|remplac(?:é|ee|e\s+par)|reemplazad|sustituid|substitu[íi]d|sostituit|vervangen|zast[ąa]pion|замен[её]н|置き換え|已?被(?!\p{L}{4})|대체)/iu;
const supersedes =
  /(?:supers?[ce]+des|replaces|obsoletes|ersetzt|löst|remplace|reemplaza|sustituye|substitui|sostituisce|vervangt|zast[ęe]puje|заменяет|置き換え|取代|替代|대체)(?!\p{L})/iu;

/** The words in a line before its first link, without bullets and marks. */
function wordsBeforeLink(line: string): string[] {
  const before = /^(?<words>[^[\]]*)\[[^\]]*\]\(/.exec(line)?.groups?.words;
  if (before === undefined) return [];
  const words = before.replace(/^[\s>]*(?:[-*+] )?/, '').trim();
  return words === '' ? [] : [words];
}

function compareWords(
  feature: string,
  all: readonly Observed[],
  file: string,
  gavel: readonly string[],
  pattern: RegExp,
): Finding[] {
  const said = all.flatMap(({ document }) =>
    document.source.text.split('\n').flatMap((line) => (line.length < 400 ? wordsBeforeLink(line) : [])),
  );
  const statuses = all.flatMap(({ document }) =>
    document.statuses.map(({ value: { word, remainder } }) =>
      (word + remainder).replace(/\s*(?:\[|(?:\p{L}*-?|\p{Lu}{2,10} #?)\d).*$/su, ''),
    ),
  );
  const labels = all.flatMap(({ document }) =>
    [...document.source.text.matchAll(/\*\*(?<label>[^*\n\d]{1,30}?)[:：]?\*\*(?<after>[^\n]*)/g)].flatMap(
      ({ groups }) => (isStatement(groups?.after ?? '') ? [groups?.label ?? ''] : []),
    ),
  );
  const known = [...said, ...statuses, ...labels]
    .map(endOf)
    // What is superseded in part is not what Gavel says here.
    .filter((words) => words.length < 30 && pattern.exec(words)?.index === 0 && !isInPart(words));
  const usual = mostCommon(known);
  const written = mostCommon(gavel);
  if (written === undefined) return [];
  return [
    {
      feature,
      file,
      // What no ADR shows is spelled as in a dictionary.
      isSame: usual === undefined ? !/superced/i.test(written) : known.includes(endOf(written)),
      isOutlier: false,
      gavel: endOf(written),
      house: usual ?? '(no example; as in a dictionary)',
    },
  ];
}

/** Whether what follows a label names an ADR, or is left empty: what explains the word in a sentence is no statement. */
const isStatement = (after: string) => /\d|\]\(/.test(after) || (after.match(/\p{L}+/gu) ?? []).length < 2;

/** The last words before a link, behind a label such as “Status:”, or the label itself if it is right before the link. */
const endOf = (words: string) =>
  words
    .replaceAll(/["'*_]/g, '')
    .replace(/^.*\s[|·•]\s/, '')
    .replace(/^.*[:：]\s*(?=\S)/, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s?[:：]?\s*[(（]?\s*$/, '');

/** The way from one file to another. */
function pathFrom(from: string, to: string): string {
  return relative(dirname(from), to).split(sep).join('/');
}
