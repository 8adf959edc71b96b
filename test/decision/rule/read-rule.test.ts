import { describe, expect, it } from 'vitest';
import type { AllowedValue, Refusal } from '../../../src/decision/failure/refusal.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { ruleBrokenBy } from '../sample.ts';

describe('a rule read from settings', () => {
  it.each<[string, unknown, object]>([
    ['a preset by its name', 'two-thirds', presets['two-thirds'].rule],
    [
      'a preset with a change',
      { preset: 'majority', quorum: 'all' },
      { ...presets.majority.rule, quorum: { parts: 1, of: 1 } },
    ],
    ['nothing but a quorum', { quorum: 4 }, { ...defaultRule, quorum: 4 }],
    ['an empty one', {}, defaultRule],
    ['a quorum in per cent', { quorum: '60%' }, { ...defaultRule, quorum: { parts: 60, of: 100 } }],
    ['half', { quorum: 'half' }, { ...defaultRule, quorum: { parts: 1, of: 2 } }],
    ['no quorum', { preset: 'plurality', quorum: 'none' }, defaultRule],
    [
      'a threshold',
      { threshold: 'at least 2/3 of decisive' },
      { ...defaultRule, threshold: { needs: 'at least', share: { parts: 2, of: 3 }, of: 'decisive' } },
    ],
    [
      'a threshold with a blank before the per cent',
      { threshold: 'more than 50 % of eligible' },
      { ...defaultRule, threshold: { needs: 'more than', share: { parts: 50, of: 100 }, of: 'eligible' } },
    ],
    ['a time for comments', { 'final comments': '10 days' }, { ...defaultRule, finalCommentMinutes: 14_400 }],
    ['a time', { 'minimum open': '3 days' }, { ...defaultRule, minimumOpenMinutes: 4_320 }],
    [
      'flags, in whatever order',
      { 'closes early': ['all voted', 'decided', 'decided'] },
      { ...defaultRule, closesEarly: ['decided', 'all voted'] },
    ],
    [
      'who may override it',
      { override: ['admins', 'proposer'], 'second person': true },
      { ...defaultRule, overriders: ['proposer', 'admins'], needsSecond: true },
    ],
    ['that votes can be handed over', { handover: true }, { ...defaultRule, allowsHandover: true }],
    ['that nobody may', { override: [] }, { ...defaultRule, overriders: [] }],
  ])('%s', (_, setting, rule) => {
    expect(readRule(setting)).toEqual(rule);
  });

  const known = [
    'plurality',
    'majority',
    'two-thirds',
    'unanimous',
    'scores',
    'lazy-consensus',
    'advice',
    'easy-to-undo',
    'hard-to-undo',
  ];
  const unknownRule = (value: unknown): Refusal => ({ code: 'unknown rule', value, known });
  it.each<[unknown, Refusal]>([
    ['dictatorship', unknownRule('dictatorship')],
    [undefined, unknownRule(undefined)],
    [['majority'], unknownRule(['majority'])],
    [{ preset: 7 }, unknownRule(7)],
    [{ abstain: 'quorum only', threshold: 'at least 1/2 of cast' }, { code: 'threshold counts abstentions' }],
    [{ preset: 'advice', 'least in favour': 2 }, { code: 'more in favor than deciders' }],
    [{ preset: 'unanimous', override: ['proposer'] }, { code: 'no second person' }],
    [{ preset: 'advice', handover: true }, { code: 'handover with one decider' }],
    [{ preset: 'advice', override: ['deciders'], 'second person': true }, { code: 'no second person' }],
  ])('%j is refused', (setting, refusal) => {
    expect(ruleBrokenBy(() => readRule(setting)).refusal).toEqual(refusal);
  });

  it.each<[string, unknown, AllowedValue]>([
    ['tie', 'coin', { kind: 'one of', words: ['extend once', 'ask', 'reject'] }],
    ['quorum', '3/2', { kind: 'quorum' }],
    ['quorum', -1, { kind: 'whole number', least: 0, most: 100_000 }],
    ['quorum', 1.5, { kind: 'whole number', least: 0, most: 100_000 }],
    ['quorum', '0%', { kind: 'quorum' }],
    ['quorum', '1/0', { kind: 'quorum' }],
    ['quorum', null, { kind: 'quorum' }],
    ['threshold', 'most', { kind: 'threshold' }],
    ['threshold', 'more than all of decisive', { kind: 'threshold' }],
    ['minimum open', 3, { kind: 'length of time' }],
    ['minimum open', '400 days', { kind: 'length of time' }],
    ['minimum open', '3 toString', { kind: 'length of time' }],
    ['least in favour', 0, { kind: 'whole number', least: 1, most: 100_000 }],
    ['closes early', 'decided', { kind: 'list of', words: ['decided', 'unreachable', 'all voted'] }],
    ['hidden tally', 'yes', { kind: 'true or false' }],
  ])('%s: %j is refused, with what is allowed', (part, value, allowed) => {
    expect(ruleBrokenBy(() => readRule({ [part]: value })).refusal).toEqual({
      code: 'unusable part of a rule',
      part,
      value,
      allowed,
    });
  });

  it('names the item of a list that is wrong', () => {
    expect(ruleBrokenBy(() => readRule({ 'closes early': ['soon'] })).refusal).toMatchObject({
      part: 'closes early',
      value: 'soon',
    });
  });

  it.each(['veto', 'constructor'])('refuses a part named %s, and lists the existing ones', (part) => {
    expect(ruleBrokenBy(() => readRule({ [part]: true })).refusal).toEqual({
      code: 'unknown part of a rule',
      part,
      known: expect.arrayContaining(['preset', 'method', 'deciders', 'quorum', 'threshold', 'hidden tally']),
    });
  });
});
