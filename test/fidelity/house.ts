import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { decodeFile } from '@gavel/adr/doctor/file-doubts.ts';
import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { type ArchiveFile, filesToLearnFrom } from '@gavel/adr/style/learn-style.ts';
import { longestAdr } from '@gavel/adr/text/file-text.ts';
import type { Reader } from '../../src/workflow/ports/archive/reader.ts';

/** A folder of ADRs. */
export interface House {
  readonly folder: string;
  /** All Markdown files in it and below. */
  readonly files: readonly ArchiveFile[];
  /** What Gavel takes for ADRs, in the order of their numbers or dates. */
  readonly adrs: readonly ArchiveFile[];
  readonly settings: string;
}

/** Reads a folder as Gavel does. Throws if there is none. */
export function readHouse(folder: string): House {
  const files = readFiles(folder, folder);
  const settings = files.find(({ name }) => name === '.gavel.yml')?.text ?? '';
  return houseOf(
    folder,
    files.filter(({ name }) => name !== '.gavel.yml'),
    settings,
  );
}

/** The house of some files. If most ADRs have a number or a date, a file without one is no ADR to compare with. */
export function houseOf(folder: string, files: readonly ArchiveFile[], settings = ''): House {
  const sorted = new Set(sortFiles(files.map(({ name }) => name)).adrs);
  const adrs = files.filter(({ name, text }) => sorted.has(name) && text.trim() !== '');
  const numbered = adrs.filter(({ name }) => orderOf(name) !== undefined);
  const known = numbered.length * 2 > adrs.length ? numbered : adrs;
  return { folder, files, adrs: known.toSorted((one, other) => inOrder(one.name, other.name)), settings };
}

function readFiles(root: string, folder: string): ArchiveFile[] {
  return readdirSync(folder).flatMap((name): ArchiveFile[] => {
    const path = join(folder, name);
    const shown = relative(root, path).split(sep).join('/');
    if (lstatSync(path).isSymbolicLink()) return [];
    if (lstatSync(path).isDirectory()) return /^\.|^node_modules$/.test(name) ? [] : readFiles(root, path);
    const isWanted = /\.(?:md|markdown)$/i.test(name) || shown === '.gavel.yml';
    return isWanted && statSync(path).size <= longestAdr ? [{ name: shown, text: decodeFile(readFileSync(path)) }] : [];
  });
}

/** The number or the date in a file's name, or else in the name of its folder. */
function orderOf(path: string): number | undefined {
  const [folder = '', file = ''] = [path.split('/').at(-2), path.split('/').at(-1)];
  const digits = /(?<!\p{L}v?)\d{1,8}(?!\d)(?:-\d{2}-\d{2}(?!\d))?/u;
  const found = digits.exec(file)?.[0] ?? digits.exec(folder)?.[0];
  return found === undefined ? undefined : Number(found.replaceAll('-', ''));
}

function inOrder(one: string, other: string): number {
  const [first = -1, second = -1] = [orderOf(one), orderOf(other)];
  return first - second || (one < other ? -1 : 1);
}

/** Learns a style from some files and applies the settings, as Gavel does before it publishes. */
export async function learnFrom(
  reader: Pick<Reader, 'learnStyle' | 'applySettings'>,
  files: readonly ArchiveFile[],
  settings: string,
): Promise<HouseStyle> {
  const sorted = sortFiles(files.map(({ name }) => name));
  const adrs = new Set(sorted.adrs);
  const superseded = files.filter(
    ({ name, text }) => adrs.has(name) && readAdrEntry(text, name).status === 'superseded',
  );
  const linked = new Set(superseded.map(({ name }) => name));
  const chosen = new Set(filesToLearnFrom(sorted, new Set(), linked));
  const known = files.map((file) => ({ ...file, isAdr: adrs.has(file.name) }));
  const style = await reader.learnStyle(known.filter(({ name }) => chosen.has(name)));
  return (await reader.applySettings(style, settings)).style;
}
