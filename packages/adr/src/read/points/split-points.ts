import type { Markdown } from '../../content/content.ts';

/**
 * Splits the points of one line: at line breaks, or else at semicolons, or else into sentences, or else at commas;
 * never inside parentheses, brackets or code.
 */
export function splitPoints(text: Markdown): Markdown[] {
  for (const isEnd of [isBreak, isSemicolon, isSentenceEnd, isComma]) {
    const parts = splitAt(text, isEnd);
    if (parts.length > 1) return parts;
  }
  return text.trim() === '' ? [] : [text];
}

/** How many characters of a text separate two points at this position; 0 if none do. */
type Separator = (text: string, at: number) => number;

const isBreak: Separator = (text, at) =>
  text[at] === '<' ? (/^<br ?\/?>/i.exec(text.slice(at, at + 6))?.[0].length ?? 0) : 0;

const isSemicolon: Separator = (text, at) => (text[at] === '；' || (text[at] === ';' && text[at + 1] === ' ') ? 1 : 0);

const isSentenceEnd: Separator = (text, at) => {
  if (text[at] === '。') return 1;
  if (text[at] !== '.' || !/^ +[\p{Lu}\p{Lo}*_`]/u.test(text.slice(at + 1, at + 5))) return 0;
  // “e.g. X” is no end.
  return /(?<!\p{L})\p{Script=Latin}{1,2}$/u.test(text.slice(Math.max(0, at - 3), at)) ? 0 : 1;
};

const isComma: Separator = (text, at) =>
  text[at] === '，' || text[at] === '、' || (text[at] === ',' && text[at + 1] === ' ') ? 1 : 0;

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
  return [...parts, text.slice(from)].map((part) => part.trim().replace(/^[-•*] /, '')).filter((part) => part !== '');
}
