import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { decodeFile } from '@gavel/adr/doctor/file-doubts.ts';
import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { linkedFile } from '@gavel/adr/read/links/linked-file.ts';
import { readStatus } from '@gavel/adr/read/metadata/status.ts';
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

function compareIndex(
  { name, text }: ArchiveFile,
  adrs: readonly ArchiveFile[],
  isUpdated: boolean,
  feature: string,
): Finding[] {
  const lines = text.split('\n');
  const linesOf = (adr: ArchiveFile) =>
    lines.flatMap((line, index) => (isAbout(line, pathFrom(name, adr.name)) ? [index] : []));
  const listed = adrs.filter((adr) => linesOf(adr).length > 0);
  const [last] = listed.slice(-1);
  if (last === undefined || listed.length < fewestListed) return [];
  const own = new Set(linesOf(last));
  const without = lines.filter((_, index) => !own.has(index)).join('\n');
  const entries = adrs.map((adr) => entryOf(adr, name));
  const entry = entries[adrs.indexOf(last)];
  if (entry === undefined) return [];
  const others = entries.filter((one) => one !== entry);
  const { text: updated, left } = isUpdated ? updateIndex(without, entry, others) : { text: without, left: undefined };
  const at = [...own][0] ?? 0;
  const isTouched = updated !== without;
  const isTitled = text.includes(entry.title);
  const isLeft = !isTouched && (left !== undefined || isLeftToOthers(text, lines[at] ?? ''));
  const place = updated.split('\n').findIndex((line, index) => line !== without.split('\n')[index]);
  const neighbors = listed.flatMap((adr) => (adr === last ? [] : linesOf(adr).map((index) => lines[index] ?? '')));
  const known = lines.map((line, index) =>
    own.has(index) ? withoutRemarks(line, updated.split('\n')[place] ?? '', neighbors) : line,
  );
  return [
    {
      feature,
      file: name,
      isSame: isLeft || withoutNames(updated, isTitled) === withoutNames(known.join('\n'), isTitled),
      isOutlier: false,
      gavel: isTouched
        ? `line ${place + 1}: ${updated.split('\n')[place] ?? ''}`
        : `(leaves it as it is${left === undefined ? '' : `, and says: ${left}`})`,
      house: `line ${at + 1}: ${lines[at] ?? ''}${own.size > 1 ? ` (and ${own.size - 1} more)` : ''}`,
    },
  ];
}

/** Whether a line is about an ADR: it links to it, or names its file. */
function isAbout(line: string, file: string): boolean {
  const urls = [...line.matchAll(/\]\(<?(?<url>[^)\s>]+)/g)].map(({ groups }) => linkedFile(groups?.url ?? ''));
  if (urls.includes(file)) return true;
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return urls.length === 0 && /\d{3}/.test(base) && base.length > 8 && line.includes(base);
}

/**
 * A line without what only people can say of an ADR: cells, and words behind the link, that are different in nearly every
 * line and that Gavel leaves empty.
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
  return cells
    .map((cell, at) =>
      isEmpty(own[at] ?? 'x') && areDifferent(others.map((other) => other[at] ?? '')) ? (own[at] ?? '') : cell,
    )
    .join('|');
}

/** A file that a tool writes, or a line that is part of a sentence, is nothing for Gavel to change. */
function isLeftToOthers(text: string, line: string): boolean {
  const isGenerated = /generated|do not edit|adrlog|<!--\s*(?:toc|begin|start)|automatisch erzeugt/i.test(text);
  return isGenerated || !/^\s*(?:[-*+|]|\d+[.)])/.test(line);
}

/** An index without the widths of its columns and, where people shorten titles, without the words of links and cells. */
function withoutNames(text: string, isTitled: boolean): string {
  const even = text.replaceAll(/[ \t]+\|/g, ' |').replaceAll(/-{3,}/g, '---');
  if (isTitled) return even;
  const unnamed = even.replaceAll(/\[[^\]\n]*\]\(/g, '[…](').replaceAll(/(?<=\| )[^|\n[]{25,}(?= \|)/g, '…');
  // Letters of Chinese, Japanese and Korean say twice as much; a title may also be behind the link.
  return unnamed
    .replaceAll(/(?<=\| )[^|\n[\p{ASCII}]{10}[^|\n[]*(?= \|)/gu, '…')
    .replaceAll(/^(?<link>\s*[-*+] \[…\]\([^)\n]*\)\s*[-–—:] ?)\S[^\n]*$/gm, '$<link>…');
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

function pathFrom(from: string, to: string): string {
  return relative(dirname(join('/house', from)), join('/house', to))
    .split(sep)
    .join('/');
}
