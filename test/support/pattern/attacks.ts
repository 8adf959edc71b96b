import { characterMatcher } from './match-in-steps.ts';
import type { PatternPart, Repeat } from './parse-pattern.ts';

/** A text that grows: a beginning, something repeated, and an end. */
export interface Attack {
  readonly before: string;
  readonly again: string;
  readonly after: string;
}

/** An attack at a length, which counts the repeated part. */
export function writeAttack({ before, again, after }: Attack, length: number): string {
  return before + again.repeat(Math.ceil(length / again.length)) + after;
}

/** Repetitions below this count can't make the work grow. */
const fewTimes = 8;

const usual = [...'a0 -.(x)"[]<>{}*_`~\'/\\:;,!?@#$%^&=+|Z9\n\t\r\u0001é“”—✅\u2028😀'];

/**
 * Texts that may make a pattern work hard, built from the pattern: what each of its repetitions matches, over and over,
 * after what leads to the repetition, and before something that makes the rest fail; and every such lead repeated on
 * its own.
 */
export function attacksOn(root: PatternPart, pattern: RegExp): Attack[] {
  const repeats: { readonly repeat: Repeat; readonly before: string; readonly neighbor: string }[] = [];
  const letters: string[] = [];
  const loops: ((character: string) => boolean)[] = [];
  visit(root, '', '', false);
  if (repeats.length === 0) return [];

  const characters = distinct([...usual, ...letters.filter((raw) => [...raw].length === 1)]);
  const kinds = new Map<string, string>();
  for (const character of characters) {
    const kind = loops.map((matches) => (matches(character) ? '1' : '0')).join('');
    if (!kinds.has(kind)) kinds.set(kind, character);
  }
  const each = [...kinds.values()].slice(0, 10);
  const ways = distinct(repeats.map(({ before }) => before)).slice(0, 8);
  const befores = distinct(['', ...each.slice(0, 3), ...ways]);
  const samples = repeats.flatMap(({ repeat, before, neighbor }) => {
    const once = sample(repeat.of);
    return [once, neighbor, neighbor + once, before, before + once, `${before} `];
  });
  const pairs = each.flatMap((one) => each.filter((other) => other !== one).map((other) => one + other));

  const attacks = [
    ...distinct([...each, ...samples.filter((text) => text !== '')]).flatMap((again) =>
      befores.flatMap((before) => distinct(['', '\u0001', ...each]).map((after) => ({ before, again, after }))),
    ),
    ...pairs.flatMap((again) =>
      distinct(['', ...ways.slice(0, 1)]).flatMap((before) =>
        ['', '\u0001'].map((after) => ({ before, again, after })),
      ),
    ),
  ];
  return attacks;

  /** Records the repetitions in a part, with a text that leads to each; returns nothing. */
  function visit(part: PatternPart, before: string, neighbor: string, isLooped: boolean): void {
    if (part.kind === 'character') {
      letters.push(part.raw);
      if (isLooped) loops.push(characterMatcher(part.raw, pattern));
    } else if (part.kind === 'sequence') {
      let lead = before;
      let last = neighbor;
      for (const one of part.parts) {
        visit(one, lead, last, isLooped);
        const text = sample(one);
        lead += text;
        if (text !== '') last = text;
      }
    } else if (part.kind === 'choice') {
      for (const option of part.options) visit(option, before, neighbor, isLooped);
    } else if (part.kind === 'capture' || part.kind === 'look') visit(part.of, before, neighbor, isLooped);
    else if (part.kind === 'repeat') {
      const isLong = part.most >= fewTimes;
      if (isLong) repeats.push({ repeat: part, before, neighbor });
      visit(part.of, before, neighbor, isLooped || isLong);
    }
  }

  /** A short text that a part matches, or nearly: what a lookaround requires is left out. */
  function sample(part: PatternPart): string {
    if (part.kind === 'character') {
      if ([...part.raw].length === 1 && part.raw !== '.') return part.raw;
      const matches = characterMatcher(part.raw, pattern);
      return usual.find(matches) ?? '';
    }
    if (part.kind === 'sequence') return part.parts.map(sample).join('');
    if (part.kind === 'choice') return sample(part.options[0] ?? { kind: 'sequence', parts: [] });
    if (part.kind === 'capture') return sample(part.of);
    if (part.kind === 'repeat') return sample(part.of).repeat(Math.min(part.least, 3));
    return '';
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
