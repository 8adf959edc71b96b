import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';

/** A piece of a line that was found. `isMatch`: it is one of the words that were searched for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How many characters of a line are shown, and how many of them before the first match. */
const shown = { most: 160, before: 40 };

/** How much of a long line is read as Markdown, before and behind the first match, in UTF-16 units. */
const read = { before: 400, behind: 800 };

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** How much longer than the title a line may be that only repeats it: a heading with its number, or front matter. */
const aroundTitle = 30;

/**
 * The line of a Markdown text that has most of the words, around the first of them; undefined if no line has any but
 * those that repeat the title.
 */
export function findExcerpt(
  title: string,
  markdown: string,
  words: readonly string[],
): readonly ExcerptPiece[] | undefined {
  const stems = words.map(stemOf);
  const isTitle = (line: string) => line.length <= title.length + aroundTitle && line.includes(title);
  let best: { readonly line: string; readonly count: number } | undefined;
  for (const line of markdown.split('\n')) {
    if (isTitle(line)) continue;
    const count = countMatches(line, stems);
    if (count > (best?.count ?? 0)) best = { line, count };
    if (best?.count === stems.length) break;
  }
  if (best === undefined) return undefined;
  const line = around(best.line, stems);
  return cutOut(cleanLine(plainExcerpt(line, line.length)) || cleanLine(line), stems);
}

/** The line, or of a long one what is around the first match: reading Markdown takes time. */
function around(line: string, stems: readonly string[]): string {
  if (line.length <= read.before + read.behind) return line;
  const first = [...line.matchAll(wordPattern)].find(([word]) => isMatch(word, stems))?.index ?? 0;
  const start = first <= read.before ? 0 : line.indexOf(' ', first - read.before) + 1;
  return line.slice(start, first + read.behind).toWellFormed();
}

/** How a word begins in all its forms, as far as can be told without knowing its language. */
function stemOf(word: string): string {
  const characters = [...word];
  return characters.slice(0, Math.max(Math.min(characters.length, 4), Math.ceil(characters.length * 0.7))).join('');
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
}

function isMatch(word: string, stems: readonly string[]): boolean {
  const folded = fold(word);
  return stems.some((stem) => folded.startsWith(stem) || (isDense(stem) && folded.includes(stem)));
}

/** Written without blanks between words. */
function isDense(stem: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(stem);
}

function countMatches(line: string, stems: readonly string[]): number {
  const found = new Set<string>();
  for (const [word] of line.matchAll(wordPattern)) {
    for (const stem of stems) if (isMatch(word, [stem])) found.add(stem);
  }
  return found.size;
}

function cutOut(line: string, stems: readonly string[]): readonly ExcerptPiece[] {
  const first = [...line.matchAll(wordPattern)].find(([word]) => isMatch(word, stems))?.index ?? 0;
  const start =
    line.length <= shown.most ? 0 : Math.max(0, line.lastIndexOf(' ', Math.max(0, first - shown.before)) + 1);
  const end = start + shown.most;
  const cut = line.slice(start, end).toWellFormed();
  const pieces: ExcerptPiece[] = [];
  const add = (text: string, isFound: boolean) => {
    if (text !== '') pieces.push({ text, isMatch: isFound });
  };
  add(start > 0 ? '… ' : '', false);
  let at = 0;
  for (const match of cut.matchAll(wordPattern)) {
    if (!isMatch(match[0], stems)) continue;
    add(cut.slice(at, match.index), false);
    add(match[0], true);
    at = match.index + match[0].length;
  }
  add(cut.slice(at), false);
  add(end < line.length ? ' …' : '', false);
  return pieces;
}
