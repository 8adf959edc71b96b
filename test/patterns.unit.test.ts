import { describe, expect, it } from 'vitest';
import { patternsIn, patternsMadeBy } from './support/pattern/find-patterns.ts';
import { findOffense } from './support/pattern/growth.ts';

/**
 * What files make with `new RegExp` in functions: of their own literals, which are then global, or like these examples.
 */
const madeInFunctions: Readonly<Record<string, 'its literals' | readonly RegExp[]>> = {
  'packages/adr/src/markdown/guard/placeholders.ts': [/[\ue000\ue001\ue002\ue003]/g],
  'packages/adr/src/read/y-statement.ts': [
    /(?<!\p{L})we[ \t\n]{1,9}decided[ \t\n]{1,9}for[:：]?[ \t\n]{1,9}|在[:：]?\s{0,9}|nell['’]ambito[:：]?/giu,
    /,?\s{0,9}(?:zu[ \t\n]{1,9}erreichen|in[ \t\n]{1,9}Kauf)(?!\p{L})/giu,
    /,?\s{0,9}(?:の文脈において|の文脈で)/giu,
  ],
  'packages/adr/src/read/source/source.ts': [/\n[ \t]{1,7}/g],
  'packages/adr/src/read/metadata/yaml-pairs.ts': 'its literals',
  'packages/adr/src/read/choice/choice-words.ts': [/(?<!\p{L})(?:because|since)(?!\p{L})|因为|由于/iu],
  'packages/local-slack/src/page/client/text/mrkdwn.ts': 'its literals',
  'src/slack/app/app.ts': [/^vote_/],
};

const files = patternsIn(['packages/adr/src', 'packages/local-slack/src', 'src', 'db']);
const withPatterns = files.filter(({ literals, madeOnce, madeLater }) => literals.length + madeOnce + madeLater > 0);

describe('no regular expression works with the square of the length of a text', () => {
  it.each(withPatterns)('in $file', async ({ file, literals, madeOnce }) => {
    const made = madeOnce > 0 ? await patternsMadeBy(file) : [];
    expect(made.length).toBeGreaterThanOrEqual(madeOnce);
    const later = madeInFunctions[file] ?? [];
    const others = later === 'its literals' ? literals.map(toGlobal) : later;
    const offenders = [...literals, ...made, ...others].flatMap((pattern) => {
      const offense = findOffense(pattern);
      return offense === undefined ? [] : [{ pattern: String(pattern), ...offense }];
    });
    expect(offenders).toEqual([]);
  });

  it('knows what is made in functions', () => {
    expect(files.filter(({ madeLater }) => madeLater > 0).map(({ file }) => file)).toEqual(
      Object.keys(madeInFunctions).sort(),
    );
  });
});

function toGlobal(pattern: RegExp): RegExp {
  return new RegExp(pattern, [...new Set(`${pattern.flags}g`)].join(''));
}
