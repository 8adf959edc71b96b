import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../../src/decision/outcome/gather-facts.ts';
import { findSettled, reachVerdict, type Verdict } from '../../../src/decision/outcome/verdict.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { isScored, mostPoints } from '../../../src/decision/vote/score.ts';
import { en } from '../../../src/words/en/en.ts';
import { ballot, options } from '../sample.ts';
import { abstentionId, anyBallots, anyRule, choices, countUnder, deciders } from './any-rule.ts';

const rules = fc.oneof(anyRule, fc.constantFrom(...Object.values(presets).map(({ rule }) => rule)));
const objections = fc.constantFrom({ standing: 0, resolved: 0 }, { standing: 1, resolved: 1 });

/** What is decided, without the figures. */
function answerOf(verdict: Verdict | undefined): unknown {
  if (verdict === undefined) return undefined;
  return 'option' in verdict ? [verdict.kind, verdict.option.id] : [verdict.kind];
}

const judge = (rule: Rule, ballots: readonly Ballot[]) => reachVerdict(rule, countUnder(rule, ballots));

/**
 * A ballot that nobody has cast yet, later than all others; in its place if there is one. Scored, it gives all points.
 */
function add(ballots: readonly Ballot[], userId: string, optionId: string, score = mostPoints): Ballot[] {
  const others = ballots.filter((one) => one.userId !== userId || one.optionId !== optionId);
  return [...others, ballot(userId, optionId, 99, { score })];
}

