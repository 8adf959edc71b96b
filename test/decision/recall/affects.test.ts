import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { checkAffects } from '../../../src/decision/recall/affects.ts';
import { ruleBrokenBy } from '../sample.ts';

describe('checkAffects', () => {
  it.each([
    ['src/store/**\n\n  db/migrations/*.sql ', ['src/store/**', 'db/migrations/*.sql']],
    ['./src/**\n/src/**', ['src/**']],
    ['src/store/', ['src/store/**']],
    ['src/**, db/**,', ['src/**', 'db/**']],
    ['`src/{store, jobs}/**`', ['src/{store, jobs}/**']],
    ['app/[id]/page.tsx\nsrc/!(vendor)/*\nsrc/a\\[b', ['app/[id]/page.tsx', 'src/!(vendor)/*', 'src/a\\[b']],
    ['/ #\n/ /docs\n/`src/`\n`db/,`\nlib,,', ['#', 'docs', 'src/**', 'db/**', 'lib']],
    ['/', []],
    ['\n \n', []],
  ])('reads %j', (typed, patterns) => {
    expect(checkAffects(typed)).toEqual(patterns);
    expect(checkAffects(patterns.join('\n'))).toEqual(patterns);
  });

  it.each([
    ['C:\\work\\src', 'not a path of git'],
    ['src\\store', 'not a path of git'],
    ['src/../../etc', 'leads outside'],
    ['!src/**', 'says what not'],
    ['src/{store', 'open bracket'],
    ['src/[a-z', 'open bracket'],
    ['src/(a]', 'open bracket'],
  ])('refuses %j', (pattern, fault) => {
    expect(ruleBrokenBy(() => checkAffects(`src/**\n${pattern}`))).toEqual({
      refusal: { code: 'unusable pattern', pattern, fault },
      field: 'affects',
    });
  });

  it.each([
    [`src/${'x'.repeat(197)}`, { code: 'too long', what: 'pattern', length: 201, characters: 201, most: 200 }],
    [
      Array.from({ length: 21 }, (_, n) => `src/${n}`).join('\n'),
      { code: 'too many', what: 'patterns', count: 21, most: 20 },
    ],
  ])('refuses what is too much', (typed, refusal) => {
    expect(ruleBrokenBy(() => checkAffects(typed))).toEqual({ refusal, field: 'affects' });
  });

  it('reads what it made of any text the same again', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        let patterns: string[];
        try {
          patterns = checkAffects(typed);
        } catch (error) {
          expect(error).toBeInstanceOf(RuleBroken);
          return;
        }
        expect(checkAffects(patterns.join('\n'))).toEqual(patterns);
      }),
    );
  });
});
