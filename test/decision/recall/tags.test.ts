import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { checkTags, cleanTag } from '../../../src/decision/recall/tags.ts';
import { ruleBrokenBy } from '../sample.ts';

describe('checkTags', () => {
  it.each([
    ['storage, kafka', ['storage', 'kafka']],
    ['  Storage ,, KAFKA;search\nDevOps ', ['storage', 'kafka', 'search', 'devops']],
    ['#storage #kafka', ['storage', 'kafka']],
    ['event sourcing, Event  Sourcing', ['event-sourcing']],
    ['c++, c#, .NET, ci/cd, node.js, snake_case', ['c++', 'c#', '.net', 'ci/cd', 'node.js', 'snake_case']],
    ['Größe, データ、कुंजी', ['größe', 'データ', 'कुंजी']],
    [' \n,; ', []],
  ])('reads %j', (typed, tags) => {
    expect(checkTags(typed)).toEqual(tags);
  });

  it.each([
    ['storage:postgres!', { code: 'unusable tag', tag: 'storage:postgres!', strange: [':', '!'] }],
    ['kafka, 🎉', { code: 'unusable tag', tag: '🎉', strange: ['🎉'] }],
    ['kafka, -', { code: 'unusable tag', tag: '-', strange: [] }],
    ['x'.repeat(41), { code: 'too long', what: 'tag', length: 41, characters: 41, most: 40 }],
    [[...'abcdefghijk'].join(), { code: 'too many', what: 'tags', count: 11, most: 10 }],
  ])('refuses %j', (typed, refusal) => {
    expect(ruleBrokenBy(() => checkTags(typed))).toEqual({ refusal, field: 'tags' });
  });

  it('reads what it made of any text the same again', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        let tags: string[];
        try {
          tags = checkTags(typed);
        } catch (error) {
          expect(error).toBeInstanceOf(RuleBroken);
          return;
        }
        expect(checkTags(tags.join(', '))).toEqual(tags);
        for (const tag of tags) expect(tag).toMatch(/^[\p{L}\p{M}\p{N}._/+#-]{1,40}$/u);
      }),
    );
  });
});

it('makes the same tag of a tag', () => {
  fc.assert(
    fc.property(nastyText, (written) => {
      const tag = cleanTag(written);
      expect(cleanTag(tag)).toBe(tag);
    }),
  );
});
