import type { LongPart, MissingPart } from './failure/refusal.ts';
import { type Field, RuleBroken } from './failure/rule-broken.ts';

// Control characters except tab and line feed; bidirectional overrides and isolates, which could change the direction
// of the text around them; the byte order mark. Right-to-left scripts need none of these.
const unwanted = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function toReadable(typed: string): string {
  const lines = typed.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return lines.replaceAll(unwanted, '').normalize('NFC');
}

/** Cleans typed text: makes it well-formed, without control characters and with plain line feeds. */
export function cleanText(typed: string): string {
  return toReadable(typed).trim();
}

/** Cleans typed Markdown. Blanks before its first word stay, because they may have a meaning. */
export function cleanMarkdown(typed: string): string {
  return toReadable(typed)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** Cleans typed text and puts it on a single line. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replaceAll(/\s+/g, ' ');
}

/** How many characters a reader would count (an emoji is one). */
function countCharacters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

/** Throws RuleBroken if `text` has more than `most` characters as Slack counts them (UTF-16 units). */
export function checkLength(text: string, most: number, what: LongPart, at: { field: Field; position?: number }): void {
  const { length } = text;
  if (length > most)
    throw new RuleBroken({ code: 'too long', what, length, characters: countCharacters(text), most }, at);
}

/** Whether `text` has a visible character (Unicode: Default_Ignorable_Code_Point). */
export function isPresent(text: string): boolean {
  return /[^\s\p{DI}]/u.test(text);
}

/** Throws RuleBroken if `text` has no visible character. */
export function checkPresent(text: string, what: MissingPart, at: { field: Field; position?: number }): void {
  if (!isPresent(text)) throw new RuleBroken({ code: 'missing', what }, at);
}

/** Whether a name matches a pattern in which `*` stands for anything. Takes one pass, however many `*` there are. */
export function isLike(name: string, pattern: string): boolean {
  const [start = '', ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return name === start;
  if (!name.startsWith(start)) return false;
  let next = start.length;
  for (const part of parts) {
    const at = name.indexOf(part, next);
    if (at === -1) return false;
    next = at + part.length;
  }
  return next + end.length <= name.length && name.endsWith(end);
}
