import { describe, expect, it } from 'vitest';
import { findSettled, reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import { ballot, option } from '../sample.ts';
import { abstentionId, cast, electorateOf } from './any-rule.ts';

// How others count, as rules of ours: o1 is what they call yes, in favour or +1, o2 no or -1.

const options = [option(0, 'Yes'), option(1, 'No')];

interface Counted {
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
  readonly of: number;
}

function count(rule: Rule, { yes = 0, no = 0, abstain = 0, of }: Counted) {
  const ballots = cast({ o1: yes, o2: no, abstain });
  const { method } = rule;
  return takeTally({ options, ballots, deciders: electorateOf(of), ignored: new Set(), method, abstentionId });
}

function passes(rule: Rule, votes: Counted): boolean {
  const verdict = reachVerdict(rule, count(rule, votes));
  return verdict.kind === 'chosen' && verdict.option.id === 'o1';
}

describe('gitvote: in favour / allowed voters × 100 ≥ pass_threshold', () => {
  // No quorum; against, abstaining and absent weigh the same. Of several reactions of one person it counts none; here
  // the latest counts. Reactions of others are listed apart, as here.
  const gitvote = (passThreshold: number) =>
    readRule({ method: 'single', threshold: `at least ${passThreshold}% of eligible`, abstain: 'quorum only' });

  it.each<[number, Counted, boolean]>([
    [50, { yes: 2, of: 4 }, true],
    [50, { yes: 1, no: 0, of: 4 }, false],
    [67, { yes: 2, of: 3 }, false],
    [66, { yes: 2, of: 3 }, true],
    [51, { yes: 3, no: 3, of: 6 }, false],
    [50, { yes: 3, abstain: 3, of: 6 }, true],
    [100, { yes: 4, of: 5 }, false],
    [100, { yes: 5, of: 5 }, true],
  ])('at %i percent %j passes: %s', (threshold, votes, isPassed) => {
    // Half in favour and half against passes there at 50 %; here it is level, and people are asked.
    expect(passes(gitvote(threshold), votes)).toBe(isPassed);
  });

  it('counts the latest of two reactions, instead of none', () => {
    const rule = gitvote(50);
    const ballots = [ballot('U1', 'o2', 1), ballot('U1', 'o1', 2), ballot('U2', 'o1', 3)];
    const tally = takeTally({ options, ballots, deciders: electorateOf(4), ignored: new Set(), method: rule.method });
    expect(tally.options.map(({ voters }) => voters.length)).toEqual([2, 0]);
  });

  it('closes when it passes, however the rest vote', () => {
    const rule = readRule({ method: 'single', threshold: 'more than 50% of eligible' });
    expect(findSettled(rule, count(rule, { yes: 3, of: 5 }))?.kind).toBe('chosen');
    expect(findSettled(rule, count(rule, { yes: 2, no: 1, of: 5 }))).toBeUndefined();
  });
});

describe('rfcbot: no concern, approvals ≥ max(⌊n/2⌋ + 1, n − 2)', () => {
  // A comment period follows there; here it is the time until the deadline. The proposer's approval is a vote here.
  const rfcbot = (reviewers: number) =>
    readRule({
      threshold: 'more than 1/2 of eligible',
      'least in favour': Math.max(reviewers - 2, 1),
      objections: 'block',
    });

  it.each([
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 5],
    [8, 6],
    [1, 1],
  ])('of %i reviewers %i are enough, and one less is not', (of, least) => {
    expect(passes(rfcbot(of), { yes: least, of })).toBe(true);
    expect(passes(rfcbot(of), { yes: least - 1, of })).toBe(false);
  });

  it('a concern blocks until it is resolved', () => {
    const tally = count(rfcbot(3), { yes: 3, of: 3 });
    expect(reachVerdict(rfcbot(3), tally, { standing: 1, resolved: 0 }).kind).toBe('blocked');
    expect(reachVerdict(rfcbot(3), tally, { standing: 0, resolved: 1 }).kind).toBe('chosen');
  });

  it('the variant of matrix: at least three quarters of the members', () => {
    const rule = readRule({ threshold: 'at least 75% of eligible', objections: 'block' });
    expect([2, 3].map((yes) => passes(rule, { yes, of: 4 }))).toEqual([false, true]);
  });
});

