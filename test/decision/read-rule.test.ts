import { describe, expect, it } from 'vitest';
import { presets } from '../../src/decision/preset.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import { ruleBrokenBy } from './sample.ts';

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
    ['a time', { 'minimum open': '3 days' }, { ...defaultRule, minimumOpenMinutes: 4_320 }],
    [
      'flags, in whatever order',
      { 'closes early': ['all voted', 'decided', 'decided'] },
      { ...defaultRule, closesEarly: ['decided', 'all voted'] },
    ],
  ])('%s', (_, setting, rule) => {
    expect(readRule(setting)).toEqual(rule);
  });

  it.each<[unknown, string]>([
    [
      'dictatorship',
      'I don’t know a voting rule “dictatorship”. There is “plurality”, “majority”, “two-thirds”, “unanimous”, “scores”, “lazy-consensus” or “advice”.',
    ],
    [undefined, 'I don’t know a voting rule nothing.'],
    [['majority'], 'I don’t know a voting rule ["majority"].'],
    [{ preset: 7 }, 'I don’t know a voting rule 7.'],
    [{ tie: 'coin' }, 'I can’t use “coin” as “tie” of a voting rule. It can be “extend once”, “ask” or “reject”.'],
    [
      { quorum: '3/2' },
      'I can’t use “3/2” as “quorum” of a voting rule. It can be “none”, a number of people, or a share such as “1/2”, “2/3”, “60%” or “all”.',
    ],
    [{ quorum: -1 }, 'I can’t use -1 as “quorum” of a voting rule. It can be a whole number from 0 to 100000.'],
    [{ quorum: 1.5 }, 'I can’t use 1.5 as “quorum”'],
    [{ quorum: '0%' }, 'I can’t use “0%” as “quorum”'],
    [{ quorum: '1/0' }, 'I can’t use “1/0” as “quorum”'],
    [{ quorum: null }, 'I can’t use null as “quorum”'],
    [
      { threshold: 'most' },
      'I can’t use “most” as “threshold” of a voting rule. It can be “most votes”, or “at least” or “more than” a share of the “eligible”, “cast” or “decisive” votes: “more than 1/2 of decisive”.',
    ],
    [{ threshold: 'more than all of decisive' }, 'I can’t use “more than all of decisive” as “threshold”'],
    [{ 'minimum open': 3 }, 'I can’t use 3 as “minimum open” of a voting rule. It can be “0 minutes”'],
    [{ 'minimum open': '400 days' }, 'I can’t use “400 days”'],
    [{ 'minimum open': '3 toString' }, 'I can’t use “3 toString”'],
    [{ 'least in favour': 0 }, 'It can be a whole number from 1 to 100000.'],
    [{ 'closes early': 'decided' }, 'It can be a list of “decided”, “unreachable” or “all voted”.'],
    [{ 'closes early': ['soon'] }, 'I can’t use “soon” as “closes early”'],
    [{ 'hidden tally': 'yes' }, 'I can’t use “yes” as “hidden tally” of a voting rule. It can be true or false.'],
    [{ veto: true }, 'A voting rule has no part called “veto”. It has preset, method, deciders, quorum, threshold,'],
    [{ constructor: 1 }, 'A voting rule has no part called “constructor”.'],
    [{ abstain: 'quorum only', threshold: 'at least 1/2 of cast' }, 'A threshold “of cast” counts those who abstained'],
    [{ preset: 'advice', 'least in favour': 2 }, 'One decider has one vote'],
  ])('%j is refused, with what is wrong and what is allowed', (setting, words) => {
    expect(ruleBrokenBy(() => readRule(setting)).message).toContain(words);
  });

  it('quotes no more than the beginning of something long', () => {
    expect(ruleBrokenBy(() => readRule({ tie: 'x'.repeat(5_000) })).message.length).toBeLessThan(200);
  });
});
