import type { ExceededLimit } from '../markdown/guard/guard.ts';
import { deepest } from '../markdown/guard/lines.ts';
import type { AdrDocument } from './document.ts';
import { meaningOfStatus } from './metadata/status.ts';
import { placeOf } from './source/source.ts';
import type { AdrDoubt, AdrWarning } from './warning.ts';

type Doubtful = Omit<AdrDocument, 'warnings'>;
type Doubt = (document: Doubtful) => readonly AdrWarning[];

/** Everything that is doubtful about a file, sorted by line. */
export function doubtsAbout(document: Doubtful, known: readonly AdrWarning[]): AdrWarning[] {
  const found = [...known, ...doubts.flatMap((doubt) => doubt(document))];
  return found.toSorted((one, other) => one.line - other.line);
}

const warn = (line: number, doubt: AdrDoubt): AdrWarning => ({ ...doubt, line, isError: false });

/** How many characters of an unknown word or date a warning quotes. */
const longestQuote = 60;

const doubts: readonly Doubt[] = [
  ({ source }) => (source.text.trim() === '' ? [{ code: 'empty file', line: 1, isError: true }] : []),
  ({ title, source }) =>
    (title === undefined || title.foundIn === 'text') && source.text.trim() !== ''
      ? [warn(1, { code: 'no title' })]
      : [],
  ({ sections }) =>
    sections
      .filter(({ depth, part }) => depth === 1 && part === undefined)
      .map(({ line, name }) => warn(line, { code: 'second title', heading: name })),
  ({ statuses, source }) =>
    statuses.length === 0 && source.text.trim() !== '' ? [warn(1, { code: 'no status' })] : [],
  ({ statuses }) =>
    statuses
      .filter(({ value }) => meaningOfStatus(value.word) === undefined)
      .map(({ value, line }) => warn(line, { code: 'unknown status', word: value.word.slice(0, longestQuote) })),
  ({ statuses }) => {
    const [first, ...others] = statuses;
    if (first === undefined) return [];
    const meaning = meaningOfStatus(first.value.word);
    return others
      .filter(({ value }) => meaningOfStatus(value.word) !== meaning)
      .map(({ value, line }) =>
        warn(line, {
          code: 'status told twice',
          first: first.value.word,
          firstLine: first.line,
          second: value.word,
        }),
      );
  },
  ({ number, headingNumber }) =>
    number !== undefined && headingNumber !== undefined && number.value !== headingNumber.value
      ? [warn(headingNumber.line, { code: 'numbers differ', inName: number.value, inHeading: headingNumber.value })]
      : [],
  ({ frontMatter, metadata, closing, date }) =>
    [...(frontMatter?.entries ?? []), ...(metadata?.entries ?? []), ...(closing?.entries ?? [])]
      .filter(({ field, value }) => field === 'date' && date === undefined && /\d/.test(value.value))
      .map(({ value }) => warn(value.line, { code: 'unreadable date', text: value.value.slice(0, longestQuote) })),
  ({ source }) => {
    const at = source.text.indexOf('\ufffd');
    return at === -1 ? [] : [warn(countLines(source.text, at), { code: 'not UTF-8' })];
  },
  ({ source }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this looks for control characters.
    const at = source.text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
    return at === -1 ? [] : [warn(countLines(source.text, at), { code: 'control character' })];
  },
  ({ source }) => {
    const open = source.nodes.find(
      (node) => node.type === 'html' && node.value.startsWith('<!--') && !node.value.includes('-->'),
    );
    return open === undefined ? [] : [warn(placeOf(open).line, { code: 'open comment' })];
  },
  ({ source }) => limitDoubts(source),
  ({ source }) => (source.hasByteOrderMark ? [warn(1, { code: 'byte order mark' })] : []),
];

/** One doubt for each kind of limit that was exceeded, at the first place where it happened. */
function limitDoubts({ text, rest, exceededLimits }: Doubtful['source']): AdrWarning[] {
  const read = text.length - rest.length;
  const facts: Readonly<Record<ExceededLimit['kind'], (others: number) => AdrDoubt>> = {
    nesting: (others) => ({ code: 'nested too deeply', most: deepest, others }),
    marks: (others) => ({ code: 'too many marks', others }),
    length: () => ({ code: 'text too long', read, characters: text.length }),
  };
  const kinds = Map.groupBy(exceededLimits, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, [first, ...others]]) =>
    first === undefined ? [] : [warn(first.line, facts[kind](others.length))],
  );
}

function countLines(text: string, end: number): number {
  return (text.slice(0, end).match(/\n/g)?.length ?? 0) + 1;
}
