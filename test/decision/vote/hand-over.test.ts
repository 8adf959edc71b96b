import { describe, expect, it } from 'vitest';
import type { Voting } from '../../../src/decision/decision.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import {
  checkMayHandOver,
  declineVote,
  endHandoversOfGone,
  findForOthers,
  handOver,
  listGivers,
  listReceivers,
  takeVoteBack,
} from '../../../src/decision/vote/hand-over.ts';
import { reopenVoting } from '../../../src/decision/vote/voting.ts';
import { ballot, closesAt, decision, now, options, ruleBrokenBy, voting } from '../sample.ts';

const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN'];
const rule = { ...defaultRule, allowsHandover: true };
const at = now;
const later = new Date(closesAt.getTime() + 1);

function open(changes: Partial<Voting> = {}) {
  return decision({ rule, voting: voting(deciders, { rule, ...changes }) });
}

function count({ voting: round }: ReturnType<typeof open>, ballots: readonly Ballot[] = []) {
  const { gone = [], takenOut = [], handovers = [] } = round ?? {};
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const out = { gone: ids(gone), takenOut: ids(takenOut) };
  return takeTally({ options, ballots, deciders, ...out, handovers, ignored: new Set() });
}

const give = (of: ReturnType<typeof open>, from: string, to: string, ballots: readonly Ballot[] = []) =>
  handOver(of, count(of, ballots), { from, to, at });

describe('handing a vote over', () => {
  it('is kept for the round', () => {
    const { decision: after, ended } = give(open(), 'UANA', 'UBO');
    expect(after.voting?.handovers).toEqual([{ from: 'UANA', to: 'UBO', at }]);
    expect(ended).toEqual([]);
    const closed = { ...after, voting: after.voting && { ...after.voting, closedAt: now } };
    const again = reopenVoting(
      { ...closed, closesAt: new Date(closesAt.getTime() + 86_400_000) },
      {
        deciders,
        excluded: [],
        now,
      },
    );
    expect(again.voting?.handovers).toEqual([]);
  });

  it('to somebody else replaces the first', () => {
    const { decision: first } = give(open(), 'UANA', 'UBO');
    expect(give(first, 'UANA', 'UCHI').decision.voting?.handovers).toEqual([{ from: 'UANA', to: 'UCHI', at }]);
  });

  it('gives back what was handed to the same person, so that nobody votes for somebody who votes for somebody', () => {
    const { decision: first } = give(give(open(), 'UANA', 'UBO').decision, 'UDAN', 'UBO');
    const { decision: after, ended } = give(first, 'UBO', 'UCHI');
    expect(ended.map(({ from }) => from)).toEqual(['UANA', 'UDAN']);
    expect(after.voting?.handovers).toEqual([{ from: 'UBO', to: 'UCHI', at }]);
  });

  it.each([
    ['before voting opens', decision({ rule }), 'voting not open yet'],
    ['after it was closed', open({ closedAt: now }), 'voting over'],
    ['under a rule without it', open({ rule: defaultRule }), 'no handing over'],
    ['by somebody who is gone', open({ gone: [{ id: 'UANA', why: 'left' }] }), 'no vote to hand over'],
  ])('is refused %s', (_, of, code) => {
    expect(ruleBrokenBy(() => give(of, 'UANA', 'UBO')).refusal).toEqual({ code });
  });

  it('is refused to people who may not vote, who have voted, and after the deadline', () => {
    expect(ruleBrokenBy(() => give(open(), 'UGUS', 'UBO')).refusal.code).toBe('no vote to hand over');
    const voted = [ballot('UANA', 'o1')];
    expect(ruleBrokenBy(() => give(open(), 'UANA', 'UBO', voted)).refusal.code).toBe('voted already');
    expect(ruleBrokenBy(() => checkMayHandOver(open(), count(open()), 'UANA', later)).refusal.code).toBe('voting over');
  });

  it('can be changed although the other has voted', () => {
    const { decision: first } = give(open(), 'UANA', 'UBO');
    const { decision: after } = give(first, 'UANA', 'UCHI', [ballot('UBO', 'o1')]);
    expect(after.voting?.handovers).toEqual([{ from: 'UANA', to: 'UCHI', at }]);
  });

  it.each([
    ['themselves', open(), 'UANA', 'yourself'],
    ['somebody who may not vote', open(), 'UGUS', 'no decider'],
    ['somebody who is gone', open({ gone: [{ id: 'UBO', why: 'left' }] }), 'UBO', 'gone'],
    ['somebody who was taken out', open({ takenOut: [{ id: 'UBO', by: 'UANA', at }] }), 'UBO', 'taken out'],
    ['somebody who handed over theirs', give(open(), 'UBO', 'UCHI').decision, 'UBO', 'handed over'],
  ] as const)('to %s is refused, and not offered', (_, of, to, why) => {
    expect(ruleBrokenBy(() => give(of, 'UANA', to))).toMatchObject({
      refusal: { code: 'unfit to vote for you', why },
      field: 'deciders',
    });
    expect(listReceivers(of, count(of), 'UANA')).not.toContain(to);
  });

  it('is offered to everybody else', () => {
    const { decision: of } = give(open(), 'UBO', 'UCHI');
    expect(listReceivers(of, count(of), 'UANA')).toEqual(['UCHI', 'UDAN']);
  });
});

