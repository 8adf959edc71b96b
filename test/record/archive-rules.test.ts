import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { readArchiveRules } from '../../src/record/archive-rules.ts';
import { de } from '../../src/words/de/de.ts';
import { en } from '../../src/words/en/en.ts';
import { wordRuleDoubt } from '../../src/words/language.ts';

describe('the rules of .gavel.yml', () => {
  it('are none if it does not mention any', () => {
    const none = { rules: [], initialId: undefined, doubts: [] };
    for (const text of ['', 'style:\n  bullet: "-"\n', 'rule:\nrules:\n']) expect(readArchiveRules(text)).toEqual(none);
  });

  it('are a preset, which is offered first', () => {
    expect(readArchiveRules('rule: two-thirds')).toEqual({ rules: [], initialId: 'two-thirds', doubts: [] });
    expect(readArchiveRules('rule: Two thirds').initialId).toBe('two-thirds');
    expect(readArchiveRules(`rule: ${de.rules.nameOf({ id: 'two-thirds' })}`).initialId).toBe('two-thirds');
  });

  it('are parts of a rule, without a name', () => {
    const { rules, initialId } = readArchiveRules('rule:\n  preset: majority\n  quorum: 3\n');
    expect(rules).toHaveLength(1);
    expect(rules[0]?.rule).toEqual({ ...presets.majority.rule, quorum: 3 });
    expect(initialId).toBe(rules[0]?.id);
  });

  it('are rules by their names, one of them first', () => {
    const text =
      'rule: Careful\nrules:\n  Quick: plurality\n  Careful:\n    preset: majority\n    minimum open: 2 days\n';
    const { rules, initialId, doubts } = readArchiveRules(text);
    expect(rules.map(({ name }) => name)).toEqual(['Quick', 'Careful']);
    expect(rules[1]?.rule.minimumOpenMinutes).toBe(2 * 24 * 60);
    expect([initialId, doubts]).toEqual(['archive:Careful', []]);
  });

  it.each<[string, object]>([
    ['rule: best', { code: 'first rule left out', because: { code: 'unknown rule', value: 'best' } }],
    ['rules: [majority]', { code: 'rules not by name' }],
    [
      'rules:\n  Odd: { quorum: 3/2 }',
      {
        code: 'rule left out',
        name: 'Odd',
        because: { code: 'unusable part of a rule', part: 'quorum', value: '3/2' },
      },
    ],
    [`rules:\n  ${'x'.repeat(51)}: majority`, { code: 'rule name refused', name: 'x'.repeat(50) }],
    [
      `rules:\n${Array.from({ length: 21 }, (_, index) => `  r${index}: majority\n`).join('')}`,
      { code: 'too many rules', most: 20 },
    ],
  ])('leave out what is wrong in %j, and say so', (text, doubt) => {
    const { doubts } = readArchiveRules(text);
    expect(doubts).toMatchObject([doubt]);
  });

  it('may say when decisions are to be looked at again, each rule for itself or the repository for all', () => {
    const text =
      'revisit: 1 year\nrules:\n  Careful:\n    preset: majority\n    revisit: 18 months\n  Quick: plurality\n';
    const { rules, revisitMonths, doubts } = readArchiveRules(text);
    expect(revisitMonths).toBe(12);
    expect(rules.map((rule) => rule.revisitMonths)).toEqual([18, undefined]);
    expect(rules[0]?.rule).toEqual(presets.majority.rule);
    expect(doubts).toEqual([]);
    expect(readArchiveRules('rule:\n  preset: majority\n  revisit: 2 years\n').rules[0]?.revisitMonths).toBe(24);
  });

  it.each(['soon', '0 months', '21 years', '1.5 years', '12', '[1 year]'])('say so if %s is no time', (said) => {
    const because = { code: 'unusable part of a rule', part: 'revisit', allowed: { kind: 'months' } };
    const ofAll = readArchiveRules(`revisit: ${said}`);
    expect(ofAll.revisitMonths).toBeUndefined();
    expect(ofAll.doubts).toMatchObject([{ code: 'revisit left out' }]);
    const ofOne = readArchiveRules(`rules:\n  Careful:\n    revisit: ${said}\n`);
    expect(ofOne.doubts).toMatchObject([{ code: 'rule left out', name: 'Careful', because }]);
  });

  it('are read from any text, at worst with a doubt', () => {
    const anyText = fc.oneof(
      nastyText,
      nastyText.map((text) => `rule: ${text}`),
      nastyText.map((text) => `rules:\n  ${text}: { quorum: ${text} }`),
      fc.constantFrom('rule: *nothing', 'rules: &a [*a]', 'rule: !!binary x'),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { rules, initialId, doubts } = readArchiveRules(text);
        for (const doubt of doubts) expect(wordRuleDoubt(en, doubt)).not.toBe('');
        const ids = [...rules.map(({ id }) => id), ...Object.keys(presets)];
        if (initialId !== undefined) expect(ids).toContain(initialId);
      }),
    );
  });
});
