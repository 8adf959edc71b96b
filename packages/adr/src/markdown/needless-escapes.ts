/** Parses a paragraph, to find out whether two ways to write it mean the same. */
type IsSame = (one: string, other: string) => boolean;

/** A longer paragraph, or one with more escapes, keeps those that can't all go at once: each costs a parse. */
const most = { characters: 4_000, escapes: 60 };

/** A part of a paragraph that may be written with fewer marks. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
}

/**
 * Writes a paragraph without the escapes and brackets that only a machine would write: `snake_case` and
 * `https://example.org` need none. What stays can't become markup either when more words are put before or behind it on
 * its line.
 */
export function withoutNeedlessEscapes(written: string, isSame: IsSame): string {
  const candidates = findCandidates(written);
  if (candidates.length === 0) return written;
  const all = replaceAll(written, candidates);
  if (isSame(written, all)) return all;
  if (written.length > most.characters || candidates.length > most.escapes) return written;
  const fine: Candidate[] = [];
  for (const candidate of candidates) {
    if (isSame(written, replaceAll(written, [...fine, candidate]))) fine.push(candidate);
  }
  return replaceAll(written, fine);
}

function replaceAll(written: string, candidates: readonly Candidate[]): string {
  let at = 0;
  let shorter = '';
  for (const { start, end, plain } of candidates) {
    shorter += written.slice(at, start) + plain;
    at = end;
  }
  return shorter + written.slice(at);
}

// A whole escape, so that the second backslash of two begins none; or an address with marks around it.
const escapes =
  /\\(?<escaped>[!-/:-@[-`{-~])|<(?<url>(?:https?:\/\/)?[^\s<>\\]+)>|\[(?<www>www\.[^\s[\]<>\\]+)\]\(http:\/\/(?<same>[^\s()<>\\]+)\)/g;

function findCandidates(written: string): Candidate[] {
  return [...written.matchAll(escapes)].flatMap(({ 0: found, index: start, groups }): Candidate[] => {
    const { escaped, url, www, same } = groups ?? {};
    const end = start + found.length;
    if (escaped !== undefined) return isNeedless(written, start, escaped) ? [{ start, end, plain: escaped }] : [];
    const plain = url ?? (www === same ? www : undefined);
    return plain !== undefined && standsAlone(written, start, end) && isPlainAddress(plain)
      ? [{ start, end, plain }]
      : [];
  });
}

/** Whether an address is set off from the words around it, whatever may be put before or behind them. */
function standsAlone(written: string, start: number, end: number): boolean {
  return /(?:^|[\s(])$/.test(written.slice(0, start)) && /^(?:$|[?!.,:;)]*(?:\s|$))/.test(written.slice(end));
}

/** Whether every reader finds the whole of an address, and nothing that looks like a mark in it. */
function isPlainAddress(address: string): boolean {
  return (
    /^(?:https?:\/\/|www\.)[\w.-]+(?::\d+)?(?:[/?#][\w.~%+=&@:,/?#()-]*)?(?<=[\w/=#])$|^[\w.+-]+@[\w.-]+\w$/.test(
      address,
    ) && !address.endsWith('_')
  );
}

/** Whether an escaped character could be no mark without its backslash, whatever is before and behind the paragraph. */
function isNeedless(written: string, start: number, escaped: string): boolean {
  const before = written.slice(0, start);
  const after = written.slice(start + 2);
  switch (escaped) {
    case '*':
    case '_':
    case '~':
      return !mayClose(escaped, before, after);
    case '[':
      return /[^\\!\][]$/.test(before) && /^(?!\^)[^[\]\\]+\](?!\\?[([:])/.test(after);
    case '&':
      return !/^(?:#?\w+;|(?:#\w*|[A-Za-z]\w+)$)/.test(after);
    case '#':
    case '+':
    case '-':
    case '=':
    case '.':
      return true;
    default:
      return false;
  }
}

/**
 * Whether a mark could end a style that begins before it (CommonMark: right-flanking delimiter runs). One that can only
 * begin a style does nothing alone.
 */
function mayClose(mark: string, before: string, after: string): boolean {
  const escapedMark = `\\${mark}`;
  let start = before;
  while (start.endsWith(escapedMark)) start = start.slice(0, -2);
  let end = after;
  while (end.startsWith(escapedMark)) end = end.slice(2);
  const previous = /(?:\\?(?<last>[^\\]))$/u.exec(start)?.groups?.last;
  const next = /^\\?(?<first>[\s\S])/u.exec(end)?.groups?.first;
  // At an edge, anything may follow; but nobody puts a tilde before or behind a text.
  if (next === undefined) return true;
  if (previous === undefined) return mark !== '~' || !isWord(next);
  if (/\s/u.test(previous)) return false;
  if (mark === '_') return !(isWord(previous) && isWord(next));
  return true;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
