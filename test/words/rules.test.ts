import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProgress } from '../../src/decision/outcome/progress.ts';
import { type PresetName, presetNames, presets } from '../../src/decision/rule/preset.ts';
import { readRule } from '../../src/decision/rule/read-rule.ts';
import { defaultRule, type Rule } from '../../src/decision/rule/rule.ts';
import { takeTally } from '../../src/decision/tally/tally.ts';
import { de } from '../../src/words/de/de.ts';
import { en } from '../../src/words/en/en.ts';
import type { Language } from '../../src/words/language.ts';
import { languages } from '../../src/words/languages.ts';
import { abstentionId, anyRule, cast, electorateOf } from '../decision/rule/any-rule.ts';
import { ballot, decision, options, voting } from '../decision/sample.ts';

const own = {
  'as gitvote has it': readRule({ threshold: 'at least 67% of eligible', abstain: 'quorum only', method: 'single' }),
  'scores, and a share of them': readRule({
    method: 'score',
    threshold: 'at least 1/2 of eligible',
    'least in favour': 3,
    'threshold missed': 'reject',
  }),
  'two fifths, without those who abstain': readRule({
    quorum: '2/5',
    threshold: 'more than 3/7 of cast',
    abstain: 'excluded',
    'votes after leaving': 'lapse',
  }),
  everything: readRule({
    method: 'single',
    quorum: 4,
    threshold: 'more than 60% of cast',
    'least in favour': 3,
    abstain: 'against',
    objections: 'block',
    'minimum open': '36 hours',
    'closes early': ['unreachable', 'decided', 'all voted'],
    tie: 'reject',
    'no quorum': 'reject',
    'threshold missed': 'extend once',
    'hidden tally': true,
    handover: true,
  }),
};

const examples: Readonly<Record<PresetName | keyof typeof own, Rule>> = {
  plurality: presets.plurality.rule,
  majority: presets.majority.rule,
  'two-thirds': presets['two-thirds'].rule,
  unanimous: presets.unanimous.rule,
  scores: presets.scores.rule,
  'lazy-consensus': presets['lazy-consensus'].rule,
  'easy-to-undo': presets['easy-to-undo'].rule,
  'hard-to-undo': presets['hard-to-undo'].rule,
  advice: presets.advice.rule,
  ...own,
};

describe.each(Object.values(languages))('a rule in $code', ({ code, rules }) => {
  it('says what it is, for presets and for any parameters', async () => {
    const presetWords = presetNames.map((name) => {
      const { title, sentence, purpose } = rules.presets[name];
      return `${name}:\n${title}\n${sentence}\n${purpose}\n`;
    });
    const described = Object.entries(examples).map(([name, rule]) => `${name}:\n${rules.describe(rule)}\n`);
    const words = [...presetWords, ...described];
    await expect(words.join('\n')).toMatchFileSnapshot(`${code}/rules.golden.txt`);
  });

  it('is made of whole sentences, whatever the parameters', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(rules.describe(rule)).toMatch(/^([A-Z][^.]*[^ .]\.( |$))+$/);
      }),
    );
  });

  it.each(presetNames)('is called by a title, and introduced by one short sentence: %s', (id) => {
    const rule = { id, ...presets[id] };
    expect(rules.nameOf(rule)).toBe(rules.presets[id].title);
    expect(rules.introduce(rule)).toMatch(/^[A-Z][^.]*\.$/);
    expect(rules.introduce(rule).length).toBeLessThanOrEqual(75);
  });
});

describe('a rule in English', () => {
  it('is one sentence for the plainest', () => {
    expect(en.rules.describe(defaultRule)).toBe('The option with the most votes wins; there is no quorum.');
  });

  it('goes by the name that people gave it, and by what it says', () => {
    const rule = { id: 'channel:Ours', name: 'Ours', rule: readRule({ preset: 'majority', quorum: 4 }) };
    expect(en.rules.nameOf(rule)).toBe('Ours');
    expect(en.rules.introduce(rule)).toContain('at least 4 must vote');
    expect(en.rules.nameOf({ id: 'archive:' })).toBe('The repository’s rule');
  });

  it.each([
    [1, '1 minute'],
    [90, '90 minutes'],
    [60, '1 hour'],
    [36 * 60, '36 hours'],
    [24 * 60, '1 day'],
    [3 * 24 * 60, '3 days'],
  ])('gives %i minutes as %s', (minutes, words) => {
    expect(en.rules.duration(minutes)).toBe(words);
  });

  it('counts votes, or points', () => {
    const [scores, plurality] = [presets.scores.rule, presets.plurality.rule];
    expect([1, 11].map((votes) => en.rules.countVotes(scores, votes))).toEqual(['1 point', '11 points']);
    expect([0, 1].map((votes) => en.rules.countVotes(plurality, votes))).toEqual(['0 votes', '1 vote']);
  });
});

describe('a rule in German', () => {
  it.each([
    [1, '1 Minute'],
    [90, '90 Minuten'],
    [60, '1 Stunde'],
    [3 * 24 * 60, '3 Tage'],
  ])('gives %i minutes as %s', (minutes, words) => {
    expect(de.rules.duration(minutes)).toBe(words);
  });

  it('counts votes, or points', () => {
    const [scores, plurality] = [presets.scores.rule, presets.plurality.rule];
    expect([1, 11].map((votes) => de.rules.countVotes(scores, votes))).toEqual(['1 Punkt', '11 Punkte']);
    expect([0, 1].map((votes) => de.rules.countVotes(plurality, votes))).toEqual(['0 Stimmen', '1 Stimme']);
  });
});

