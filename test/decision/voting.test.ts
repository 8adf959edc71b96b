import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../src/decision/ballot.ts';
import { hidesTally } from '../../src/decision/decision.ts';
import { presets } from '../../src/decision/preset.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import { takeTally } from '../../src/decision/tally.ts';
import {
  checkMayReopen,
  closeVoting,
  extendByRule,
  extendVoting,
  findClosingTime,
  openVoting,
  reopenVoting,
} from '../../src/decision/voting.ts';
import { ballot, closesAt, decision, now, options, ruleBrokenBy, voting } from './sample.ts';

const frozen = { deciders: ['UBO', 'UCHI'], excluded: [{ id: 'UBOT', why: 'bot' }], now } as const;
const later = new Date('2026-12-01T17:00:00Z');
const anHour = 60 * 60 * 1_000;
const inAnHour = new Date(now.getTime() + anHour);

describe('openVoting', () => {
  it('freezes the rule and the electorate', () => {
    expect(openVoting(decision({ rule: presets.majority.rule }), frozen).voting).toEqual({
      round: 1,
      rule: presets.majority.rule,
      deciders: ['UBO', 'UCHI'],
      excluded: [{ id: 'UBOT', why: 'bot' }],
      gone: [],
      openedAt: now,
      firstClosesAt: closesAt,
      wasExtended: false,
      closedAt: undefined,
    });
  });

  it.each([
    ['open already', decision({ voting: voting(['UBO']) }), 'Voting is open already; nothing was changed.'],
    [
      'closed without a winner',
      decision({ voting: voting(['UBO'], { closedAt: now }) }),
      'Voting has closed. Move the deadline to let it go on.',
    ],
    ['withdrawn', decision({ status: 'withdrawn' }), 'This decision is withdrawn already; nothing was changed.'],
    ['accepted', decision({ status: 'accepted' }), 'This decision is accepted already; nothing was changed.'],
  ])('refuses one that is %s', (_, example, message) => {
    expect(ruleBrokenBy(() => openVoting(example, frozen))).toEqual({ message });
  });

  it('refuses a deadline that passed during the discussion', () => {
    expect(ruleBrokenBy(() => openVoting(decision({ closesAt: now }), frozen)).field).toBe('deadline');
  });

  it('gives a deadline that was just late enough when it was chosen the moment that has gone by', () => {
    const { rule } = presets['lazy-consensus'];
    const least = now.getTime() + 72 * anHour;
    const opened = openVoting(decision({ rule, closesAt: new Date(least - 30_000) }), frozen);
    expect([opened.closesAt, opened.voting?.firstClosesAt]).toEqual([new Date(least), new Date(least)]);
    expect(ruleBrokenBy(() => openVoting(decision({ rule, closesAt: new Date(least - anHour) }), frozen)).field).toBe(
      'deadline',
    );
  });

  it('refuses a deadline that is too soon for the rule', () => {
    const hasty = decision({ rule: presets['lazy-consensus'].rule, closesAt: inAnHour });
    expect(ruleBrokenBy(() => openVoting(hasty, frozen))).toEqual({
      message: 'Under its rule this vote stays open for at least 3 days. Please choose a later time.',
      field: 'deadline',
    });
  });

  it('refuses two deciders where one decides', () => {
    const advised = decision({ rule: presets.advice.rule });
    expect(ruleBrokenBy(() => openVoting(advised, frozen))).toEqual({
      message: 'Under its rule one person decides, and there are 2 who could. Please name one decider.',
      field: 'deciders',
    });
    expect(openVoting(advised, { ...frozen, deciders: ['UBO'] }).voting?.deciders).toEqual(['UBO']);
  });
});

describe('reopenVoting', () => {
  it('begins a new round from nothing, with a new electorate', () => {
    const rule = presets.majority.rule;
    const ended = decision({ rule, voting: voting(['UANA'], { rule, wasExtended: true, closedAt: now }) });
    expect(reopenVoting(ended, frozen).voting).toEqual(
      voting(['UBO', 'UCHI'], { round: 2, rule, excluded: [{ id: 'UBOT', why: 'bot' }] }),
    );
  });

  it.each([
    ['open', decision({ voting: voting(['UBO']) }), /^Voting is still open/],
    ['under discussion', decision(), /^Voting was never open/],
    ['accepted', decision({ status: 'accepted', voting: voting(['UBO'], { closedAt: now }) }), /is accepted already/],
  ])('refuses one that is %s', (_, example, message) => {
    expect(ruleBrokenBy(() => checkMayReopen(example)).message).toMatch(message);
    expect(ruleBrokenBy(() => reopenVoting(example, frozen)).message).toMatch(message);
  });
});

