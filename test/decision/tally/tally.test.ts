import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { findLeaders, hideFigures, takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { anyBallots, anyRule, countUnder, deciders as sixDeciders } from '../rule/any-rule.ts';
import { ballot, options } from '../sample.ts';

const deciders = ['UANA', 'UBO', 'UCHI'];
const ignored = new Set(['UBOT']);
const count = (ballots: readonly Ballot[]) => takeTally({ options, ballots, deciders, ignored });
const judge = (ballots: readonly Ballot[]) => reachVerdict(defaultRule, count(ballots));

describe('takeTally', () => {
  it('counts deciders, lists advisers, and says who has not voted', () => {
    const tally = count([
      ballot('UANA', 'o1', 3),
      ballot('UBO', 'o1', 1),
      ballot('UBO', 'o2', 2),
      ballot('UGUS', 'o2', 4),
      ballot('UCHI', 'o3', 5, { isCast: false }),
    ]);
    expect(tally.options.map(({ option, voters, advisers }) => [option.title, voters, advisers])).toEqual([
      ['Go + Fiber', ['UBO', 'UANA'], []],
      ['Node.js + tRPC', ['UBO'], ['UGUS']],
      ['Rust + Axum', [], []],
    ]);
    expect(tally.voted).toEqual(['UANA', 'UBO']);
    expect(tally.notVoted).toEqual(['UCHI']);
  });

  it('counts a bot neither as a voter nor as an adviser', () => {
    expect(count([ballot('UBOT', 'o1')])).toEqual(count([]));
  });

  it('ignores a ballot for an unknown option', () => {
    expect(count([ballot('UANA', 'o9')])).toEqual(count([]));
  });
});

describe('takeTally when deciders were taken out', () => {
  it('counts as if those of them who have not voted were no deciders, whatever the rule', () => {
    fc.assert(
      fc.property(anyBallots, anyRule, fc.subarray([...sixDeciders]), (cast, rule, takenOut) => {
        const { method, votesAfterLeaving } = rule;
        const of = { options, ballots: cast, ignored, method, votesAfterLeaving };
        const before = takeTally({ ...of, deciders: sixDeciders });
        const isMissed = (id: string) => before.notVoted.includes(id) && !before.unclear.includes(id);
        const out = takenOut.filter(isMissed);
        const expected = takeTally({ ...of, deciders: sixDeciders.filter((id) => !out.includes(id)) });
        expect(takeTally({ ...of, deciders: sixDeciders, takenOut })).toEqual({ ...expected, takenOut: out });
      }),
    );
  });
});

/** Some of the deciders hand their votes to others, none of whom hands over theirs. */
const anyHandovers = fc
  .tuple(fc.subarray([...sixDeciders], { maxLength: 5 }), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }))
  .map(([givers, picks]) => {
    const others = sixDeciders.filter((id) => !givers.includes(id));
    return givers.map((from, index) => ({ from, to: others[(picks[index] ?? 0) % others.length] ?? '' }));
  });