/** How far a vote of four is: what each voter gives the three options, in points; or votes for each. */
function progress(
  setting: unknown,
  given: string | Readonly<Record<string, number>>,
  { rules }: Language = en,
): string {
  const rule = readRule(setting);
  const ballots =
    typeof given === 'string'
      ? given
          .split(' ')
          .flatMap((row, index) =>
            [...row].map((score, nth) => ballot(`U${index}`, `o${nth + 1}`, index, { score: Number(score) })),
          )
      : cast(given);
  const deciders = electorateOf(6);
  const tally = takeTally({
    options,
    ballots,
    deciders: typeof given === 'string' ? ['U0', 'U1', 'U2', 'U3'] : deciders,
    ignored: new Set(),
    method: rule.method,
    abstentionId: rule.abstain === 'none' ? undefined : abstentionId,
  });
  const found = findProgress(decision({ rule, voting: voting(deciders, { rule }) }), tally);
  return found ? rules.progress(found).join(' · ') : '';
}

describe('how far a vote is, in English', () => {
  it.each<[unknown, Readonly<Record<string, number>>, string]>([
    ['plurality', {}, '0 of 6 have voted'],
    ['plurality', { o1: 1 }, '1 of 6 have voted · Go + Fiber leads'],
    ['plurality', { o1: 1, o2: 1 }, '2 of 6 have voted · Go + Fiber and Node.js + tRPC are tied'],
    [{ 'least in favour': 3 }, { o1: 1 }, '1 of 6 have voted · Go + Fiber leads and needs 3 votes'],
    ['majority', { o1: 1 }, '1 of 6 have voted · 2 more votes for the quorum of 3 · Go + Fiber leads with 1 of 1'],
    [
      'majority',
      { o1: 1, abstain: 1 },
      '2 of 6 have voted · 1 of them abstains · 1 more vote for the quorum of 3 · Go + Fiber leads with 1 of 1',
    ],
    [
      'majority',
      { o1: 2, o2: 1, o3: 1 },
      '4 of 6 have voted · the quorum of 3 is reached · Go + Fiber leads with 2 of 4 and needs more than half of those who voted',
    ],
    [
      { preset: 'majority', 'least in favour': 3 },
      { o1: 2, o2: 2 },
      '4 of 6 have voted · the quorum of 3 is reached · Go + Fiber and Node.js + tRPC are tied with 2 of 4 each; an option needs more than half of those who voted, and at least 3',
    ],
    ['lazy-consensus', {}, '0 of 6 have voted · anyone who does not vote counts for Go + Fiber'],
    [
      { preset: 'majority', 'hidden tally': true },
      { o1: 1 },
      '1 of 6 have voted · the count is shown when voting closes',
    ],
  ])('%j, %j', (setting, votes, words) => {
    expect(progress(setting, votes)).toBe(words);
  });

  it.each<[object, string, string]>([
    [{}, '310', '1 of 4 have voted · Go + Fiber leads with 3 of 3 points'],
    [{}, '000', '1 of 4 have voted'],
    [{}, '110', '1 of 4 have voted · Go + Fiber and Node.js + tRPC are tied with 1 of 3 points each'],
    [
      { 'least in favour': 2 },
      '310',
      '1 of 4 have voted · Go + Fiber leads with 3 of 3 points and needs points from 2 people',
    ],
    [
      { threshold: 'more than 1/2 of decisive' },
      '100 100',
      '2 of 4 have voted · Go + Fiber leads with 2 of 6 points and needs more than half of the points that those who voted can give',
    ],
    [{ 'hidden tally': true }, '300', '1 of 4 have voted · the count is shown when voting closes'],
  ])('%j, by points %s', (setting, sheet, words) => {
    expect(progress({ method: 'score', ...setting }, sheet)).toBe(words);
  });
});

describe('how far a vote is, in German', () => {
  it.each<[unknown, string | Readonly<Record<string, number>>, string]>([
    ['plurality', { o1: 1, o2: 1 }, '2 von 6 haben abgestimmt · Go + Fiber und Node.js + tRPC liegen gleichauf'],
    [{ 'least in favour': 3 }, { o1: 1 }, '1 von 6 hat abgestimmt · Go + Fiber führt und braucht 3 Stimmen'],
    [
      'majority',
      { o1: 1, abstain: 1 },
      '2 von 6 haben abgestimmt · 1 davon enthält sich · noch 1 Stimme bis zum Quorum von 3 · Go + Fiber führt mit 1 von 1',
    ],
    [
      { preset: 'majority', 'least in favour': 3 },
      { o1: 2, o2: 2 },
      '4 von 6 haben abgestimmt · das Quorum von 3 ist erreicht · Go + Fiber und Node.js + tRPC liegen mit je 2 von 4 gleichauf und brauchen mehr als die Hälfte der Abstimmenden, dazu mindestens 3 Stimmen',
    ],
    ['lazy-consensus', {}, '0 von 6 haben abgestimmt · wer nicht abstimmt, zählt für Go + Fiber'],
    [
      { preset: 'majority', 'hidden tally': true },
      { o1: 1 },
      '1 von 6 hat abgestimmt · der Stand wird gezeigt, wenn die Abstimmung beendet ist',
    ],
    [
      { method: 'score', 'least in favour': 2 },
      '310',
      '1 von 4 hat abgestimmt · Go + Fiber führt mit 3 von 3 Punkten und braucht Punkte von 2 Personen',
    ],
  ])('%j, %j', (setting, votes, words) => {
    expect(progress(setting, votes, de)).toBe(words);
  });
});
