import { linkedFile, urlOfFile } from '../read/links.ts';

/** An ADR as an index tells of it. `file` is the path from the folder of the index. */
export interface IndexEntry {
  readonly file: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: string | undefined;
  /** As the index would write it. */
  readonly date: string | undefined;
}

interface Line {
  readonly at: number;
  readonly text: string;
  readonly entry: IndexEntry;
}

/**
 * Adds one line for an ADR to an index that the archive keeps (a list or a table of links in README.md or index.md,
 * adr-log's list between its markers, adr-tools' toc), built like the line of its neighbor; or changes the line that it
 * has already. `known` are the ADRs that the index may tell of, as they were before. All other bytes stay. A text that
 * is no index stays as it is.
 */
export function updateIndex(text: string, entry: IndexEntry, known: readonly IndexEntry[]): string {
  const lines = text.split('\n');
  const told = lines.flatMap((line, at): Line[] => {
    const target = linkIn(line);
    const found = known.find(({ file }) => file === target);
    return found === undefined ? [] : [{ at, text: line, entry: found }];
  });
  const own = told.filter((line) => line.entry.file === entry.file);
  if (own.length > 0) {
    for (const { at, text: line, entry: before } of own) lines[at] = retell(line, before, entry);
    return lines.join('\n');
  }
  const sample = pickNeighbor(told);
  if (sample === undefined) return text;
  const added = retell(sample.line.text, sample.line.entry, entry);
  const at = sample.line.at + (sample.isDescending ? 0 : 1);
  const isLast = at === lines.length;
  // The line end of the neighbor goes with it; only a last line may have none.
  lines.splice(at, 0, added);
  if (isLast && lines[at - 1]?.endsWith('\r') === false && text.includes('\r\n')) lines[at - 1] += '\r';
  return lines.join('\n');
}

function linkIn(line: string): string | undefined {
  const url = /\]\(<?(?<url>[^)\s>]{1,300})>?(?:\s{1,9}"[^"]{0,300}")?\)/.exec(line)?.groups?.url;
  return url === undefined ? undefined : linkedFile(url);
}

/** The line next to which a new one belongs: the last one, or the first if the latest stand first. */
function pickNeighbor(told: readonly Line[]): { line: Line; isDescending: boolean } | undefined {
  const first = told[0];
  const last = told.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isDescending = first.entry.file > last.entry.file;
  return { line: isDescending ? first : last, isDescending };
}

/** The line of one ADR told of another: file, title, number with its zeros, status and date are exchanged. */
function retell(line: string, from: IndexEntry, to: IndexEntry): string {
  const pairs: (readonly [string | undefined, string | undefined])[] = [
    [urlOfFile(from.file), urlOfFile(to.file)],
    [from.file, to.file],
    [from.title, to.title],
    [from.date, to.date],
    [from.status, to.status],
  ];
  // Longest first, and all at once, so that nothing that was put in is exchanged again.
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

/** A status keeps the capital letter that the index gives it. */
function keepCase(found: string, word: string): string {
  return /^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