describe('the laws of every rule', () => {
  it('one more ballot for the chosen option leaves it chosen', () => {
    fc.assert(
      fc.property(rules, anyBallots, fc.constantFrom(...deciders), (rule, ballots, voter) => {
        const before = judge(rule, ballots);
        if (before.kind !== 'chosen') return;
        const after = add(ballots, voter, before.option.id);
        const verdict = judge(rule, after);
        // With one vote, and a reaction of which nobody knows when it was made, it is not told that this is the latest:
        // the voter counts for nothing, and can be missed, but brings no other option about.
        if (countUnder(rule, after).unclear.includes(voter) && verdict.kind !== 'chosen') return;
        expect(answerOf(verdict)).toEqual(['chosen', before.option.id]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('more points for the chosen option leave it chosen', () => {
    fc.assert(
      fc.property(
        rules,
        anyBallots,
        fc.constantFrom(...deciders),
        fc.nat(mostPoints),
        (given, ballots, voter, more) => {
          const rule: Rule = { ...given, method: 'score' };
          const before = judge(rule, ballots);
          const own = ballots.filter(({ userId, isCast }) => userId === voter && isCast);
          const scored = own.filter(({ optionId }) => optionId !== abstentionId);
          if (before.kind !== 'chosen' || scored.length === 0) return;
          const { id } = before.option;
          const score = Math.max(more, scored.find(({ optionId }) => optionId === id)?.score ?? 0);
          expect(answerOf(judge(rule, add(ballots, voter, id, score)))).toEqual(['chosen', id]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('fewer points for another option leave the chosen one chosen', () => {
    fc.assert(
      fc.property(rules, anyBallots, fc.nat(), (given, ballots, index) => {
        const rule: Rule = { ...given, method: 'score' };
        const before = judge(rule, ballots);
        if (before.kind !== 'chosen') return;
        const others = ballots.filter(
          ({ optionId, isCast }) => isCast && ![before.option.id, abstentionId].includes(optionId),
        );
        const one = others[index % others.length];
        if (one === undefined) return;
        const after = ballots.map((each) => (each === one ? { ...one, score: 0 } : each));
        expect(answerOf(judge(rule, after))).toEqual(['chosen', before.option.id]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order of the ballots makes no difference', () => {
    const twice = anyBallots.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(rules, twice, (rule, [one, other]) => {
        expect(judge(rule, other)).toEqual(judge(rule, one));
      }),
      { numRuns: 500 },
    );
  });

  it('the reaction of a bot, or of somebody who is no decider, changes nothing', () => {
    fc.assert(
      fc.property(rules, anyBallots, (rule, ballots) => {
        const ofDeciders = ballots.filter((one) => deciders.includes(one.userId));
        expect(judge(rule, ballots)).toEqual(judge(rule, ofDeciders));
        expect(countUnder(rule, ballots)).toMatchObject({ notVoted: countUnder(rule, ofDeciders).notVoted });
      }),
      { numRuns: 500 },
    );
  });

  it('a settled result is also the result at the deadline, however the rest vote', () => {
    const press = fc.subarray(choices);
    const rest = fc.array(press, { minLength: deciders.length, maxLength: deciders.length });
    const points = fc.array(fc.nat(mostPoints), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(rules, anyBallots, rest, points, objections, (rule, ballots, pressed, scores, raised) => {
        const tally = countUnder(rule, ballots);
        const settled = findSettled(rule, tally, raised);
        if (settled === undefined) return;
        const isWaiting = (id: string) => tally.notVoted.includes(id) && !tally.unclear.includes(id);
        const later = deciders.flatMap((id, index) =>
          isWaiting(id)
            ? (pressed[index] ?? []).map((choice, nth) => {
                const score = scores[(index + nth) % scores.length] ?? 0;
                return ballot(id, choice, 100 + nth, { score });
              })
            : [],
        );
        const standing = ballots.filter((one) => !isWaiting(one.userId));
        const atTheEnd = reachVerdict(rule, countUnder(rule, [...standing, ...later]), raised);
        expect(answerOf(atTheEnd)).toEqual(answerOf(settled));
      }),
      { numRuns: 5_000 },
    );
  });

  it('if it is settled, no combination of votes changes it; if not, some combination does', () => {
    fc.assert(
      fc.property(rules, anyBallots, (rule, ballots) => {
        const tally = countUnder(rule, ballots);
        if (findSettled(rule, tally) !== undefined) return;
        const abstaining = rule.abstain === 'none' ? [] : [abstentionId];
        const all = [...options.map(({ id }) => id), ...abstaining].map((choice) => [choice, mostPoints] as const);
        const zeros = isScored(rule) ? options.slice(0, 1).map(({ id }) => [id, 0] as const) : [];
        const endings = [...all, ...zeros].map(([choice, score]) => {
          const later = tally.notVoted.map((id) => ballot(id, choice, 99, { score }));
          const standing = ballots.filter(({ userId }) => !tally.notVoted.includes(userId));
          return JSON.stringify(answerOf(judge(rule, [...standing, ...later])));
        });
        const now = JSON.stringify(answerOf(reachVerdict(rule, tally)));
        expect(new Set([now, ...endings]).size).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('everybody who may vote is counted exactly once', () => {
    fc.assert(
      fc.property(rules, anyBallots, (rule, ballots) => {
        const tally = countUnder(rule, ballots);
        expect([...tally.voted, ...tally.notVoted].toSorted()).toEqual(deciders.toSorted());
        const backing = new Set(tally.options.flatMap(({ voters }) => voters));
        const isAgainstAll = ({ userId, optionId, isCast }: Ballot) =>
          isScored(rule) && isCast && optionId !== abstentionId && deciders.includes(userId);
        const siding = new Set([...backing, ...ballots.filter(isAgainstAll).map(({ userId }) => userId)]);
        expect([...tally.abstained, ...siding].toSorted()).toEqual([...tally.voted].toSorted());
        for (const id of tally.unclear) expect(tally.notVoted).toContain(id);
      }),
    );
  });

  it('nobody has two votes if everybody has one', () => {
    fc.assert(
      fc.property(anyRule, anyBallots, (rule, ballots) => {
        const { options: counted, voted, abstained } = countUnder({ ...rule, method: 'single' }, ballots);
        const votes = counted.reduce((sum, { voters }) => sum + voters.length, 0);
        expect(votes).toBe(voted.length - abstained.length);
      }),
    );
  });

  it('every verdict has words, with whole numbers', () => {
    fc.assert(
      fc.property(rules, anyBallots, objections, (rule, ballots, raised) => {
        const tally = countUnder(rule, ballots);
        const verdict = reachVerdict(rule, tally, raised);
        const facts = gatherFacts(verdict, tally);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        expect(en.verdicts.explain(facts)).toMatch(/^[A-Z0-9][^\n]*\.$/);
        expect(en.verdicts.conclude(facts)).not.toMatch(/undefined|NaN|\d\.\d/);
      }),
    );
  });
});
