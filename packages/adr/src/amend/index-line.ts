import { adrPathOf, pathAlong } from '../name/adr-path.ts';
import { linkedFile, urlOfFile } from '../read/links.ts';

/** What an index says about an ADR. `file` is the way to it from the index (`pathFrom`). */
export interface IndexEntry {
  readonly file: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: string | undefined;
  /** In the form that the index uses. */
  readonly date: string | undefined;
}

interface Line {
  readonly at: number;
  readonly text: string;
  readonly entry: IndexEntry;
}

/**
 * Adds a line for an ADR to an index of the archive, in the form of the neighboring line, or updates the line that it
 * already has. An index is a list or table of links in README.md or index.md, adr-log's list between its markers, or
 * adr-tools' toc. `known` are the ADRs that the index may list, as they were before the change. Everything else stays
 * the same, as does a text that is not an index.
 */
export function updateIndex(text: string, entry: IndexEntry, known: readonly IndexEntry[]): string {
  const lines = text.split('\n');
  const byTarget = new Map(known.flatMap((one) => [one.file, folderIn(one)].map((target) => [target, one] as const)));
  const listed = lines.flatMap((line, at): Line[] => {
    const target = linkIn(line);
    const found = target === undefined ? undefined : byTarget.get(target);
    return found === undefined ? [] : [{ at, text: line, entry: found }];
  });
  const own = listed.filter((line) => line.entry.file === entry.file);
  if (own.length > 0) {
    for (const { at, text: line, entry: before } of own) lines[at] = rewriteLine(line, before, entry);
    return lines.join('\n');
  }
  const inFolder = listed.filter((line) => areaOf(line.entry) === areaOf(entry));
  // What is above the folder of an index has no place in it.
  const sample = entry.file.startsWith('../') ? undefined : pickNeighbor(inFolder.length > 0 ? inFolder : listed);
  if (sample === undefined) return text;
  const added = rewriteLine(sample.line.text, sample.line.entry, entry);
  const at = sample.line.at + (sample.isDescending ? 0 : 1);
  const isLast = at === lines.length;
  // The new line has its neighbor's line ending. Only the last line of a file may lack one.
  lines.splice(at, 0, added);
  if (isLast && lines[at - 1]?.endsWith('\r') === false && text.includes('\r\n')) lines[at - 1] += '\r';
  return lines.join('\n');
}

/** What a link to the folder of an ADR says. */
function folderIn({ file }: IndexEntry): string {
  const { area, name, within } = adrPathOf(file);
  return within === undefined ? file : area + name;
}

function areaOf({ file }: IndexEntry): string {
  return adrPathOf(file).area;
}

function linkIn(line: string): string | undefined {
  const url = /\]\(<?(?<url>[^)\s>]{1,300})>?(?:\s{1,9}"[^"]{0,300}")?\)/.exec(line)?.groups?.url;
  const way = url === undefined ? undefined : linkedFile(url);
  return way === undefined ? undefined : pathAlong('', way);
}

/** Picks the line next to which a new one belongs: the last line, or the first if the newest ADRs come first. */
function pickNeighbor(listed: readonly Line[]): { line: Line; isDescending: boolean } | undefined {
  const first = listed[0];
  const last = listed.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isDescending = first.entry.file > last.entry.file;
  return { line: isDescending ? first : last, isDescending };
}

/** Rewrites the line of one ADR for another: replaces file, title, zero-padded number, status and date. */
function rewriteLine(line: string, from: IndexEntry, to: IndexEntry): string {
  const pairs: (readonly [string | undefined, string | undefined])[] = [
    [urlOfFile(from.file), urlOfFile(to.file)],
    [from.file, to.file],
    [urlOfFile(folderIn(from)), urlOfFile(folderIn(to))],
    [folderIn(from), folderIn(to)],
    [from.title, to.title],
    [from.date, to.date],
    [from.status, to.status],
  ];
  // Longest first, and all at once, so that no replacement is replaced again.
  const words = pairs.filter((pair): pair is readonly [string, string] => Boolean(pair[0]) && pair[1] !== undefined);
  const sorted = words.toSorted(([one], [other]) => other.length - one.length);
  const numbers =
    from.number === undefined || to.number === undefined
      ? []
      : [`(?<![\\w-])0*${from.number}(?!\\w)`, `(?<=ADR[-_ ]?)0*${from.number}(?!\\w)`];
  const pattern = new RegExp([...sorted.map(([word]) => escapePattern(word)), ...numbers].join('|'), 'gi');
  return line.replaceAll(pattern, (found) => {
    const word = sorted.find(([before]) => before.toLowerCase() === found.toLowerCase());
    if (word !== undefined) return keepCase(found, word[1]);
    return String(to.number).padStart(found.length, '0');
  });
}

/** Capitalizes a status if the index capitalizes it. */
function keepCase(found: string, word: string): string {
  return /^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
