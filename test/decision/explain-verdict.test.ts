import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../src/decision/ballot.ts';
import {
  concludeVerdict,
  explainVerdict,
  justifyRejection,
  justifyVerdict,
} from '../../src/decision/explain-verdict.ts';
import { noObjections, type ObjectionCount } from '../../src/decision/objection.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { defaultRule, type Rule } from '../../src/decision/rule.ts';
import { takeTally } from '../../src/decision/tally.ts';
import { reachVerdict } from '../../src/decision/verdict.ts';
import { abstentionId, cast, electorateOf } from './any-rule.ts';
import { ballot, option, options } from './sample.ts';

const six = [...options, option(3, 'Zig'), option(4, 'Kotlin'), option(5, 'Elixir')];
const seven = electorateOf(7);

function vote(ballots: readonly Ballot[], rule: Rule = defaultRule, deciders = seven, objections = noObjections) {
  const tally = takeTally({
    options: six,
    ballots,
    deciders,
    ignored: new Set(),
    method: rule.method,
    abstentionId: rule.abstain === 'none' ? undefined : abstentionId,
  });
  return { tally, verdict: reachVerdict(rule, tally, objections) };
}

function explain(...given: Parameters<typeof vote>): string {
  const { verdict, tally } = vote(...given);
  return concludeVerdict(verdict, tally);
}

describe('the verdict of the plainest rule in words', () => {
  it.each<[string, readonly Ballot[], string]>([
    ['nobody', [], 'Nobody who may vote has voted.'],
    ['an adviser only', [ballot('UHAL', 'o1')], 'Nobody who may vote has voted.'],
    [
      'one ballot',
      cast({ o1: 1 }),
      'Accepted: 1 of 7 deciders voted, Go + Fiber has 1 of 1, more than any other option.',
    ],
    [
      'a clear leader, one voter backing two',
      [...cast({ o1: 3, o2: 1 }), ballot('U1', 'o2', 9)],
      'Accepted: 4 of 7 deciders voted, Go + Fiber has 3 of 4, more than any other option.',
    ],
    [
      'two level',
      cast({ o1: 1, o2: 1 }),
      'Go + Fiber and Node.js + tRPC are tied with 1 vote each; 2 of 7 deciders voted.',
    ],
    [
      'all six level',
      six.map(({ id }) => ballot('U1', id)),
      'Go + Fiber, Node.js + tRPC, Rust + Axum, Zig and 2 others are tied with 1 vote each; 1 of 7 deciders voted.',
    ],
  ])('%s', (_, ballots, words) => {
    expect(explain(ballots)).toBe(words);
  });

  it('is not yet the last word while voting is open', () => {
    const { verdict, tally } = vote(cast({ o1: 2, o2: 1 }));
    expect(explainVerdict(verdict, tally)).toBe(
      '3 of 7 deciders voted, Go + Fiber has 2 of 3, more than any other option.',
    );
  });
});