describe('extendVoting', () => {
  it('moves the deadline of a discussion', () => {
    expect(extendVoting(decision(), later, now)).toEqual(decision({ closesAt: later }));
  });

  it('opens a closed vote again, for the same people', () => {
    const closed = decision({ voting: voting(['UBO'], { closedAt: now }) });
    expect(extendVoting(closed, later, now)).toEqual(decision({ closesAt: later, voting: voting(['UBO']) }));
  });

  it('refuses a time in the past', () => {
    expect(ruleBrokenBy(() => extendVoting(decision(), now, now)).field).toBe('deadline');
  });

  it('refuses a decision that has its outcome', () => {
    expect(ruleBrokenBy(() => extendVoting(decision({ status: 'rejected' }), later, now)).message).toBe(
      'This decision is rejected already; nothing was changed.',
    );
  });
});

describe('extendByRule', () => {
  const end = closesAt.getTime();

  it('gives as long again, and notes that it did', () => {
    const { closesAt: extended, voting: after } = extendByRule(decision({ voting: voting(['UBO']) }), closesAt);
    expect(extended.getTime() - end).toBe(end - now.getTime());
    expect(after?.wasExtended).toBe(true);
  });

  it('goes by the first deadline, not by one that was moved', () => {
    const moved = decision({ closesAt: later, voting: voting(['UBO']) });
    expect(extendByRule(moved, later).closesAt.getTime() - later.getTime()).toBe(end - now.getTime());
  });

  it.each([
    ['a vote of an hour', inAnHour, inAnHour],
    ['a vote that closes late, after an absence', closesAt, new Date(end + 30 * 24 * anHour)],
  ])('gives %s a day from now at least', (_, firstClosesAt, at) => {
    const vote = decision({ closesAt: firstClosesAt, voting: voting(['UBO'], { firstClosesAt }) });
    expect(extendByRule(vote, at).closesAt).toEqual(new Date(at.getTime() + 24 * anHour));
  });
});

describe('closeVoting', () => {
  it('closes an open vote', () => {
    const open = decision({ voting: voting(['UBO']) });
    expect(closeVoting(open, closesAt).voting).toEqual(voting(['UBO'], { closedAt: closesAt }));
  });

  it.each([
    ['never opened', decision()],
    ['closed before', decision({ voting: voting(['UBO'], { closedAt: now }) })],
    ['withdrawn', decision({ status: 'withdrawn', voting: voting(['UBO']) })],
  ])('changes nothing in a vote that was %s', (_, example) => {
    expect(closeVoting(example, closesAt)).toBe(example);
  });
});

describe('findClosingTime', () => {
  const deciders = ['UANA', 'UBO', 'UCHI'];
  const closingOf = (
    setting: object,
    ballots: readonly Ballot[],
    objections?: { standing: number; resolved: number },
  ) => {
    const rule = readRule({ 'minimum open': '60 minutes', ...setting });
    const tally = takeTally({ options, ballots, deciders, ignored: new Set() });
    return findClosingTime(decision({ rule, voting: voting(deciders, { rule }) }), tally, objections);
  };
  const two = [ballot('UANA', 'o1'), ballot('UBO', 'o1')];
  const level = [ballot('UANA', 'o1'), ballot('UBO', 'o2'), ballot('UCHI', 'o3')];
  const majority = { threshold: 'more than 1/2 of decisive' };

  it.each<[string, object, readonly Ballot[], Date]>([
    ['the deadline, where the rule closes nothing early', {}, two, closesAt],
    ['the minimum time, once it is decided', { 'closes early': ['decided'] }, two, inAnHour],
    ['the deadline, while it is not', { 'closes early': ['decided'] }, two.slice(1), closesAt],
    ['the deadline, where only other reasons count', { 'closes early': ['unreachable', 'all voted'] }, two, closesAt],
    ['the minimum time, once nothing can win', { ...majority, 'closes early': ['unreachable'] }, level, inAnHour],
    ['the minimum time, once all have voted', { 'closes early': ['all voted'] }, level, inAnHour],
    [
      'the deadline, while they can be given more time',
      { 'closes early': ['all voted'], tie: 'extend once' },
      level,
      closesAt,
    ],
  ])('is %s', (_, setting, ballots, at) => {
    expect(closingOf(setting, ballots)).toEqual(at);
  });

  it('is the deadline while an objection blocks what is decided', () => {
    const setting = { 'closes early': ['decided', 'all voted'], objections: 'block' };
    expect(closingOf(setting, two, { standing: 1, resolved: 0 })).toEqual(closesAt);
    expect(closingOf(setting, two, { standing: 0, resolved: 1 })).toEqual(inAnHour);
  });

  it('is never after the deadline', () => {
    expect(closingOf({ 'closes early': ['decided'], 'minimum open': '100 days' }, two)).toEqual(closesAt);
  });
});

describe('hidesTally', () => {
  const rule = { ...defaultRule, isTallyHidden: true };

  it.each([
    ['while voting is open', decision({ rule, voting: voting(['UBO'], { rule }) }), true],
    ['not once it has closed', decision({ rule, voting: voting(['UBO'], { rule, closedAt: now }) }), false],
    ['not before', decision({ rule }), false],
    ['not where the rule shows it', decision({ voting: voting(['UBO']) }), false],
  ])('%s', (_, example, isHidden) => {
    expect(hidesTally(example)).toBe(isHidden);
  });
});
