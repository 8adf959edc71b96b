import { adrLanguages } from '../language/adr-language.ts';
import type { AdrDoubt } from '../read/warning.ts';
import type { FaultReason, SettingName } from '../style/settings-file.ts';

/** What is doubtful, in one sentence, and what to do about it, in another. */
export interface DoubtWords {
  readonly message: string;
  readonly advice: string;
}

/** The words for each doubt; the type checker reports any that a language lacks. */
export type DoubtTable = {
  readonly [Code in AdrDoubt['code']]: (facts: Extract<AdrDoubt, { readonly code: Code }>) => DoubtWords;
};

/** A language's words for a doubt. */
export function wordDoubt(table: DoubtTable, doubt: AdrDoubt): DoubtWords {
  // The type checker does not see that a code and its facts belong together.
  const word = table[doubt.code] as (facts: AdrDoubt) => DoubtWords;
  return word(doubt);
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return `${Number.isInteger(megabytes) ? megabytes : megabytes.toFixed(1)} MB`;
}

/** The subject of a sentence, with how many others are like it, and the forms of its verbs. */
function withOthers(what: string, others: number, one: string, many: string): string {
  return others === 0 ? `${what} ${one}` : `${what} and ${number(others)} more like it ${many}`;
}

const faults: { readonly [Kind in FaultReason['kind']]: (reason: Extract<FaultReason, { kind: Kind }>) => string } = {
  'not YAML': () => 'is not valid YAML',
  'too long': ({ most }) => `has more than ${number(most)} characters, so nothing of it is read`,
  'too deep': ({ most }) => `has more than ${number(most)} levels, so nothing of it is read`,
  'too slow': () => 'takes too long to read',
};

/** What a setting accepts. */
const allowed: Readonly<Record<SettingName, string>> = {
  template: '“madr”, or nothing to keep what was learned',
  bullet: '“*”, “-” or “+”',
  emphasis: '“*” or “_”',
  wrap: 'a number of columns from 40 to 400, “sentences” or false',
  votes: '“section” or “commit”',
  names: 'true or false',
  gap: 'true or false',
  language: `the code of a language: ${adrLanguages.join(', ')}`,
  rules: 'true or false',
  date: 'an example such as “2024-12-27” or “December 27, 2024”',
  zone: 'a time zone such as “Europe/Berlin” or “+02:00”',
  statuses: 'words by status, such as “accepted: Approved”',
  heading: 'a pattern such as “ADR-NNN: TITLE” or “TITLE”',
  file: 'a pattern such as “NNNN-title.md”, “YYYYMMDD-title.md”, “storage/NNNN-title.md” or “NNNN-title/README.md”',
  subfolders: 'true, false, or a list of folders such as “[accepted, teams/*]”',
  index: 'true or false',
  sections: 'a list of headings in their order',
};

/** A setting that stays as it was learned, and why. */
function leave(why: string): DoubtWords {
  return { message: `.gavel.yml: ${why}`, advice: 'It was left as it was learned.' };
}

