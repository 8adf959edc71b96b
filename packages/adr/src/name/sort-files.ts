import type { Status } from '../content/content.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { isMarked, readNameNumber } from './adr-mark.ts';
import { adrPathOf, baseName, folderOf, formatOf, isMarkdown } from './adr-path.ts';
import { hasOwnFolder, isAdrFile, isIndexName, isTemplate } from './file-kind.ts';
import type { Subfolders } from './subfolders.ts';
import { translationsIn } from './translations.ts';

/** What the files of an archive are, by their paths. Files below it that are none of these are left out. */
export interface SortedFiles {
  readonly adrs: readonly string[];
  readonly templates: readonly string[];
  /** Files that may list ADRs: a README.md of the archive, or of a folder with ADRs. */
  readonly indexes: readonly string[];
  /** Markdown that is none of these by its name, such as notes. */
  readonly notes: readonly string[];
  /** Files that would be ADRs if they were Markdown. */
  readonly unreadable: readonly string[];
}

/** How many names without number and date there must be for each one with, if they are to count below the folder. */
const plainShare = 20;

/** In the archive's own folder, names without either count no more when there are so many with, for each one without. */
const markedShare = 9;

/** Folders that hold something else wherever they are. */
const noFolder =
  /^(?:\..*|node_modules|vendor|templates?|images?|imgs?|pictures|assets?|media|static|attachments?|diagrams?|figures|meetings?|meeting[-_ ]notes|minutes|notes|logs|examples?|samples?|scripts|slides|presentations)$/i;

const templateFolder = /(?<![^/])templates?\/$/i;

/**
 * Sorts the files of an archive by what they are. In the archive's own folder, every Markdown file counts that is neither
 * a template nor an index, unless nearly all have a number or a date and it has none. Below it, a file counts if it has a
 * number or a date, or if it is in a folder named like a status. Any other counts only in a house where almost no file has
 * either. The translation of an ADR or a template beside it counts nowhere.
 */
export function sortFiles(paths: Iterable<string>, subfolders: Subfolders = true): SortedFiles {
  const isWanted = folderFilter(subfolders);
  const all = [...paths];
  const markdown = all.filter(isMarkdown);
  const wanted = markdown.filter((path) => isWanted(folderOf(path)));
  // A folder may have them all.
  const called = new Set(markdown.filter(isTemplate));
  const translated = translationsIn(called, () => true);
  const templates = [...called].filter(
    (path) => isWanted(folderOf(path).replace(templateFolder, '')) && !translated.has(path),
  );
  const others = wanted.filter((path) => !called.has(path));
  const ownFolders = findOwnFolders(others);
  const counted = others.filter((path) => !isBeside(path, ownFolders));
  const possible = new Set(
    counted.filter((path) => isAdrFile(path) && (!hasOwnFolder(path) || ownFolders.get(folderOf(path)) === path)),
  );
  const translations = translationsIn(counted);
  const mayBe = (path: string) => possible.has(path) && !translations.has(path);
  const isPlain = plainCounter(counted, mayBe);
  const isNote = noteFinder(counted, mayBe);
  const isListed = typeof subfolders !== 'boolean';
  const adrs = counted.filter(
    (path) => (mayBe(path) && !isNote(path) && (isListed || isCertain(path))) || isPlain(path),
  );
  const known = new Set(adrs);
  const rest = counted.filter((path) => !known.has(path));
  const indexes = rest.filter(isIndexName);
  const listing = new Set(indexes);
  const notes = rest.filter((path) => !listing.has(path));
  return { adrs, templates, indexes, notes, unreadable: unreadableIn(all, isWanted) };
}

/** Files in other formats with a number or a date. */
function unreadableIn(paths: readonly string[], isWanted: (folder: string) => boolean): string[] {
  return paths.filter((path) => {
    if (isMarkdown(path) || formatOf(path) === undefined || !isWanted(folderOf(path))) return false;
    return isMarked(adrPathOf(path).name) && !isTemplate(path) && !isIndexName(path);
  });
}

/** A name that says in its first word what it is, or begins with a number of another kind. */
const namedAdr = /^(?:adr(?![\p{L}\p{N}])|\d)/iu;

/** Tells notes in the archive's own folder, where nearly all others have a number or a date. */
function noteFinder(paths: readonly string[], mayBe: (path: string) => boolean): (path: string) => boolean {
  const isBare = (path: string) => folderOf(path) === '' && !isMarked(adrPathOf(path).name) && !namedAdr.test(path);
  const found = paths.filter(mayBe);
  const marked = found.filter((path) => isMarked(adrPathOf(path).name)).length;
  const bare = new Set(found.filter(isBare));
  return marked >= bare.size * markedShare ? (path) => bare.has(path) : () => false;
}

