import { describe, expect, it } from 'vitest';
import { attacksOn, writeAttack } from './support/pattern/attacks.ts';
import { patternsIn, patternsOf } from './support/pattern/find-patterns.ts';
import { findOffense } from './support/pattern/growth.ts';
import { SteppedPattern } from './support/pattern/match-in-steps.ts';

/** Patterns that Gavel once had, and that took minutes for a run of blanks, digits or brackets. */
const onceBad: readonly RegExp[] = [
  /\]\(<?(?<url>[^)\s>]+)>?(?:\s+"[^"]*")?\)/,
  /[\s,;:]+$/,
  /(?:(?<![A-Za-z0-9])|(?<=@[\w.-]*))@[A-Za-z0-9](?:[\w./@-]*\w)?/g,
  /\[(?<text>[^\]\n]*)\]\((?<url>[^)\s]+)\)/g,
  /,\s*|;\s*|\n[-*+\s]*|\s+&\s+|\s+and\s+/g,
  /\.+$/,
  /^[^\p{L}]+|[^\p{L})]+$/gu,
  /^[^\p{L}]+|[^\p{L}]+$/gu,
  /\s+\([^()]*\)$/,
  /\s*<!--[\s\S]*?-->/g,
  /(?:(?<![a-z0-9])|(?<=@[\w.-]*))@(?=[\p{L}\p{N}_{<"-])/giu,
  /permission to .+ denied|insufficient permission/iu,
  /repository .*not found|project .*(?:not found|could not be found)/iu,
  /\s*\n\s*/g,
  /^(\s+)|(\s+)$/g,
  /\bby\b\D*(\d{1,6})/i,
  /(?<before>[^\s("'“])?https?:\/\/(?=\S*\/(?:issues?|pulls?)\b)/giu,
  /\[[^[\]]*(?:skip|no[ _-]?ci|\w:["\w])[^[\]]*\]/giu,
  /\*{2,}(?=no_ci)|(?<=no_ci)\*{2,}/giu,
  /[?#].*$/,
  /T.*(Z|[+-]\d{2}:\d{2})$/,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^(a+)+$/,
];

const harmless: readonly RegExp[] = [
  /\s+/g,
  /(?<!\s)\s+$/,
  /^---\n([\s\S]*?)\n---/,
  /^"(?:[^"\\]|\\.)*"/,
  /<([^<>]+)>/g,
  /\[[^\]]{0,300}\]/g,
  /(\d{1,3}),(\d{1,3})/,
];

describe('the search for patterns that work too hard', () => {
  it.each(onceBad)('finds a text for %s', (pattern) => {
    expect(findOffense(pattern)).toBeDefined();
  });

  it.each(harmless)('finds none for %s', (pattern) => {
    expect(findOffense(pattern)).toBeUndefined();
  });

  it('reads patterns from templates, and calls one global that splits a text', () => {
    const source = [
      'const a = /a\\/[/]/;',
      'const b = `$' + '{text.split(/,\\s*/)}/x/`;',
      "const c = () => new RegExp('y');",
      "const d = RegExp('z');",
    ].join('\n');
    const { literals, madeOnce, madeLater } = patternsOf('x.ts', source);
    expect({ literals, madeOnce, madeLater }).toEqual({
      literals: [/a\/[/]/, /,\s*/g],
      madeOnce: 1,
      madeLater: 1,
    });
  });
});

describe('a pattern that counts its steps', () => {
  const sources = patternsIn(['packages/adr/src', 'packages/local-slack/src', 'src']).flatMap((each) => each.literals);
  const syntax = [
    /^(?:a|ab)(?:c|bcd)(d*)$/,
    /(z)((a+)?(b+)?(c))*/,
    /(?=(a+))a*b\1/,
    /(?<=(\d+)(\d+))$/,
    /(a*)*/,
    /\b\w+?\B/g,
  ];
  const patterns = [...new Map([...sources, ...onceBad, ...syntax].map((each) => [String(each), each])).values()];

  it('finds in every attack what the engine finds', () => {
    for (const pattern of patterns) {
      const stepped = new SteppedPattern(pattern);
      const engine = new RegExp(pattern, pattern.flags.replaceAll(/[gy]/g, ''));
      const texts = ['', 'zaacbbbcac', 'abcd', 'baaabac', '1053', ...shortTexts(pattern, stepped)];
      for (const text of texts) {
        const expected = engine.exec(text);
        const { index, groups } = stepped.search(text, 0, 1_000_000);
        const verdict = { pattern: String(pattern), text, index, groups };
        expect(verdict).toEqual({ ...verdict, index: expected?.index ?? -1, groups: [...(expected ?? [])] });
      }
    }
  });

  it('counts the same steps each time, fourfold for double the length where each place is searched to the end', () => {
    const pattern = new SteppedPattern(/\s+$/);
    const [short, long] = [1_000, 2_000].map((times) => pattern.count(`${' '.repeat(times)}x`, 10_000_000));
    expect(pattern.count(`${' '.repeat(1_000)}x`, 10_000_000)).toBe(short);
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(4, 1);
  });

  function shortTexts(pattern: RegExp, { parsed }: SteppedPattern): string[] {
    const attacks = attacksOn(parsed.root, pattern);
    // A sample of them, the same each time.
    const every = Math.max(1, Math.floor(attacks.length / 12));
    return attacks.filter((_, index) => index % every === 0).map((attack) => writeAttack(attack, 12));
  }
});