describe('takeTally when votes are handed over', () => {
  /** What the givers would have to cast: what the others have, unless they have something themselves. */
  function castThemselves(
    ballots: readonly Ballot[],
    handovers: readonly { from: string; to: string }[],
    lapsed: readonly string[],
  ): Ballot[] {
    const has = (id: string) => ballots.some(({ userId, isCast }) => isCast && userId === id);
    return handovers
      .filter(({ from, to }) => !has(from) && !lapsed.includes(to))
      .flatMap(({ from, to }) =>
        ballots.filter(({ userId, isCast }) => isCast && userId === to).map((one) => ({ ...one, userId: from })),
      );
  }

  const anyVote = fc.record({
    // Each choice counts under every rule here.
    cast: anyBallots.map((all) => all.filter(({ optionId }) => options.some(({ id }) => id === optionId))),
    rule: anyRule,
    handovers: anyHandovers,
    gone: fc.subarray([...sixDeciders], { maxLength: 2 }),
    takenOut: fc.subarray([...sixDeciders], { maxLength: 2 }),
  });

  it('counts as if everybody had cast themselves what the others cast for them, whatever the rule', () => {
    fc.assert(
      fc.property(anyVote, ({ cast, rule, handovers, gone, takenOut }) => {
        const { method, votesAfterLeaving } = rule;
        const of = { options, deciders: sixDeciders, gone, takenOut, ignored, method, votesAfterLeaving };
        const own = castThemselves(cast, handovers, votesAfterLeaving === 'lapse' ? gone : []);
        // A ballot that was taken back is none.
        const before = cast.filter(({ isCast }) => isCast);
        const { handedOver, ...tally } = takeTally({ ...of, ballots: cast, handovers });
        const { handedOver: none, ...expected } = takeTally({ ...of, ballots: [...before, ...own] });
        expect(tally).toEqual(expected);
        expect(none).toEqual([]);
        expect(new Set(handedOver.map(({ from }) => from))).toEqual(new Set(own.map(({ userId }) => userId)));
        const judged = { ...expected, handedOver };
        expect(reachVerdict(rule, { ...tally, handedOver }, { standing: 1, resolved: 0 })).toEqual(
          reachVerdict(rule, judged, { standing: 1, resolved: 0 }),
        );
      }),
    );
  });

  it('gives nobody more votes than those that were handed to them and their own', () => {
    fc.assert(
      fc.property(anyVote, ({ cast, rule: { method }, handovers }) => {
        const of = { options, deciders: sixDeciders, ignored, method };
        for (const receiver of sixDeciders) {
          const alone = cast.filter(({ userId }) => userId === receiver);
          const tally = takeTally({ ...of, ballots: alone, handovers });
          const most = 1 + handovers.filter(({ to }) => to === receiver).length;
          for (const { voters } of tally.options) {
            expect(voters.length).toBeLessThanOrEqual(most);
            expect(new Set(voters).size).toBe(voters.length);
          }
          expect(tally.voted.length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('counts the own vote of somebody who votes after all, and the other’s again once it is taken back', () => {
    const handovers = [{ from: 'UANA', to: 'UBO' }];
    const of = { options, deciders, ignored, handovers };
    const bo = ballot('UBO', 'o1', 1);
    expect(takeTally({ ...of, ballots: [bo] })).toMatchObject({ voted: ['UANA', 'UBO'], handedOver: handovers });
    const both = takeTally({ ...of, ballots: [bo, ballot('UANA', 'o2', 2)] });
    expect(both.options.map(({ voters }) => voters)).toEqual([['UBO'], ['UANA'], []]);
    expect(both.handedOver).toEqual([]);
    const back = takeTally({ ...of, ballots: [bo, ballot('UANA', 'o2', 2, { isCast: false })] });
    expect(back.options[0]).toMatchObject({ votes: 2, voters: ['UANA', 'UBO'] });
  });

  it('misses both until the one who votes has voted', () => {
    const tally = takeTally({ options, deciders, ignored, ballots: [], handovers: [{ from: 'UANA', to: 'UBO' }] });
    expect(tally).toMatchObject({ voted: [], notVoted: deciders, handedOver: [] });
  });
});

describe('takeTally when deciders can’t take part anymore', () => {
  const ballots = [ballot('UANA', 'o1'), ballot('UBO', 'o2'), ballot('UBO', 'o1', 2, { isCast: false })];
  const of = { options, ballots, deciders, ignored, gone: ['UBO', 'UCHI'] };

  it('counts only those of them who have voted', () => {
    const tally = takeTally(of);
    expect(tally).toMatchObject({ voted: ['UANA', 'UBO'], notVoted: [], notCounted: ['UCHI'] });
    expect(tally.options[1]).toMatchObject({ votes: 1, voters: ['UBO'], advisers: [] });
  });

  it('counts none of them if the rule lets their votes lapse', () => {
    const tally = takeTally({ ...of, votesAfterLeaving: 'lapse' });
    expect(tally).toMatchObject({ voted: ['UANA'], notVoted: [], notCounted: ['UBO', 'UCHI'] });
    expect(tally.options[1]).toMatchObject({ votes: 0, voters: [] });
  });

  it('never loses a vote when somebody is removed after voting', () => {
    fc.assert(
      fc.property(anyBallots, anyRule, fc.subarray([...sixDeciders]), (cast, rule, out) => {
        const before = countUnder(rule, cast);
        const gone = out.filter((id) => before.voted.includes(id));
        const after = countUnder({ ...rule, votesAfterLeaving: 'stand' }, cast, gone);
        expect(after).toEqual(before);
      }),
    );
  });
});

describe('takeTally when people can abstain', () => {
  const judgeAll = (ballots: readonly Ballot[]) =>
    takeTally({ options, ballots, deciders, ignored, abstentionId: 'd1' });

  it('counts people who abstain as having voted, unless they also back something', () => {
    const tally = judgeAll([ballot('UANA', 'd1'), ballot('UBO', 'd1'), ballot('UBO', 'o1')]);
    expect(tally.voted).toEqual(['UANA', 'UBO']);
    expect(tally.abstained).toEqual(['UANA']);
    expect(tally.options[0]?.voters).toEqual(['UBO']);
  });

  it('does not count a retracted abstention', () => {
    expect(judgeAll([ballot('UANA', 'd1', 1, { isCast: false })]).notVoted).toEqual(deciders);
  });
});

describe('takeTally when everybody has one vote', () => {
  const single = (ballots: readonly Ballot[]) =>
    takeTally({ options, ballots, deciders, ignored, method: 'single', abstentionId: 'd1' });
  const votersOf = (ballots: readonly Ballot[]) => single(ballots).options.map(({ voters }) => voters);

  it.each<[string, readonly Ballot[], readonly (readonly string[])[]]>([
    ['the latest', [ballot('UANA', 'o2', 5), ballot('UANA', 'o1', 3)], [[], ['UANA'], []]],
    [
      'the one before it when it is taken back',
      [ballot('UANA', 'o2', 5, { isCast: false }), ballot('UANA', 'o1', 3)],
      [['UANA'], [], []],
    ],
    ['none when the latest abstains', [ballot('UANA', 'd1', 5), ballot('UANA', 'o1', 3)], [[], [], []]],
    ['one that Slack’s list alone knows, if it is the only one', [ballot('UANA', 'o3', 0)], [[], [], ['UANA']]],
    ['none when nobody can tell which is the latest', [ballot('UANA', 'o3', 0), ballot('UANA', 'o1', 3)], [[], [], []]],
  ])('counts %s', (_, ballots, voters) => {
    expect(votersOf(ballots)).toEqual(voters);
  });

  it('lists people whose vote nobody can tell, as not having voted', () => {
    const tally = single([ballot('UANA', 'o3', 0), ballot('UANA', 'o1', 0), ballot('UBO', 'o1', 0)]);
    expect([tally.unclear, tally.voted, tally.notVoted]).toEqual([['UANA'], ['UBO'], ['UANA', 'UCHI']]);
  });
});

describe('hideFigures', () => {
  it('keeps only who took part, and nothing about options', () => {
    const tally = hideFigures(count([ballot('UANA', 'o1'), ballot('UGUS', 'o2')]));
    expect(tally.voted).toEqual(['UANA']);
    expect(JSON.stringify(tally.options)).not.toMatch(/UANA"\]|UGUS/);
    expect(findLeaders(tally)).toEqual([]);
  });
});

describe('findLeaders', () => {
  it.each([
    ['nobody while nobody has voted', [], []],
    ['one', [ballot('UANA', 'o2')], ['o2']],
    ['all that are level', [ballot('UANA', 'o1'), ballot('UBO', 'o3'), ballot('UGUS', 'o2')], ['o1', 'o3']],
  ])('%s', (_, ballots, leaders) => {
    expect(findLeaders(count(ballots)).map(({ option }) => option.id)).toEqual(leaders);
  });
});

const userId = fc.constantFrom(...deciders, 'UGUS', 'UHAL', 'UBOT');
const someBallot: fc.Arbitrary<Ballot> = fc.record({
  userId,
  optionId: fc.constantFrom('o1', 'o2', 'o3'),
  isCast: fc.boolean(),
  score: fc.constant(1),
  eventUs: fc.nat(20),
  cardTs: fc.constant('1.000100'),
});
/** The store holds one ballot per person and option. */
const someBallots = fc.uniqueArray(someBallot, {
  selector: (one) => `${one.optionId} ${one.userId}`,
  maxLength: 18,
});

describe('the laws of counting', () => {
  it('the order of the ballots makes no difference', () => {
    const twice = someBallots.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(count(other)).toEqual(count(one));
      }),
    );
  });

  it('everybody who may vote has voted or has not', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const { voted, notVoted } = count(ballots);
        expect([...voted, ...notVoted].toSorted()).toEqual(deciders);
      }),
    );
  });

  it('the ballot of a bot, or of somebody who is no decider, changes no verdict', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const ofDeciders = ballots.filter((one) => deciders.includes(one.userId));
        expect(judge(ballots)).toEqual(judge(ofDeciders));
        expect(count(ballots).voted).toEqual(count(ofDeciders).voted);
      }),
    );
  });

  it('one more ballot for the winner leaves it the winner', () => {
    fc.assert(
      fc.property(someBallots, fc.constantFrom(...deciders), (ballots, voter) => {
        const before = judge(ballots);
        if (before.kind !== 'chosen') return;
        const { id } = before.option;
        const others = ballots.filter((one) => one.userId !== voter || one.optionId !== id);
        const after = judge([...others, ballot(voter, id, 99)]);
        expect(after.kind === 'chosen' && after.option.id).toBe(id);
      }),
    );
  });
});
