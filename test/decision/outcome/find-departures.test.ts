import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Objection, Outcome, Resolution } from '../../../src/decision/decision.ts';
import { peopleIn, renamePeople } from '../../../src/decision/outcome/departure.ts';
import {
  type Choice,
  decisionMakers,
  findDepartures,
  isByVote,
} from '../../../src/decision/outcome/find-departures.ts';
import { reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { findLeaders } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { anyBallots, anyRule, countUnder, deciders } from '../rule/any-rule.ts';
import { ballot, because, closesAt, decision, hold, now, objection, options, voting } from '../sample.ts';

const [go, node, rust] = options;
const overridden: Resolution = { kind: 'overridden', by: 'UANA', reason: 'It can’t wait.', at: now };
const later = new Date(closesAt.getTime() + 60_000);

const byAna = (chosenOptionId: string | undefined, decidedAt = later): Choice => ({
  chosenOptionId,
  decidedBy: 'UANA',
  decidedAt,
});
const byRule = (chosenOptionId: string | undefined): Choice => ({ ...byAna(chosenOptionId), decidedBy: undefined });

interface Vote {
  readonly rule?: Rule;
  readonly ballots?: readonly Ballot[];
  readonly isOpen?: boolean;
  readonly objections?: readonly Objection[];
}

/** A vote of six, closed unless it is said to be open. */
function voteOf({ rule = defaultRule, ballots = [], isOpen = false, objections = [] }: Vote) {
  const closed = isOpen ? {} : { closedAt: closesAt };
  const of: Decision = decision({ rule, objections, voting: voting(deciders, { rule, ...closed }) });
  return { of, tally: countUnder(rule, ballots) };
}

function departFrom(vote: Vote, choice: Choice, isUnclear = false) {
  const { of, tally } = voteOf(vote);
  return findDepartures(of, choice, { tally, isUnclear });
}

/** Three for Node, one for Go. */
const threeToOne = [ballot('UANA', 'o1'), ...['UBO', 'UCHI', 'UDAN'].map((id) => ballot(id, 'o2'))];
const counts = [
  { option: node.title, votes: 3 },
  { option: go.title, votes: 1 },
  { option: rust.title, votes: 0 },
];
const against = { kind: 'against the vote', winner: node.title, method: 'approval', counts };

describe('what an outcome departs from', () => {
  it('nothing, if it is what the vote has chosen, whoever records it', () => {
    expect(departFrom({ ballots: threeToOne }, byAna('o2'))).toEqual([]);
    expect(departFrom({ ballots: threeToOne }, byRule('o2'))).toEqual([]);
  });

  it('a vote that has not begun', () => {
    expect(findDepartures(decision(), byAna('o1'), { tally: undefined, isUnclear: false })).toEqual([
      { kind: 'before voting' },
    ]);
  });

  it('a vote in which nobody has voted', () => {
    expect(departFrom({ isOpen: true }, byAna('o1', now))).toEqual([
      { kind: 'nobody voted' },
      { kind: 'before the deadline' },
    ]);
    expect(departFrom({}, byAna(undefined))).toEqual([{ kind: 'nobody voted' }]);
  });

  it('the vote, with the figures', () => {
    expect(departFrom({ ballots: threeToOne }, byAna('o1'))).toEqual([against]);
    expect(departFrom({ ballots: threeToOne }, byAna(undefined))).toEqual([against]);
  });

  it('the vote and its rule, if most wanted something else and the rule had chosen nothing', () => {
    const departures = departFrom({ rule: presets.unanimous.rule, ballots: threeToOne }, byAna('o1'));
    expect(departures).toMatchObject([
      { ...against, winner: undefined },
      { kind: 'no winner', verdict: { kind: 'no quorum', voted: 4, deciders: 6 } },
    ]);
  });

  it('the rule alone, if it is one of those that are tied', () => {
    const tied = [ballot('UANA', 'o1'), ballot('UBO', 'o2')];
    expect(departFrom({ ballots: tied }, byAna('o2'))).toMatchObject([
      { kind: 'no winner', verdict: { kind: 'tied', options: [go.title, node.title] } },
    ]);
    expect(departFrom({ ballots: tied }, byAna('o3'))).toMatchObject([
      { kind: 'against the vote', winner: undefined },
      { kind: 'no winner' },
    ]);
  });

  it('nothing, if the rule has chosen nothing and all are rejected', () => {
    expect(departFrom({ rule: presets.unanimous.rule, ballots: threeToOne }, byAna(undefined))).toEqual([]);
  });

  it('the deadline, if people could still vote', () => {
    expect(departFrom({ ballots: threeToOne, isOpen: true }, byAna('o2', now))).toEqual([
      { kind: 'before the deadline' },
    ]);
    expect(departFrom({ ballots: threeToOne, isOpen: true }, byAna('o2', later))).toEqual([]);
  });

  it('the deadline, if somebody ended the vote before it to go on discussing', () => {
    const { of, tally } = voteOf({ ballots: threeToOne });
    const endedAt = (closedAt: Date): Decision => ({
      ...of,
      voting: of.voting && { ...of.voting, closedAt, discussedOn: { by: 'UANA', reason: '' } },
    });
    const departuresOf = (cut: Decision) => findDepartures(cut, byAna('o2'), { tally, isUnclear: false });
    expect(departuresOf(endedAt(now))).toEqual([{ kind: 'before the deadline' }]);
    expect(departuresOf(endedAt(of.closesAt))).toEqual([]);
  });

  it('votes of which nobody can tell whether they were in time', () => {
    expect(departFrom({ ballots: threeToOne }, byAna('o2'), true)).toEqual([{ kind: 'votes unclear' }]);
  });

  it('what silence has chosen, but only when voting is over', () => {
    const { rule } = presets['lazy-consensus'];
    const ballots = [ballot('UBO', 'o2')];
    expect(departFrom({ rule, ballots }, byAna('o1'))).toEqual([]);
    expect(departFrom({ rule, ballots }, byAna('o2'))).toMatchObject([
      { winner: go.title, counts: [{ votes: 5 }, { votes: 1 }, {}] },
    ]);
    expect(departFrom({ rule, ballots, isOpen: true }, byAna('o2', now))).toEqual([{ kind: 'before the deadline' }]);
    expect(departFrom({ rule }, byAna('o1'))).toEqual([]);
    expect(departFrom({ rule, isOpen: true }, byAna('o1', now))).toMatchObject([{ kind: 'nobody voted' }, {}]);
  });

  it('points, where options are scored', () => {
    const rule: Rule = { ...defaultRule, method: 'score' };
    const ballots = [ballot('UANA', 'o1', 1, { score: 3 }), ballot('UBO', 'o2', 2, { score: 2 })];
    expect(departFrom({ rule, ballots }, byAna('o2'))).toMatchObject([
      { kind: 'against the vote', method: 'score', counts: [{ option: go.title, votes: 3 }, { votes: 2 }, {}] },
    ]);
  });
});

describe('the objections that it departs from', () => {
  const standing = { author: 'UBO', isHold: false, reason: 'It has no licence.' };

  it('those that stand, and those that somebody overrode, also when the rule decides', () => {
    const objections = [objection(), objection({ id: 'x2', authorId: 'UCHI', resolution: overridden })];
    const departures = [
      { kind: 'objections standing', objections: [standing], more: 0 },
      {
        kind: 'objections overridden',
        objections: [{ ...standing, author: 'UCHI', by: 'UANA', because: 'It can’t wait.' }],
        more: 0,
      },
    ];
    expect(departFrom({ ballots: threeToOne, objections }, byRule('o2'))).toEqual(departures);
    expect(departFrom({ ballots: threeToOne, objections }, byAna('o2'))).toEqual(departures);
  });

  it.each<[string, Objection]>([
    [
      'were resolved by their authors',
      objection({ resolution: { kind: 'resolved', by: 'UBO', reason: 'Fine.', at: now } }),
    ],
    ['come from people who do not decide', objection({ authorId: 'UZOE' })],
    ['were holds that are over', hold(now, { resolution: { kind: 'ended', at: now } })],
  ])('not those that %s', (_, one) => {
    expect(departFrom({ ballots: threeToOne, objections: [one] }, byAna('o2'))).toEqual([]);
  });

  it('none where the rule has no objections', () => {
    const rule: Rule = { ...defaultRule, objections: 'none' };
    expect(departFrom({ rule, ballots: threeToOne, objections: [objection()] }, byAna('o2'))).toEqual([]);
  });

  it('only requests for time, if nothing is accepted', () => {
    const objections = [objection(), hold(closesAt, { id: 'x2' })];
    expect(departFrom({ objections, rule: presets.unanimous.rule, ballots: threeToOne }, byAna(undefined))).toEqual([
      {
        kind: 'objections standing',
        objections: [{ author: 'UBO', isHold: true, reason: 'I am away.' }],
        more: 0,
      },
    ]);
  });

  it('the first ones by name, and how many more there are', () => {
    const objections = Array.from({ length: 23 }, (_, index) => objection({ id: `x${index}` }));
    const [departure] = departFrom({ ballots: threeToOne, objections }, byRule('o2'));
    expect(departure).toMatchObject({ kind: 'objections standing', more: 3 });
  });

  it('with other names for the people, and everybody in them', () => {
    const objections = [objection(), objection({ id: 'x2', authorId: 'UCHI', resolution: overridden })];
    const departures = departFrom({ ballots: threeToOne, objections }, byAna('o1'));
    expect(peopleIn(departures)).toEqual(['UBO', 'UCHI', 'UANA']);
    const told = renamePeople(departures, (id) => ({ name: id.slice(1) }));
    expect(told).toMatchObject([
      against,
      { objections: [{ author: { name: 'BO' } }] },
      { objections: [{ author: { name: 'CHI' }, by: { name: 'ANA' } }] },
    ]);
  });
});

describe('who decided', () => {
  function makersOf(vote: Vote, choice: Choice) {
    const { of, tally } = voteOf(vote);
    const departures = findDepartures(of, choice, { tally, isUnclear: false });
    const outcome: Outcome = { ...choice, reason: because('It fits.'), consequences: [], departures };
    return decisionMakers({ ...of, outcome }, tally);
  }
  const voters = ['UANA', 'UBO', 'UCHI', 'UDAN'];

  it('the voters, if it is what the rule chose', () => {
    const expected = { decided: voters, consulted: [] };
    expect(makersOf({ ballots: threeToOne }, byRule('o2'))).toEqual(expected);
    expect(makersOf({ ballots: threeToOne }, byAna('o2'))).toEqual(expected);
  });

  it('the voters, if the rule chose it over objections', () => {
    const objections = [objection({ authorId: 'UEVA', resolution: overridden })];
    expect(makersOf({ ballots: threeToOne, objections }, byAna('o2'))).toEqual({
      decided: voters,
      consulted: ['UEVA'],
    });
  });

  it('whoever recorded it, if it is not, after consulting the voters', () => {
    expect(makersOf({ ballots: threeToOne }, { ...byAna('o1'), decidedBy: 'UEVA' })).toEqual({
      decided: ['UEVA'],
      consulted: voters,
    });
  });

  it('whoever recorded it and whoever confirmed it, after consulting the others', () => {
    const { of, tally } = voteOf({ ballots: threeToOne });
    const choice = { ...byAna('o1'), confirmedBy: 'UBO' };
    const departures = findDepartures(of, choice, { tally, isUnclear: false });
    const outcome: Outcome = { ...choice, reason: because('It fits.'), consequences: [], departures };
    expect(decisionMakers({ ...of, outcome }, tally)).toEqual({
      decided: ['UANA', 'UBO'],
      consulted: ['UCHI', 'UDAN'],
    });
  });

  it('whoever recorded it, before voting opened, after consulting those who spoke', () => {
    const choice = byAna('o1');
    const departures = findDepartures(decision(), choice, { tally: undefined, isUnclear: false });
    const outcome: Outcome = { ...choice, reason: because('It fits.'), consequences: [], departures };
    const argument = { id: 'a1', optionId: 'o1', kind: 'pro', text: 'Fast.', authorId: 'UBO', madeAt: now } as const;
    expect(decisionMakers(decision({ arguments: [argument], outcome }), undefined)).toEqual({
      decided: ['UANA'],
      consulted: ['UBO'],
    });
  });

  it('those who may vote, as long as nothing is decided', () => {
    const { of, tally } = voteOf({ ballots: threeToOne, isOpen: true, objections: [objection({ authorId: 'UGUS' })] });
    expect(decisionMakers(of, tally)).toEqual({ decided: deciders, consulted: ['UGUS'] });
    expect(decisionMakers(decision(), undefined)).toEqual({ decided: ['UANA'], consulted: [] });
  });

  it('those whose silence counted, too', () => {
    const { rule } = presets['lazy-consensus'];
    const ballots = [ballot('UFAY', 'o1')];
    expect(makersOf({ rule, ballots }, byRule('o1')).decided.toSorted()).toEqual(deciders);
    expect(makersOf({ rule, ballots }, byAna('o2'))).toEqual({ decided: ['UANA'], consulted: ['UFAY'] });
  });
});

describe('for any rule and votes', () => {
  const anyChoice = fc.record({
    chosenOptionId: fc.constantFrom(undefined, ...options.map(({ id }) => id)),
    decidedBy: fc.constantFrom(undefined, 'UANA', 'UGUS'),
    decidedAt: fc.constantFrom(now, later),
  });
  const anyVote = fc.record({ rule: anyRule, ballots: anyBallots, isOpen: fc.boolean() });

  it('what the rule chooses at the end departs from nothing', () => {
    fc.assert(
      fc.property(anyVote, ({ rule, ballots }) => {
        const { of, tally } = voteOf({ rule, ballots });
        const verdict = reachVerdict(rule, tally);
        fc.pre(verdict.kind === 'chosen');
        const option = verdict.kind === 'chosen' ? verdict.option.id : '';
        expect(findDepartures(of, byAna(option), { tally, isUnclear: false })).toEqual([]);
      }),
    );
  });

  it('what is not ahead is against the vote, and anything before its end is early', () => {
    fc.assert(
      fc.property(anyVote, anyChoice, (vote, choice) => {
        fc.pre(choice.decidedBy !== undefined && vote.rule.silence === 'nothing');
        const { of, tally } = voteOf(vote);
        const kinds = findDepartures(of, choice, { tally, isUnclear: false }).map(({ kind }) => kind);
        const ahead = findLeaders(tally).map(({ option }) => option.id);
        if (choice.chosenOptionId !== undefined && ahead.length > 0)
          expect(kinds.includes('against the vote')).toBe(!ahead.includes(choice.chosenOptionId));
        expect(kinds.includes('before the deadline')).toBe(vote.isOpen && choice.decidedAt === now);
        expect(kinds.includes('nobody voted')).toBe(tally.voted.length === 0);
        const chosen = reachVerdict(vote.rule, tally);
        const isChosen = chosen.kind === 'chosen' && chosen.option.id === choice.chosenOptionId;
        if (choice.chosenOptionId !== undefined && !isChosen) expect(kinds).not.toEqual([]);
      }),
    );
  });

  it('each voter decided or was consulted, and nobody both', () => {
    fc.assert(
      fc.property(anyVote, anyChoice, (vote, choice) => {
        const { of, tally } = voteOf(vote);
        const departures = findDepartures(of, choice, { tally, isUnclear: false });
        const outcome: Outcome = { ...choice, reason: because('It fits.'), consequences: [], departures };
        const { decided, consulted } = decisionMakers({ ...of, outcome }, tally);
        expect(new Set([...decided, ...consulted]).size).toBe(decided.length + consulted.length);
        expect([...decided, ...consulted]).toEqual(expect.arrayContaining([...tally.voted]));
        if (choice.decidedBy !== undefined && !isByVote(outcome)) expect(decided).toEqual([choice.decidedBy]);
      }),
    );
  });
});
