import type { Markdown } from '../../content/content.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';

/** The points of one line, and what is between them if that is always the same. */
export interface SplitPoints {
  readonly parts: readonly Markdown[];
  readonly joint: string | undefined;
}

/**
 * Splits the points of one line: at line breaks, or else at numbers, or else at semicolons, or else at the periods or the
 * commas of what is no sentence; never inside parentheses, brackets or code.
 */
export function splitPoints(text: Markdown): SplitPoints {
  for (const isEnd of [isBreak, isCount, isSemicolon, isPeriod, isComma]) {
    const parts = splitAt(text, isEnd);
    if (parts.length < 2 || (isEnd === isComma && !areItems(text, parts))) continue;
    // Whole sentences go on about one point.
    if (isEnd === isPeriod && !(arePhrases(text) && parts.every((part) => part.length <= longestPhrase))) break;
    const joint = joints.find((each) => parts.join(each) === text.replaceAll('\n', ' '));
    return { parts, joint };
  }
  return { parts: text.trim() === '' ? [] : [text.replace(/^1[.)] /, '')], joint: undefined };
}

/** Whether what is between periods are phrases and no sentences: there is none at the end. */
const arePhrases = (text: Markdown) => !/[.。]$/.test(text.trimEnd());

/** The longest phrase that is a point of its own, and the longest item of a list with commas, in UTF-16 units. */
const longestPhrase = 60;
const longestItem = 100;

/** Whether commas separate items. In sentences, they often separate clauses, as a wide comma does in Chinese. */
function areItems(text: Markdown, parts: readonly Markdown[]): boolean {
  if (text.includes('，') || !arePhrases(text)) return false;
  return parts.every((part) => part.length <= longestItem && !aside.test(part));
}

const asides = adrLanguages.flatMap((language) => variantsOf(adrWords[language].asides));
const ands = adrLanguages.flatMap((language) => variantsOf(adrWords[language].and));
/** What goes on with what is in front of a comma: “but dear”, “and slow”. */
const aside = new RegExp(`^(?:${oneOf([...asides, ...ands].filter((word) => !isDense(word)))}) `, 'iu');

/** What can be between points that are written in one line. */
const joints = [', ', '; ', ' ; ', '、', '，', '；'];

/** How many characters of a text separate two points at this position; 0 if none do. */
type Separator = (text: string, at: number) => number;

const isBreak: Separator = (text, at) =>
  text[at] === '<' ? (/^<br ?\/?>/i.exec(text.slice(at, at + 6))?.[0].length ?? 0) : 0;

/** “1. fast 2. small” */
const isCount: Separator = (text, at) =>
  text[at] === ' ' && startsCounted.test(text) && /^ \d{1,2}[.)] /.test(text.slice(at, at + 5)) ? 1 : 0;

const startsCounted = /^\d{1,2}[.)] /;

const isSemicolon: Separator = (text, at) => (text[at] === '；' || (text[at] === ';' && isBlank(text[at + 1])) ? 1 : 0);

const isPeriod: Separator = (text, at) => {
  if (text[at] === '。') return 1;
  if (text[at - 1] !== '.' || !/^\s[\p{Lu}\p{Lo}*_`]/u.test(text.slice(at, at + 4))) return 0;
  // “e.g. X” is no end.
  return /(?<!\p{L})(?:\p{Script=Latin}{1,2}|^\d{1,2})$/u.test(text.slice(Math.max(0, at - 4), at - 1)) ? 0 : 1;
};

const isComma: Separator = (text, at) =>
  text[at] === '，' || text[at] === '、' || (text[at] === ',' && isBlank(text[at + 1])) ? 1 : 0;

const isBlank = (character: string | undefined) => character === ' ' || character === '\n';

function splitAt(text: Markdown, separator: Separator): Markdown[] {
  const parts: string[] = [];
  let depth = 0;
  let isCode = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '`') isCode = !isCode;
    if ('([{（「'.includes(character)) depth += 1;
    if (')]}）」'.includes(character)) depth = Math.max(0, depth - 1);
    const length = depth === 0 && !isCode ? separator(text, at) : 0;
    if (length === 0) continue;
    parts.push(text.slice(from, at));
    at += length - 1;
    from = at + 1;
  }
  return [...parts, text.slice(from)]
    .map((part) => part.trim().replace(/^(?:[-•*]|\d{1,2}[.)]) /, ''))
    .filter((part) => part !== '');
}
