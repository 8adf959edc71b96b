import fc from 'fast-check';
import { everyOverrider, type Rule, type Threshold } from '../../../src/decision/rule/rule.ts';
import type { Share } from '../../../src/decision/rule/share.ts';
import { type Tally, takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { isScored } from '../../../src/decision/vote/score.ts';
import { ballot, options } from '../sample.ts';

/** What stands for an option in the ballots of these tests that abstain. */
export const abstentionId = 'd1';

/** Those who may vote here; UGUS and UHAL advise. */
export const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY'];

const share: fc.Arbitrary<Share> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .map(([a, b]) => ({ parts: Math.min(a, b), of: Math.max(a, b) }));

const threshold: fc.Arbitrary<Threshold> = fc
  .record({
    needs: fc.constantFrom('at least' as const, 'more than' as const),
    share,
    of: fc.constantFrom('eligible' as const, 'cast' as const, 'decisive' as const),
  })
  .filter(({ needs, share: { parts, of } }) => needs === 'at least' || parts < of);

const otherwise = fc.constantFrom('extend once' as const, 'ask' as const, 'reject' as const);

/** Any rule that can be written down. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    method: fc.constantFrom('approval' as const, 'single' as const, 'score' as const),
    deciders: fc.constant('any number' as const),
    quorum: fc.oneof(fc.integer({ min: 0, max: 7 }), share),
    threshold: fc.oneof(fc.constant('most votes' as const), threshold),
    leastInFavour: fc.integer({ min: 1, max: 3 }),
    abstain: fc.constantFrom('none' as const, 'quorum only' as const, 'excluded' as const, 'against' as const),
    silence: fc.constantFrom('nothing' as const, 'nothing' as const, 'assent' as const),
    objections: fc.constantFrom('block' as const, 'warn' as const, 'none' as const),
    minimumOpenMinutes: fc.constantFrom(0, 60, 1_440),
    closesEarly: fc.subarray(['decided', 'unreachable', 'all voted'] as const),
    finalCommentMinutes: fc.constantFrom(0, 0, 60, 14_400),
    tie: otherwise,
    noQuorum: otherwise,
    thresholdMissed: otherwise,
    votesAfterLeaving: fc.constantFrom('stand' as const, 'lapse' as const),
    isTallyHidden: fc.boolean(),
    overriders: fc.subarray([...everyOverrider]),
    needsSecond: fc.boolean(),
    allowsHandover: fc.boolean(),
  })
  .filter(
    ({ abstain, threshold: limit }) => abstain !== 'quorum only' || limit === 'most votes' || limit.of !== 'cast',
  );

/** What a person may press. */
export const choices = [...options.map(({ id }) => id), abstentionId];

const someBallot = fc.record({
  userId: fc.constantFrom(...deciders, 'UGUS', 'UHAL', 'UBOT'),
  optionId: fc.constantFrom(...choices),
  isCast: fc.boolean(),
  score: fc.integer({ min: 0, max: 3 }),
  eventUs: fc.nat(30),
  cardTs: fc.constant('1.000100'),
});

/** One ballot for each person and option at the most, as the store has them. */
export const anyBallots: fc.Arbitrary<Ballot[]> = fc.uniqueArray(someBallot, {
  selector: (one) => `${one.optionId} ${one.userId}`,
  maxLength: 20,
});

/** Counts ballots under a rule; where nobody scores, each gives one vote. */
export function countUnder(rule: Rule, ballots: readonly Ballot[], gone: readonly string[] = []): Tally {
  const isAbstaining = rule.abstain !== 'none';
  return takeTally({
    options,
    ballots: isScored(rule) ? ballots : ballots.map((one) => ({ ...one, score: 1 })),
    deciders,
    gone,
    votesAfterLeaving: rule.votesAfterLeaving,
    ignored: new Set(['UBOT']),
    method: rule.method,
    abstentionId: isAbstaining ? abstentionId : undefined,
  });
}

/** Ballots of as many different people as there are votes, one each: `{ o1: 4, o2: 1 }`; `abstain` abstains. */
export function cast(votes: Readonly<Record<string, number>>): Ballot[] {
  let next = 0;
  return Object.entries(votes).flatMap(([choice, count]) =>
    Array.from({ length: count }, () => {
      next += 1;
      return ballot(`U${next}`, choice === 'abstain' ? abstentionId : choice, next);
    }),
  );
}

/** Deciders U1 to U`count`. */
export function electorateOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `U${index + 1}`);
}