describe('a vote that was handed over', () => {
  const { decision: given } = give(open(), 'UANA', 'UBO');

  it('can be taken back while voting is open, by whoever has not handed it over too, which changes nothing', () => {
    expect(takeVoteBack(given, 'UANA', now).voting?.handovers).toEqual([]);
    expect(takeVoteBack(given, 'UBO', now)).toEqual(given);
    expect(ruleBrokenBy(() => takeVoteBack(given, 'UANA', later)).refusal.code).toBe('voting over');
  });

  it('can be given back by whoever has it while voting is open, which changes nothing for anybody else', () => {
    const both = give(given, 'UCHI', 'UBO').decision;
    const { decision: declined, ended } = declineVote(both, { from: 'UANA', to: 'UBO' }, now);
    expect([listGivers(both, 'UBO'), listGivers(declined, 'UBO')]).toEqual([['UANA', 'UCHI'], ['UCHI']]);
    expect(ended.map(({ from }) => from)).toEqual(['UANA']);
    expect(declineVote(both, { from: 'UANA', to: 'UCHI' }, now)).toEqual({ decision: both, ended: [] });
    const late = () => declineVote(given, { from: 'UANA', to: 'UBO' }, later);
    expect(ruleBrokenBy(late).refusal.code).toBe('voting over');
    expect(ruleBrokenBy(() => declineVote(decision(), { from: 'UANA', to: 'UBO' }, now)).refusal.code).toBe(
      'voting not open yet',
    );
  });

  it('is told while its person does not vote themselves', () => {
    expect(findForOthers(given, count(given)).map(({ from }) => from)).toEqual(['UANA']);
    expect(findForOthers(given, count(given, [ballot('UBO', 'o1')])).map(({ from }) => from)).toEqual(['UANA']);
    expect(findForOthers(given, count(given, [ballot('UANA', 'o1')]))).toEqual([]);
  });

  it.each([
    ['whoever was to cast it leaves', 'UBO', [], ['UANA']],
    ['its person leaves', 'UANA', [], ['UANA']],
    ['whoever cast it leaves, as their votes stand', 'UBO', [ballot('UBO', 'o1')], []],
    ['its person leaves after it was cast, as votes stand', 'UANA', [ballot('UBO', 'o1')], []],
    ['somebody else leaves', 'UCHI', [], []],
  ] as const)('ends or stays when %s', (_, id, ballots, ended) => {
    const round = given.voting;
    const after = { ...given, voting: round && { ...round, gone: [{ id, why: 'left' as const }] } };
    expect(endHandoversOfGone(after, count(after, ballots)).ended.map(({ from }) => from)).toEqual(ended);
  });
});
