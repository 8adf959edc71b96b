import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { denseCharacter, isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { columnsOf } from '../../text/columns.ts';

/** The part of a link that a reader doesn't see. */
export const linkTarget = /\]\([^()\s]{0,400}\)/g;

/** The longest line that ends because its text does, in columns, with the next word. A longer one may be wrapped. */
const longestLine = 56;

/** A title, its description, and the text between them. */
export interface Described {
  readonly head: string;
  readonly lead: string;
  readonly description: string;
}

const asides = adrLanguages.flatMap((language) => variantsOf(adrWords[language].asides));
const aside = `, (?=(?:${oneOf(asides.filter((word) => !isDense(word)))}) )|[,，、] ?(?=${oneOf(asides.filter(isDense))})`;
/** A colon in a text without blanks, behind one of its characters. */
const denseColon = `(?<=${denseCharacter}|[)”"」』]):(?=[\\p{L}\\p{N}“"「『])`;
const surely = `[\\u00a0 ]?:(?: +|\\n)|： ?|${denseColon}| [-–—→·](?: +|\\n)|——|, because `;
const atEnd = '[.。][ \\n](?=[\\p{Lu}\\p{Lo}*_`])|。(?=\\S)|\\\\\\n| {2}\\n|\\n';
const descriptionLeads = new RegExp(
  `^(?<head>[\\s\\S]*?)(?<lead>${surely}|${aside}|${atEnd})(?<description>[\\s\\S]+)$`,
  'u',
);
const surerLeads = new RegExp(`^(?<head>[\\s\\S]*?)(?<lead>${surely}|${atEnd})(?<description>[\\s\\S]+)$`, 'u');

/** What stands in brackets or is code. None of it begins a description. */
const enclosed = /\([^()]{1,300}\)|（[^（）]{1,300}）|(?<!`)`[^`\n]{1,300}`(?!`)/g;
/** A text with other characters in the place of those. */
export const masked = (text: string) =>
  text.replaceAll(enclosed, (all) => all.slice(0, 1) + 'x'.repeat(all.length - 2) + all.slice(-1));

/** Splits a description off a plain title, behind the first mark that may begin one; `, but` is one unless that is said. */
export function splitDescription(written: string, hasAsides = true): Described | undefined {
  return splitMasked(written, masked(written), hasAsides);
}

/** The most characters of a title that is written on several lines. */
const longestOnLines = 400;

function splitMasked(written: string, text: string, hasAsides: boolean): Described | undefined {
  const found = (hasAsides ? descriptionLeads : surerLeads).exec(text)?.groups;
  if (found?.head === undefined || found.lead === undefined || found.description === undefined) return undefined;
  const [from, to] = [found.head.length, found.head.length + found.lead.length];
  const [head, lead, description] = [written.slice(0, from), written.slice(from, to), written.slice(to)];
  const isAside = /^[,，、](?! because)/.test(lead);
  if (isAside && (head.match(/[(（]/g) ?? []).length > (head.match(/[)）]/g) ?? []).length) return undefined;
  // A wrapped line goes on, and “e.g.” is no sentence.
  const isWrapped = lead.endsWith('\n') && isLineWrapped(head, description);
  if (lead === '\n' && isWrapped) {
    return from > longestOnLines
      ? undefined
      : splitMasked(written, `${text.slice(0, from)} ${text.slice(to)}`, hasAsides);
  }
  const isShort = /^[.。]/.test(lead) && /(?<!\p{L})\p{Script=Latin}{1,2}$/u.test(head);
  if (isShort && (isWrapped || !lead.endsWith('\n'))) return undefined;
  return { head, lead, description };
}

/** Whether a line was ended at the width of a text. Where one of the others is wider, it ended on purpose. */
function isLineWrapped(before: string, rest: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const width = columnsOf(`${line} ${/^\S*/.exec(rest)?.[0]}`, true);
  const others = rest.replaceAll(linkTarget, ']').split('\n');
  const most = beginsSentence.test(rest) ? ragged.atSentence : ragged.anywhere;
  return width > longestLine && others.every((other) => columnsOf(other, true) <= width + most);
}

const beginsSentence = /^\p{Lu}\p{Ll}* \p{Ll}/u;

/**
 * How many columns the lines of a wrapped text may differ in, where people or editors count them differently: fewer if the
 * next line may begin a sentence.
 */
const ragged = { anywhere: 20, atSentence: 8 };

const tailLeads =
  /^(?<lead>[\u00a0 ]?:(?: +|\n|(?=[^\s:/\\]))|： ?| ?[-–—→] ?| · |[.,;](?: |\n)|[。，；]|, because |\\\n| {2}\n|\n)(?<description>[\s\S]+)$/u;

/**
 * Splits what follows a bold title: remarks, and a description. Words that go on in the same phrase are the description if
 * the title has a counter, or if more sentences follow: “**One shop** for all of us. It is near.”
 */
export function splitTail(tail: string, isCounted = false): Described | undefined {
  // Code in brackets may have brackets, too.
  const hidden = masked(tail);
  const remarks = /^(?: [*_]{0,2}\([^()]{1,300}\)[*_]{0,2}|（[^（）]{1,300}）){0,3}/.exec(hidden)?.[0].length ?? 0;
  const { lead } = tailLeads.exec(hidden.slice(remarks))?.groups ?? {};
  const to = remarks + (lead?.length ?? 0);
  if (lead !== undefined)
    return { head: tail.slice(0, remarks), lead: tail.slice(remarks, to), description: tail.slice(to) };
  const found = splitDescription(tail);
  const goesOn = /^ \p{Ll}/u.test(tail.slice(remarks)) && (isCounted || remarks > 0 || found !== undefined);
  return goesOn ? { head: tail.slice(0, remarks), lead: ' ', description: tail.slice(remarks + 1) } : found;
}

/** After a bold title that ends with a colon or a period, the rest is the description. */
export function splitBlank(tail: string): Described | undefined {
  const lead = /^\s*/.exec(tail)?.[0] ?? '';
  const description = tail.slice(lead.length);
  return description === '' ? undefined : { head: '', lead, description };
}
