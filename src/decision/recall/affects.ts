import type { PatternFault } from '../failure/refusal.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, cleanLine, cleanText } from '../text.ts';

// A comma inside braces is part of the pattern, as in “src/{store,jobs}/**”.
const betweenPatterns = /\n|,\s+(?![^{\n]*\})/;

/**
 * Makes a pattern from the root of the repository of what somebody wrote: `./src` and `/src` are `src`, and a folder
 * (`src/`) stands for everything in it. Blanks and backquotes around it, and commas behind it, are no part of it, in
 * whatever order they stand: otherwise what is left would be read as another pattern the next time.
 */
function cleanPattern(written: string): string {
  return cleanLine(written)
    .replace(/^(?:[\s`]|\.?\/)+/, '')
    .replace(/(?<![\s`,])[\s`,]+$/, '')
    .replace(/(?<!\/)\/+$/, '/**');
}

/** What is wrong with a cleaned pattern; undefined if nothing is. */
function findPatternFault(pattern: string): PatternFault | undefined {
  if (/^[a-z]:/i.test(pattern) || /\\[\p{L}\p{N}._]/u.test(pattern)) return 'not a path of git';
  if (pattern.split('/').includes('..')) return 'leads outside';
  if (pattern.startsWith('!') && !pattern.startsWith('!(')) return 'says what not';
  return hasOpenBracket(pattern) ? 'open bracket' : undefined;
}

const pairs: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

function hasOpenBracket(pattern: string): boolean {
  const expected: string[] = [];
  for (const character of pattern.replaceAll(/\\./gu, '')) {
    const closing = pairs[character];
    if (expected.at(-1) === ']' && character !== ']') continue;
    if (closing !== undefined) expected.push(closing);
    else if (character === expected.at(-1)) expected.pop();
    else if (Object.values(pairs).includes(character)) return true;
  }
  return expected.length > 0;
}

/**
 * Reads the patterns of paths that somebody typed, one to a line; each pattern once. Throws RuleBroken under `affects` if
 * one can't be a pattern from the root of a repository, or is too long, or if there are too many.
 */
export function checkAffects(typed: string): string[] {
  const at = { field: 'affects' } as const;
  const lines = cleanText(typed).split(betweenPatterns);
  const patterns = [...new Set(lines.map(cleanPattern))].filter((pattern) => pattern !== '');
  for (const pattern of patterns) {
    checkLength(pattern, limits.pattern, 'pattern', at);
    const fault = findPatternFault(pattern);
    if (fault) throw new RuleBroken({ code: 'unusable pattern', pattern, fault }, at);
  }
  if (patterns.length > limits.patterns) {
    throw new RuleBroken({ code: 'too many', what: 'patterns', count: patterns.length, most: limits.patterns }, at);
  }
  return patterns;
}
