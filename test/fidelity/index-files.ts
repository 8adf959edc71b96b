import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { decodeFile } from '@gavel/adr/doctor/file-doubts.ts';
import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { listsNearlyAll } from '@gavel/adr/index/read-index.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import { baseName, folderOf } from '@gavel/adr/name/adr-path.ts';
import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { linkedFile } from '@gavel/adr/read/links/linked-file.ts';
import { readDate } from '@gavel/adr/read/metadata/date.ts';
import { meaningOfStatus, readStatus } from '@gavel/adr/read/metadata/status.ts';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import { longestAdr } from '@gavel/adr/text/file-text.ts';
import type { Finding } from './finding.ts';
import type { House } from './house.ts';

/** How many folders above a house are searched for an index. */
const mostAbove = 4;

/** The fewest ADRs that a file lists if it is an index. */
const fewestListed = 3;

/** Takes the line of the last ADR out of each index of a house, has Gavel add it again, and compares. */
export function compareIndexes(house: House): Finding[] {
  const { adrs, indexes } = sortFiles(house.files.map(({ name }) => name));
  const [known, updated] = [new Set(adrs), new Set(indexes)];
  const inside = house.files.filter(({ name }) => !known.has(name));
  const findings = inside.flatMap((file) => compareIndex(file, house.adrs, updated.has(file.name), 'index'));
  return [
    ...findings,
    ...filesAbove(house.folder).flatMap((file) => compareIndex(file, house.adrs, false, '  above the folder')),
  ];
}

/** Markdown files in the folders above, by their ways from the house. */
function filesAbove(folder: string): ArchiveFile[] {
  const files: ArchiveFile[] = [];
  let place = resolve(folder);
  for (let count = 0; count < mostAbove; count += 1) {
    // The root of a repository has nothing above it that belongs to it.
    if (existsSync(join(place, '.git'))) break;
    place = dirname(place);
    for (const name of readdirSync(place)) {
      const path = join(place, name);
      if (!/\.(?:md|markdown)$/i.test(name) || !lstatSync(path).isFile() || statSync(path).size > longestAdr) continue;
      files.push({ name: relative(resolve(folder), path).split(sep).join('/'), text: decodeFile(readFileSync(path)) });
    }
  }
  return files;
}

/** A row of a table, or an item of a list. */
const isEntry = /^\s*(?:\||[-*+]\s|\d{1,9}[.)]\s)/;

/** An item that is about something else and only names an ADR at its end: “- **Pot**: holds the tea (see [ADR-2](0002-a.md))”. */
const isMention =
  /^\s*(?:[-*+]|\d{1,9}[.)])\s[^[\]|]{20,400}[(（][^()[\]（）|]{0,20}\[[^[\]]{1,80}\]\([^()\s]{1,200}\)[)）]\.?\s*$/;

/** The share of the ADRs that an index lists if none is beside it, or it has another name. Others mention some. */
const shareListed = 0.5;