describe('the verdicts of other rules in words', () => {
  it.each<[string, object, Readonly<Record<string, number>>, ObjectionCount, string]>([
    [
      'a majority, with an objection that was resolved',
      { preset: 'majority' },
      { o1: 4, o2: 1 },
      { standing: 0, resolved: 1 },
      'Accepted: 5 of 7 deciders voted (quorum 4), Go + Fiber has 4 of 5 (needs more than half of those who voted); 1 objection, resolved.',
    ],
    [
      'one that stands and only warns',
      { preset: 'majority' },
      { o1: 4, abstain: 1 },
      { standing: 1, resolved: 2 },
      'Accepted: 5 of 7 deciders voted (quorum 4, 1 abstained), Go + Fiber has 4 of 4 (needs more than half of those who voted); 3 objections, 2 of them resolved.',
    ],
    [
      'one that blocks',
      { preset: 'unanimous' },
      { o1: 7 },
      { standing: 1, resolved: 0 },
      'Blocked by 1 objection: 7 of 7 deciders voted (quorum 7), Go + Fiber has 7 of 7 (needs all of those who voted).',
    ],
    [
      'one that blocks, beside one that was resolved',
      { preset: 'unanimous' },
      { o1: 7 },
      { standing: 1, resolved: 1 },
      'Blocked by 1 objection: 7 of 7 deciders voted (quorum 7), Go + Fiber has 7 of 7 (needs all of those who voted); 2 objections, 1 of them resolved.',
    ],
    ['no quorum', { preset: 'majority' }, { o1: 2 }, noObjections, 'No quorum: 2 of 7 deciders voted (quorum 4).'],
    [
      'too few votes',
      { preset: 'two-thirds' },
      { o1: 3, o2: 2 },
      noObjections,
      'Not enough votes: 5 of 7 deciders voted (quorum 5), Go + Fiber has 3 of 5 (needs at least two thirds of those who voted).',
    ],
    [
      'too few votes for several',
      { preset: 'majority' },
      { o1: 2, o2: 2 },
      noObjections,
      'Not enough votes: 4 of 7 deciders voted (quorum 4), Go + Fiber and Node.js + tRPC have 2 of 4 each (needs more than half of those who voted).',
    ],
    [
      'too few votes in all',
      { 'least in favour': 3 },
      { o1: 2 },
      noObjections,
      'Not enough votes: 2 of 7 deciders voted, Go + Fiber has 2 of 2 (needs more than any other option, 3 at least).',
    ],
    [
      'abstentions only',
      { preset: 'majority' },
      { abstain: 5 },
      noObjections,
      'Nobody backs an option: 5 of 7 abstained.',
    ],
    [
      'silence that counts',
      { preset: 'lazy-consensus' },
      { o1: 1, o2: 2 },
      noObjections,
      'Accepted: 3 of 7 deciders voted and the other 4 count for Go + Fiber, Go + Fiber has 5 of 7, more than any other option.',
    ],
  ])('%s', (_, setting, votes, objections, words) => {
    expect(explain(cast(votes), readRule(setting), seven, objections)).toBe(words);
  });

  it('nobody is left', () => {
    expect(explain([], readRule('majority'), [])).toBe('Nobody is left who may vote.');
  });
});

describe('the reason that a verdict gives by itself', () => {
  const justify = (votes: Readonly<Record<string, number>>, setting: unknown = 'plurality') => {
    const { verdict, tally } = vote(cast(votes), readRule(setting));
    return { for: justifyVerdict(verdict, tally), against: justifyRejection(verdict, tally) };
  };

  it.each([
    [{ o1: 1 }, 'plurality', 'the only vote was for it.'],
    [{ o1: 2 }, 'plurality', 'all 2 who voted backed it.'],
    [{ o1: 2, o2: 1 }, 'plurality', 'it has the most votes: 2 of the 3 who voted.'],
    [{ o1: 4, o2: 1 }, 'majority', '4 of the 5 who voted backed it.'],
    [{ o1: 4 }, 'majority', 'all 4 who voted backed it.'],
    [{ o1: 4, abstain: 1 }, 'majority', 'all 4 who did not abstain backed it.'],
    [{ o1: 3, o2: 1, abstain: 1 }, 'majority', '3 of the 4 who did not abstain backed it.'],
    [{}, 'lazy-consensus', 'nobody’s objection stands, and 7 of 7 count for it.'],
  ])('for what %j chose under %s', (votes, preset, words) => {
    expect(justify(votes, preset)).toEqual({ for: words, against: '' });
  });

  it.each([
    [{}, 'plurality', 'nobody voted for any of the options.'],
    [{ o1: 1, o2: 1 }, 'plurality', 'Go + Fiber and Node.js + tRPC are tied with 1 vote each.'],
    [{ o1: 1 }, 'majority', 'too few took part: 1 of 7 deciders voted (quorum 4).'],
    [
      { o1: 3, o2: 3 },
      'majority',
      'no option has enough votes: Go + Fiber and Node.js + tRPC have 3 of 6 each (needs more than half of those who voted).',
    ],
  ])('against all where %j is rejected under %s', (votes, preset, words) => {
    expect(justify(votes, preset)).toEqual({ for: '', against: words });
  });
});