/** How likely a file is the ADR of its folder: one with its number more than an index. */
function rankOf(path: string): number {
  const { isInNumber, name, within = '' } = adrPathOf(path);
  return isInNumber || within.startsWith(`${name}.`) ? 0 : isIndexName(path) ? 1 : 2;
}

/**
 * The folders of single ADRs, with the file that is the ADR. A folder with a number whose files have numbers like it is
 * one of several.
 */
function findOwnFolders(paths: readonly string[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const path of paths.filter(hasOwnFolder)) {
    const known = folders.get(folderOf(path));
    if (known === undefined || rankOf(path) < rankOf(known)) folders.set(folderOf(path), path);
  }
  for (const path of paths) {
    const folder = folderOf(path);
    const [own, other] = [baseName(folder.slice(0, -1)), adrPathOf(path)].map((one) =>
      readNameNumber(typeof one === 'string' ? one : one.name),
    );
    if (own === undefined || other === undefined || !folders.has(folder) || hasOwnFolder(path)) continue;
    if (other.digits.length >= own.digits.length && Number(other.digits) !== Number(own.digits)) folders.delete(folder);
  }
  return folders;
}

function folderFilter(subfolders: Subfolders): (folder: string) => boolean {
  if (subfolders === false) return (folder) => folder === '';
  if (subfolders === true) return (folder) => !folder.split('/').some((name) => noFolder.test(name));
  const patterns = subfolders.map((pattern) => pattern.split('/').filter(Boolean));
  return (folder) => {
    const names = folder.split('/').slice(0, -1);
    const fits = (pattern: readonly string[]) =>
      names.length >= pattern.length && pattern.every((one, index) => one === '*' || one === names[index]);
    return folder === '' || patterns.some(fits);
  };
}

/** Whether a file is in the folder of a single ADR, or below it, and is not that ADR. */
function isBeside(path: string, ownFolders: ReadonlyMap<string, string>): boolean {
  const folder = folderOf(path);
  for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', end + 1)) {
    const main = ownFolders.get(folder.slice(0, end + 1));
    if (main !== undefined) return path !== main;
  }
  return false;
}

/** Whether a file that may be an ADR is one whatever the others are called. */
function isCertain(path: string): boolean {
  const { area, name } = adrPathOf(path);
  return folderOf(path) === '' || isMarked(name) || isOfStatus(area);
}

/** Whether one of the folders of a path is named like a status. */
function isOfStatus(folder: string): boolean {
  return folder.split('/').some((name) => statusOfFolder(name) !== undefined);
}

/** The status that the name of a folder means. */
export function statusOfFolder(name: string): Status | undefined {
  const word = name.replaceAll(/[-_]/g, ' ');
  return meaningOfStatus(word) ?? meaningOfStatus(word.replace(/s$/i, ''));
}

/** Tells files without number and date that are ADRs, since most of the archive's are called that way. */
function plainCounter(paths: readonly string[], mayBe: (path: string) => boolean): (path: string) => boolean {
  const marked = paths.filter((path) => mayBe(path) && isMarked(adrPathOf(path).name)).length;
  const holders = new Map<string, number>();
  for (const path of paths) {
    const folder = folderOf(path);
    for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', end + 1)) {
      const one = folder.slice(0, end + 1);
      holders.set(one, (holders.get(one) ?? 0) + 1);
    }
  }
  // An index alone in its folder is that folder's only text.
  const isAlone = (path: string) => adrPathOf(path).within !== undefined && holders.get(folderOf(path)) === 1;
  const plain = new Set(paths.filter((path) => !isMarked(adrPathOf(path).name) && (mayBe(path) || isAlone(path))));
  return marked * plainShare <= plain.size ? (path) => plain.has(path) : () => false;
}

/** Whether each folder of an archive counts its ADRs for itself: several have one with the number 1. */
export function countsByArea(adrs: Iterable<{ readonly file: string; readonly number: number | undefined }>): boolean {
  const numbers = new Map<string, Set<number>>();
  for (const { file, number } of adrs) {
    if (number === undefined) continue;
    const series = seriesOf(file, true);
    numbers.set(series, (numbers.get(series) ?? new Set()).add(number));
  }
  return [...numbers.values()].filter((area) => area.has(1)).length > 1;
}

/**
 * The ADRs that are counted together with the one at a path: '' for all of them, or a folder. A folder for a status has no
 * series of its own, since ADRs move from one to another.
 */
export function seriesOf(path: string, isByArea: boolean): string {
  if (!isByArea) return '';
  const names = adrPathOf(path).area.split('/');
  return names.filter((name) => statusOfFolder(name) === undefined).join('/');
}