/** Doubts in English. */
export const doubtsInEnglish: DoubtTable = {
  'empty file': () => ({ message: 'The file is empty.', advice: 'Write the decision, or delete the file.' }),
  'file too long': ({ bytes, most }) => ({
    message: `The file has ${inMegabytes(bytes)}, and was not read: the maximum is ${inMegabytes(most)}.`,
    advice: 'Keep pictures and the like in files of their own, and link to them.',
  }),
  'not UTF-8': () => ({ message: 'There are bytes that are not UTF-8 text.', advice: 'Save the file as UTF-8.' }),
  'control character': () => ({ message: 'There is a control character.', advice: 'Delete it.' }),
  'byte order mark': () => ({
    message: 'The file begins with a byte order mark.',
    advice: 'Some readers miss the title; save it without.',
  }),
  'open comment': () => ({
    message: 'A comment begins that never ends; all after it is hidden.',
    advice: 'End it with “-->”.',
  }),
  'not lossless': () => ({
    message: 'Written back, this file would not be the same.',
    advice: 'Gavel will only ever change single lines of it. Please report the file.',
  }),
  'name leads out': () => ({
    message: 'The name of the file leads out of the folder.',
    advice: 'Rename it without “..”.',
  }),
  'hidden characters in the name': () => ({
    message: 'The name of the file holds characters that nobody can see.',
    advice: 'Rename it.',
  }),
  'name too long': ({ bytes, most }) => ({
    message: `The name of the file takes ${bytes} bytes; the maximum is ${most}.`,
    advice: 'Give it a shorter name.',
  }),
  'no title': () => ({ message: 'There is no title.', advice: 'Begin with a heading such as “# Choose the queue”.' }),
  'second title': ({ heading }) => ({
    message: `A second heading of level 1: “${heading}”.`,
    advice: 'Keep one title; use ## for sections.',
  }),
  'no status': () => ({
    message: 'No status was found.',
    advice: 'Add one in the way of the other files; some readers take its absence for accepted.',
  }),
  'unknown status': ({ word }) => ({
    message: `The status “${word}” is not one of draft, proposed, accepted, rejected, deprecated, superseded, withdrawn.`,
    advice: 'Use one of these words, with your own remarks after it.',
  }),
  'status told twice': ({ first, firstLine, second }) => ({
    message: `The status is told twice: “${first}” in line ${firstLine}, “${second}” here.`,
    advice: 'Keep one of them.',
  }),
  'numbers differ': ({ inName, inHeading }) => ({
    message: `The file is number ${inName}, its heading says ${inHeading}.`,
    advice: 'Correct one of them.',
  }),
  'unreadable date': ({ text }) => ({
    message: `“${text}” is not a date that can be read.`,
    advice: 'Write it as 2026-11-20.',
  }),
  'nested too deeply': ({ most, others }) => ({
    message: `${withOthers('This line', others, 'stands', 'stand')} in more than ${most} quotes or lists, and ${others === 0 ? 'is' : 'are'} taken for plain text.`,
    advice: 'Make it flatter.',
  }),
  'too many marks': ({ others }) => ({
    message: `${withOthers('This paragraph', others, 'has', 'have')} too many marks of Markdown, such as “*” or “[”, and ${others === 0 ? 'is' : 'are'} taken for plain text.`,
    advice: 'Part it by blank lines, or make it a code block.',
  }),
  'text too long': ({ read, characters }) => ({
    message: `Only the first ${number(read)} of ${number(characters)} characters are read: the rest is too much.`,
    advice: 'Move attachments, long lists and long tables out of it.',
  }),
  'front matter not YAML': ({ said }) => ({
    message: `The front matter is not valid YAML: ${said}.`,
    advice: 'Correct it there; a value with “: ” or “#” in it needs quotes.',
  }),
  'front matter too long': ({ most }) => ({
    message: 'The front matter is too long to be read.',
    advice: `Keep it below ${number(most)} characters.`,
  }),
  'comments left out': ({ count }) => ({
    message: count === 1 ? 'A comment was left out.' : `${number(count)} comments were left out.`,
    advice: 'Nobody would see them; write as text what is to stay.',
  }),
  'metadata not understood': () => ({
    message: 'Not all of the metadata could be understood.',
    advice: 'Simple entries, such as “Ticket: SHOP-12”, are kept; write the rest as a section.',
  }),
  'choice not listed': ({ title }) => ({
    message: `The draft decides for “${title}”, which is not among its options.`,
    advice: 'It was added to them; rename it as you like.',
  }),
  'settings unusable': ({ reason }) => {
    const fault = faults[reason.kind] as (facts: FaultReason) => string;
    return {
      message: `.gavel.yml ${fault(reason)}.`,
      advice: 'Correct it there; until then, the style is the one that was learned, and votes go without it.',
    };
  },
  'unknown setting': ({ name, known }) => leave(`There is no setting “${name}”. There are: ${known.join(', ')}.`),
  'unusable setting': ({ name }) => leave(`“${name}” takes ${allowed[name]}.`),
  'style without names': () => leave('“style” takes settings by name, each on a line of its own under it.'),
  'setting beside style': ({ name }) => leave(`“${name}” belongs under “style:”.`),
  'duplicate number': ({ number: taken, files, count, newNumber, newFile }) => {
    const others = count - files.length;
    const names = `${files.join(', ')}${others > 0 ? ` and ${number(others)} more` : ''}`;
    return {
      message: `Number ${taken} is taken ${count === 2 ? 'twice' : `${number(count)} times`}: ${names}.`,
      advice: `Give this one the number ${newNumber}: ${newFile}.`,
    };
  },
  gap: ({ before, after }) => ({
    message:
      after - before === 2
        ? `Between ${before} and ${after}, number ${before + 1} is missing.`
        : `Between ${before} and ${after}, the numbers ${before + 1} to ${after - 1} are missing.`,
    advice: 'Nothing to do if they were deleted on purpose.',
  }),
  'other format': ({ format, count, files }) => {
    const names = `${files.join(', ')}${count > files.length ? ` and ${number(count - files.length)} more` : ''}`;
    return {
      message: `${number(count)} ${count === 1 ? 'ADR' : 'ADRs'} in ${format}, which Gavel does not read: ${names}.`,
      advice: 'Convert them to Markdown; until then, only their numbers count.',
    };
  },
  'broken link': ({ url }) => ({
    message: `The link to ${url} leads nowhere.`,
    advice: 'Correct the path, or take the link out.',
  }),
  'governs everything': ({ pattern }) => ({
    message: `“${pattern}” affects every file of the repository.`,
    advice: 'Nobody is told of such a decision when a file changes. Name the folders that it is about.',
  }),
  'governs nothing': ({ pattern }) => ({
    message: `“${pattern}” affects no file of the repository.`,
    advice: 'Correct it if the files have moved. Patterns start at the top of the repository.',
  }),
  'superseded without a link': () => ({
    message: 'It is superseded, but nothing says by what.',
    advice: 'Link the ADR that took its place.',
  }),
  'one-way link': ({ file, kind, target, back }) => ({
    message: `${file} says “${kind} ${target}”, but ${target} doesn’t say “${back} ${file}”.`,
    advice: 'Add the link back.',
  }),
  'circle of supersedes': ({ files }) => ({
    message: `These supersede each other in a circle: ${[...files, ...files.slice(0, 1)].join(' → ')}.`,
    advice: 'Take out the link that is wrong.',
  }),
};