describe('ConsensusBot: y + n + a ≥ quorum, and of y + n', () => {
  const simple = readRule({ quorum: '1/2', threshold: 'more than 1/2 of decisive', abstain: 'quorum only' });
  const supermajority = readRule({ quorum: '2/3', threshold: 'at least 2/3 of decisive', abstain: 'quorum only' });
  const unanimous = readRule({ quorum: 'all', threshold: 'at least all of decisive', abstain: 'quorum only' });

  it.each<[string, Rule, Counted, boolean]>([
    ['2y > y + n', simple, { yes: 2, no: 1, of: 5 }, true],
    ['a quorum of ⌈R/2⌉', simple, { yes: 2, of: 5 }, false],
    ['an abstention counts for the quorum', simple, { yes: 2, abstain: 1, of: 5 }, true],
    ['y = n, which it calls tied', simple, { yes: 2, no: 2, of: 5 }, false],
    ['all abstain, which it rejects', simple, { abstain: 5, of: 5 }, false],
    ['3y ≥ 2(y + n)', supermajority, { yes: 4, no: 2, of: 7 }, true],
    ['3y < 2(y + n)', supermajority, { yes: 3, no: 2, of: 7 }, false],
    ['a quorum of ⌈2R/3⌉', supermajority, { yes: 4, of: 7 }, false],
    ['n = 0', unanimous, { yes: 3, abstain: 1, of: 4 }, true],
    ['n > 0', unanimous, { yes: 3, no: 1, of: 4 }, false],
    ['not all have voted', unanimous, { yes: 3, of: 4 }, false],
    // There the quorum stays at R when an account is closed, and can't be met any more; here it is of those left.
    ['one of four is gone', unanimous, { yes: 3, of: 3 }, true],
  ])('%s', (_, rule, votes, isPassed) => {
    expect(passes(rule, votes)).toBe(isPassed);
  });

  it.each<[string, Rule, Counted, boolean]>([
    // It closes when 2(y + rest) ≤ y + n + rest; here the quorum has to be there as well, so that it is this verdict.
    ['simple', simple, { yes: 0, no: 3, of: 5 }, false],
    ['supermajority', supermajority, { yes: 2, no: 2, of: 5 }, true],
    ['supermajority that no can still reach', supermajority, { yes: 2, no: 3, of: 6 }, false],
    ['supermajority that can still be reached', supermajority, { yes: 3, no: 1, of: 6 }, false],
  ])('%s: whether it is unreachable, as yes or as no', (_, rule, votes, isUnreachable) => {
    expect(findSettled(rule, count(rule, votes))?.kind === 'threshold missed').toBe(isUnreachable);
  });
});

describe('Loomio: votes still needed = ⌈pct / 100 × eligible⌉, and a test for each option', () => {
  // Nothing passes by itself there; here the test is the threshold. Its quorum_reached? compares the quorum with the
  // number of people, and is always true; here it is compared with the turnout.
  it.each<[number, number, boolean]>([
    [50, 3, true],
    [50, 2, false],
    [60, 3, true],
    [61, 3, false],
    [100, 5, true],
  ])('a quorum of %i percent of five with %i votes is met: %s', (percent, voted, isMet) => {
    const rule = readRule({ quorum: `${percent}%` });
    expect(reachVerdict(rule, count(rule, { yes: voted, of: 5 })).kind !== 'no quorum').toBe(isMet);
  });

  it('voter_percent gte 60', () => {
    const rule = readRule({ threshold: 'at least 60% of eligible' });
    expect([2, 3].map((yes) => passes(rule, { yes, of: 5 }))).toEqual([false, true]);
  });

  it('consent: the proposal stands unless somebody objects', () => {
    const rule = readRule('lazy-consensus');
    const tally = count(rule, { of: 5 });
    expect(reachVerdict(rule, tally).kind).toBe('chosen');
    expect(reachVerdict(rule, tally, { standing: 1, resolved: 0 }).kind).toBe('blocked');
  });
});

describe('conda: so many take part, and so many of those agree', () => {
  const rule = readRule({ quorum: '60%', threshold: 'at least 60% of cast', abstain: 'against' });

  it.each<[Counted, boolean]>([
    [{ yes: 4, no: 2, of: 10 }, true],
    [{ yes: 5, of: 10 }, false],
    [{ yes: 3, no: 3, of: 10 }, false],
    [{ yes: 4, abstain: 3, of: 10 }, false],
  ])('%j passes: %s', (votes, isPassed) => {
    expect(passes(rule, votes)).toBe(isPassed);
  });
});
