import type { ExceededLimit } from '../markdown/guard/guard.ts';
import { deepest } from '../markdown/guard/survey.ts';
import type { AdrDocument } from './document.ts';
import { meaningOfStatus } from './metadata/status.ts';
import { placeOf } from './source/source.ts';
import type { AdrWarning } from './warning.ts';

type Doubtful = Omit<AdrDocument, 'warnings'>;
type Doubt = (document: Doubtful) => readonly AdrWarning[];

/** All that makes the reading of a file doubtful, in the order of its lines. */
export function doubtsAbout(document: Doubtful, known: readonly AdrWarning[]): AdrWarning[] {
  const found = [...known, ...doubts.flatMap((doubt) => doubt(document))];
  return found.toSorted((one, other) => one.line - other.line);
}

const warn = (line: number, message: string, advice: string): AdrWarning => ({ line, message, advice, isError: false });

const doubts: readonly Doubt[] = [
  ({ source }) =>
    source.text.trim() === ''
      ? [{ line: 1, message: 'The file is empty.', advice: 'Write the decision, or delete the file.', isError: true }]
      : [],
  ({ title, source }) =>
    title === undefined && source.text.trim() !== ''
      ? [warn(1, 'There is no title.', 'Begin with a heading such as “# Choose the queue”.')]
      : [],
  ({ sections }) =>
    sections
      .filter(({ depth, part }) => depth === 1 && part === undefined)
      .map(({ line, name }) =>
        warn(line, `A second heading of level 1: “${name}”.`, 'Keep one title; use ## for sections.'),
      ),
  ({ statuses, source }) =>
    statuses.length === 0 && source.text.trim() !== ''
      ? [
          warn(
            1,
            'No status was found.',
            'Add one in the way of the other files; some readers take its absence for accepted.',
          ),
        ]
      : [],
  ({ statuses }) =>
    statuses
      .filter(({ value }) => meaningOfStatus(value.word) === undefined)
      .map(({ value, line }) =>
        warn(
          line,
          `The status “${value.word.slice(0, 60)}” is not one of draft, proposed, accepted, rejected, deprecated, superseded, withdrawn.`,
          'Use one of these words, with your own remarks after it.',
        ),
      ),
  ({ statuses }) => {
    const [first, ...others] = statuses;
    const meaning = first && meaningOfStatus(first.value.word);
    return others
      .filter(({ value }) => meaningOfStatus(value.word) !== meaning)
      .map(({ value, line }) =>
        warn(
          line,
          `The status is told twice: “${first?.value.word}” in line ${first?.line}, “${value.word}” here.`,
          'Keep one of them.',
        ),
      );
  },
  ({ number, headingNumber }) =>
    number !== undefined && headingNumber !== undefined && number.value !== headingNumber.value
      ? [
          warn(
            headingNumber.line,
            `The file is number ${number.value}, its heading says ${headingNumber.value}.`,
            'Correct one of them.',
          ),
        ]
      : [],
  ({ frontMatter, metadata, closing, date }) =>
    [...(frontMatter?.entries ?? []), ...(metadata?.entries ?? []), ...(closing?.entries ?? [])]
      .filter(({ field, value }) => field === 'date' && date === undefined && /\d/.test(value.value))
      .map(({ value }) =>
        warn(value.line, `“${value.value.slice(0, 60)}” is not a date that can be read.`, 'Write it as 2026-11-20.'),
      ),
  ({ source }) => {
    const at = source.text.indexOf('\ufffd');
    return at === -1
      ? []
      : [warn(countLines(source.text, at), 'There are bytes that are not UTF-8 text.', 'Save the file as UTF-8.')];
  },
  ({ source }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    const at = source.text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
    return at === -1 ? [] : [warn(countLines(source.text, at), 'There is a control character.', 'Delete it.')];
  },
  ({ source }) => {
    const open = source.nodes.find(
      (node) => node.type === 'html' && node.value.startsWith('<!--') && !node.value.includes('-->'),
    );
    return open === undefined
      ? []
      : [warn(placeOf(open).line, 'A comment begins that never ends; all after it is hidden.', 'End it with “-->”.')];
  },
  ({ source }) => limitDoubts(source),
  ({ source }) =>
    source.hasByteOrderMark
      ? [warn(1, 'The file begins with a byte order mark.', 'Some readers miss the title; save it without.')]
      : [],
];

/** One doubt for each kind of tangle, at the first of them. */
function limitDoubts({ text, rest, exceededLimits }: Doubtful['source']): AdrWarning[] {
  const read = (text.length - rest.length).toLocaleString('en');
  const words: Readonly<Record<ExceededLimit['kind'], (more: string) => readonly [message: string, advice: string]>> = {
    nesting: (more) => [
      `This line${more} stands in more than ${deepest} quotes or lists, and is taken for plain text.`,
      'Make it flatter.',
    ],
    marks: (more) => [
      `This paragraph${more} has too many marks of Markdown, such as “*” or “[”, and is taken for plain text.`,
      'Part it by blank lines, or make it a code block.',
    ],
    length: () => [
      `Only the first ${read} of ${text.length.toLocaleString('en')} characters are read: the rest is too much.`,
      'Move attachments, long lists and long tables out of it.',
    ],
  };
  const kinds = Map.groupBy(exceededLimits, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more like it`;
    return first === undefined ? [] : [warn(first.line, ...words[kind](more))];
  });
}

function countLines(text: string, end: number): number {
  return (text.slice(0, end).match(/\n/g)?.length ?? 0) + 1;
}