function compareIndex(
  { name, text }: ArchiveFile,
  adrs: readonly ArchiveFile[],
  isUpdated: boolean,
  feature: string,
): Finding[] {
  const lines = text.split('\n');
  const ways = new Set(adrs.map((adr) => pathFrom(name, adr.name)));
  const linesOf = (adr: ArchiveFile) => {
    const all = lines.flatMap((line, index) => (isAbout(line, pathFrom(name, adr.name), ways) ? [index] : []));
    // A note about an ADR that has an entry is no second entry.
    const entries = all.filter((index) => isEntry.test(lines[index] ?? ''));
    return (entries.length > 0 ? entries : all).filter((index) => !isMention.test(lines[index] ?? ''));
  };
  const listed = adrs.filter((adr) => linesOf(adr).length > 0);
  const last = lastOf(listed, (adr) => linesOf(adr).at(-1) ?? 0);
  const isOfTheirs = isUpdated && adrs.some((adr) => folderOf(adr.name) === folderOf(name));
  const fewest = isOfTheirs ? fewestListed : Math.max(fewestListed, adrs.length * shareListed);
  if (last === undefined || listed.length < fewest) return [];
  const own = new Set(linesOf(last));
  // What is told below the line of an ADR, deeper, is a part of it.
  const told = new Set([...own].flatMap((index) => linesBelow(lines, index)));
  if (told.size > 0) {
    const bare = lines.filter((_, index) => !told.has(index)).join('\n');
    return compareIndex({ name, text: bare }, adrs, isUpdated, feature);
  }
  // Where entries have blank lines between them, one of the two around this one goes with it.
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  const isLoose = own.size === 1 && [...own].every((index) => isBlank(index - 1) && isBlank(index + 1));
  const gone = new Set(isLoose ? [...own].flatMap((index) => [index - 1, index]) : own);
  const without = lines.filter((_, index) => !gone.has(index)).join('\n');
  const entries = adrs.map((adr) => entryOf(adr, name));
  const [at = 0] = own;
  const house = lines[at] ?? '';
  const entry = withFactsOf(house, entries[adrs.indexOf(last)], entries);
  if (entry === undefined) return [];
  const others = entries.filter(({ file }) => file !== entry.file);
  const isSeen = isUpdated || listsNearlyAll(without, others.filter(isBelow));
  const { text: updated, left } = isSeen ? updateIndex(without, entry, others) : { text: without, left: undefined };
  const isTouched = updated !== without;
  const isLeft = !isTouched && (left !== undefined || isLeftToOthers(text, house));
  const written = addedLines(without.split('\n'), updated.split('\n'));
  const [{ at: place, line: gavel } = { at: -1, line: '' }] = written;
  const neighbors = listed.flatMap((adr) => (adr === last ? [] : linesOf(adr).map((index) => lines[index] ?? '')));
  const bareOf = (index: number, line: string) => withoutRemarks(lines[index] ?? '', line, neighbors);
  const [bare, retitled] = [bareOf(at, gavel), withTitleOf(gavel, bareOf(at, gavel), entry.title)];
  const isTitled = withoutWidths(retitled) === withoutWidths(bare);
  // One of several lists may be left, if that is said.
  const kept = left === 'unclear in part' ? choices([...own], written.length) : [[...own]];
  const isKnown = kept.some((places) => {
    const all = lines.flatMap((line, index) => {
      const { line: added = '' } = written[places.indexOf(index)] ?? {};
      if (places.includes(index)) return [withTitleOf(added, bareOf(index, added), entry.title)];
      return own.has(index) ? [] : [line];
    });
    return withoutWidths(updated) === withoutWidths(all.join('\n'));
  });
  const found = {
    file: name,
    isOutlier: isUnlikeOthers({ house: bare, gavel, neighbors }) || isOutOfOrder(listed.map(linesOf)),
    gavel: isTouched
      ? `line ${place + 1}: ${gavel}${written.length > 1 ? ` (and ${written.length - 1} more)` : ''}${left === undefined ? '' : `, and says: ${left}`}`
      : `(leaves it as it is${left === undefined ? '' : `, and says: ${left}`})`,
    house: `line ${at + 1}: ${house}${own.size > 1 ? ` (and ${own.size - 1} more)` : ''}`,
  };
  const isSame = isLeft || isKnown;
  if (feature !== 'index') return [{ ...found, feature, isSame }];
  // What a tool writes is left to it.
  const isForGavel = left !== 'generated' && (isTouched || left !== undefined || !isLeftToOthers(text, house));
  const share = isForGavel ? [{ ...found, feature: '  written, not left', isSame: isTouched }] : [];
  if (!isTouched) return [{ ...found, feature, isSame }, ...share];
  return [
    { ...found, feature, isSame },
    ...share,
    { ...found, feature: '  title letter by letter', isSame: isTitled },
    { ...found, feature: '  no cell left for people', isSame: bare === house },
  ];
}

/** The lines right below one that are deeper in it. */
function linesBelow(lines: readonly string[], index: number): number[] {
  const indentOf = (line: string) => /^ {0,40}/.exec(line)?.[0].length ?? 0;
  const below = lines.slice(index + 1);
  const isDeeper = (line: string) => line.trim() !== '' && indentOf(line) > indentOf(lines[index] ?? '');
  const length = below.findIndex((line) => !isDeeper(line));
  return Array.from({ length: length === -1 ? below.length : length }, (_, at) => index + 1 + at);
}

/** Whether the line of a house has a remark behind it that hardly any other has. */
function isUnlikeOthers({
  house,
  gavel,
  neighbors,
}: Readonly<Record<'house' | 'gavel', string> & { neighbors: readonly string[] }>): boolean {
  const remark = /(?<=\))\s+\S.*$/;
  const others = neighbors.filter((line) => remark.test(line));
  const isRemarked = gavel !== '' && house.startsWith(gavel) && remark.test(house.slice(gavel.length - 1));
  return !house.startsWith('|') && isRemarked && others.length < neighbors.length * (1 - nearlyAll);
}

/** Whether the line of the last ADR is between those of others, all of which are in order. `places` are their lines. */
function isOutOfOrder(places: readonly (readonly number[])[]): boolean {
  if (places.some(({ length }) => length !== 1)) return false;
  const all = places.flat();
  const [last = 0, others] = [all.at(-1), all.slice(0, -1)];
  const isSorted = (numbers: readonly number[]) =>
    numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? 0) < number);
  const isBetween = last > Math.min(...others) && last < Math.max(...others);
  return isBetween && (isSorted(others) || isSorted(others.toReversed()));
}

/** The lines that a text has gained, and where they are in it. */
function addedLines(before: readonly string[], after: readonly string[]): { at: number; line: string }[] {
  let next = 0;
  return after.flatMap((line, at) => {
    if (line !== before[next]) return line.trim() === '' ? [] : [{ at, line }];
    next += 1;
    return [];
  });
}

/** All choices of so many of some places, in order. */
function choices(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return places.flatMap((place, index) =>
    choices(places.slice(index + 1), count - 1).map((others) => [place, ...others]),
  );
}

/** The newest of some ADRs: the last one, or where neither numbers nor dates tell, the one that is listed last. */
function lastOf(adrs: readonly ArchiveFile[], lineOf: (adr: ArchiveFile) => number): ArchiveFile | undefined {
  const isOrdered = adrs.some(({ name }) => /\d/.test(name));
  return (isOrdered ? adrs : adrs.toSorted((one, other) => lineOf(one) - lineOf(other))).at(-1);
}

/**
 * What Gavel knows of an ADR when its line is written. A decision always has a date, so one that is only in the index is
 * known, too, and its status may have changed since.
 */
function withFactsOf(line: string, entry: IndexEntry | undefined, all: readonly IndexEntry[]): IndexEntry | undefined {
  const words = line.startsWith('|') ? line.split('|').map((cell) => readStatus(cell.trim()).word) : [];
  const then = words.find((word) => meaningOfStatus(word) !== undefined);
  const now = entry?.status === undefined ? undefined : meaningOfStatus(entry.status);
  const isOther = meaningOfStatus(then ?? '') !== now || all.some(({ status }) => status === then);
  const hasChanged = then !== undefined && now !== undefined && then !== entry?.status && isOther;
  return (
    entry && { ...entry, date: entry.date ?? readDate(line)?.date, status: hasChanged ? bareWord(then) : entry.status }
  );
}

const isBelow = ({ file }: IndexEntry) => !file.startsWith('../');
const bareWord = (word: string) => word.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const bareTitle = (title: string) => title.replaceAll(/[\\`*_]/g, '').toLowerCase();

const hasTitle = (line: string, title: string) => bareTitle(line).includes(bareTitle(title));

/**
 * The line of a house with Gavel's title in the place of its own words for it, which people shorten: in the same cell, in
 * the link, or behind it. A line in which Gavel's has no title in such a place stays as it is.
 */
function withTitleOf(gavel: string, house: string, title: string): string {
  if (gavel.startsWith('|')) {
    const [own, cells] = [gavel.split('|'), house.split('|')];
    if (own.length !== cells.length) return house;
    return cells
      .map((cell, at) => (hasTitle(own[at] ?? '', title) ? withLinkText(own[at] ?? '', cell) : cell))
      .join('|');
  }
  return hasTitle(house, title) ? withCaseOf(gavel, house) : withLinkText(gavel, house);
}

/** A text as another one, where only letters of a title are large in one and small in the other. */
const withCaseOf = (gavel: string, house: string) => (gavel.toLowerCase() === house.toLowerCase() ? gavel : house);

const linked = /^(?<before>[^[]*\[)(?<text>[^\]]*)(?<link>\]\([^)]*\))(?<after>.*)$/s;

/** A text with the words of another in its link, and behind it. */
function withLinkText(from: string, text: string): string {
  const [one, other] = [linked.exec(from)?.groups, linked.exec(text)?.groups];
  if (one === undefined || other === undefined) return one === other ? from : text;
  const { text: own = '', after: ownAfter = '' } = one;
  const { before = '', text: words = '', link = '', after = '' } = other;
  const number = /^(?:\p{L}*[-# ]?\d+[^\p{L}\d]*)?/u;
  // The number in front of a title is none of its words.
  const isWritten = number.exec(words)?.[0] === number.exec(own)?.[0];
  const mark = /^\s*(?:[-–—:]\s*)?/;
  const isBehind = mark.exec(ownAfter)?.[0] === mark.exec(after)?.[0];
  const isEnded = (ownAfter.trim() === '') === (after.trim() === '');
  return before + (isWritten ? own : words) + link + (isBehind && isEnded ? ownAfter : after);
}

/** Whether a line is about an ADR: it is the first of the `adrs` that it links to, or its file is named. */
function isAbout(line: string, file: string, adrs: ReadonlySet<string>): boolean {
  const urls = [...line.matchAll(/\]\(<?(?<url>[^)\s>]+)/g)].map(({ groups }) => linkedFile(groups?.url ?? ''));
  const first = urls.find((url) => url !== undefined && adrs.has(url));
  if (first !== undefined) return first === file;
  const base = baseName(file).replace(/\.\w+$/, '');
  // A line that names another file first, such as the one that it was, is about that one.
  const [named] = line.match(/[^\s`|()[\]/]{1,200}\.(?:md|markdown)(?!\w)/gi) ?? [];
  const isFirst = named === undefined || named.startsWith(`${base}.`);
  return urls.length === 0 && /\d{3}/.test(base) && base.length > 8 && line.includes(base) && isFirst;
}

/** From this share of the lines on, a text in them is what the house has there. */
const nearlyAll = 0.8;

/**
 * A line without what only people can say of an ADR, and what Gavel therefore leaves out: cells for which the others have
 * different texts, and words behind the link or behind a status that are different in nearly every line.
 */
export function withoutRemarks(line: string, gavel: string, neighbors: readonly string[]): string {
  const areDifferent = (texts: readonly string[]) => new Set(texts).size > texts.length * 0.6;
  if (!line.startsWith('|')) {
    const end = /(?<=\))\s*(?:[-–—:(].*)?$/;
    const isBare =
      end.exec(gavel)?.[0].trim() === '' && areDifferent(neighbors.map((other) => end.exec(other)?.[0] ?? ''));
    return isBare ? line.replace(end, end.exec(gavel)?.[0] ?? '') : line;
  }
  const cells = line.split('|');
  const [own, others] = [gavel.split('|'), neighbors.map((other) => other.split('|'))];
  if (own.length !== cells.length) return line;
  const isEmpty = (cell: string) => /^\s*(?:[-–—]{1,3})?\s*$/.test(cell);
  const isUnknown = (texts: readonly string[]) => {
    const most = Math.max(...[...Map.groupBy(texts, (text) => text.trim()).values()].map(({ length }) => length));
    return most < texts.length * nearlyAll;
  };
  return cells
    .map((cell, at) => {
      const [written = 'x', texts] = [own[at], others.map((other) => other[at] ?? '')];
      if (isEmpty(written)) return isUnknown(texts) ? written : cell;
      // A remark may be in the parentheses of a date.
      const bare = written.trim().replace(/[)）]$/, '');
      const remark = cell.trim().startsWith(bare) ? cell.trim().slice(bare.length) : '';
      const remarks = texts.map((text) => /(?:\s[-–—(]|[.;、,]).*$/s.exec(text.trim())?.[0] ?? '').filter(Boolean);
      const isRemark = bare === written.trim() ? /^\s+[-–—(]/ : /^[)）]?(?:\s+[-–—(]|[.;、,])/;
      return isRemark.test(remark) && areDifferent([...remarks, remark]) ? written : cell;
    })
    .join('|');
}

/** A file that a tool writes, or a line that is part of a sentence, is nothing for Gavel to change. */
function isLeftToOthers(text: string, line: string): boolean {
  const isGenerated = /generated|do not edit|adrlog|<!--\s*(?:toc|begin|start)|automatisch erzeugt/i.test(text);
  return isGenerated || !/^\s*(?:[-*+|]|\d+[.)])/.test(line);
}

/** An index without the widths of its columns, and without blanks at the ends of its lines. */
function withoutWidths(text: string): string {
  return text
    .replaceAll(/[ \t]+\|/g, ' |')
    .replaceAll(/-{3,}/g, '---')
    .replaceAll(/[ \t]+$/gm, '');
}

/** What Gavel says of an ADR in an index. */
function entryOf(adr: ArchiveFile, index: string): IndexEntry {
  const { number, title, statusText, date } = readAdrEntry(adr.text, adr.name);
  return {
    file: pathFrom(index, adr.name),
    number,
    title,
    status: readStatus(statusText).word || undefined,
    date,
  };
}

const pathFrom = (from: string, to: string) =>
  relative(dirname(join('/house', from)), join('/house', to)).replaceAll(sep, '/');
