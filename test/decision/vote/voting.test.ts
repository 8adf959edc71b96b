import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, hidesTally } from '../../../src/decision/decision.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { limits } from '../../../src/decision/limits.ts';
import { waitForHolds } from '../../../src/decision/outcome/judge.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import { isEarlier, noteShortening } from '../../../src/decision/time/shortening.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import {
  checkMayReopen,
  closeVoting,
  discussOn,
  extendByRule,
  findClosingTime,
  moveDeadline,
  openVoting,
  reopenVoting,
} from '../../../src/decision/vote/voting.ts';
import { ballot, closesAt, decision, hold, now, options, ruleBrokenBy, voting } from '../sample.ts';

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
      takenOut: [],
      handovers: [],
      openedAt: now,
      firstClosesAt: closesAt,
      wasExtended: false,
      shortenings: [],
      hasButtons: false,
      closedAt: undefined,
      discussedOn: undefined,
    });
  });

  it.each([
    ['open already', decision({ voting: voting(['UBO']) }), { code: 'voting open already' }],
    [
      'closed without a winner',
      decision({ voting: voting(['UBO'], { closedAt: now }) }),
      { code: 'voting closed before' },
    ],
    ['withdrawn', decision({ status: 'withdrawn' }), { code: 'decided already', status: 'withdrawn' }],
    ['accepted', decision({ status: 'accepted' }), { code: 'decided already', status: 'accepted' }],
  ])('refuses one that is %s', (_, example, refusal) => {
    expect(ruleBrokenBy(() => openVoting(example, frozen))).toEqual({ refusal });
  });

  it('refuses a deadline that passed during the discussion', () => {
    expect(ruleBrokenBy(() => openVoting(decision({ closesAt: now }), frozen)).field).toBe('deadline');
  });

  it('accepts a deadline that was just late enough when it was chosen', () => {
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
      refusal: { code: 'open too briefly', leastMinutes: 3 * 24 * 60, isOpen: false },
      field: 'deadline',
    });
  });

  it('refuses two deciders if one decides', () => {
    const advised = decision({ rule: presets.advice.rule });
    expect(ruleBrokenBy(() => openVoting(advised, frozen))).toEqual({
      refusal: { code: 'several deciders', count: 2 },
      field: 'deciders',
    });
    expect(openVoting(advised, { ...frozen, deciders: ['UBO'] }).voting?.deciders).toEqual(['UBO']);
  });
});

describe('reopenVoting', () => {
  it('starts a new round without votes, with a new electorate', () => {
    const rule = presets.majority.rule;
    const ended = decision({ rule, voting: voting(['UANA'], { rule, wasExtended: true, closedAt: now }) });
    expect(reopenVoting(ended, frozen).voting).toEqual(
      voting(['UBO', 'UCHI'], { round: 2, rule, excluded: [{ id: 'UBOT', why: 'bot' }] }),
    );
  });

  it.each([
    ['open', decision({ voting: voting(['UBO']) }), { code: 'voting still open' }],
    ['under discussion', decision(), { code: 'voting never open' }],
    [
      'accepted',
      decision({ status: 'accepted', voting: voting(['UBO'], { closedAt: now }) }),
      { code: 'decided already', status: 'accepted' },
    ],
  ])('refuses one that is %s', (_, example, refusal) => {
    expect(ruleBrokenBy(() => checkMayReopen(example)).refusal).toEqual(refusal);
    expect(ruleBrokenBy(() => reopenVoting(example, frozen)).refusal).toEqual(refusal);
  });
});

describe('moveDeadline', () => {
  it('moves the deadline of a discussion', () => {
    expect(moveDeadline(decision(), later, now)).toEqual(decision({ closesAt: later }));
  });

  it('reopens a closed vote for the same people', () => {
    const closed = decision({ voting: voting(['UBO'], { closedAt: now }) });
    expect(moveDeadline(closed, later, now)).toEqual(decision({ closesAt: later, voting: voting(['UBO']) }));
  });

  it('refuses a time in the past', () => {
    expect(ruleBrokenBy(() => moveDeadline(decision(), now, now)).field).toBe('deadline');
  });

  it('refuses a decision with an outcome', () => {
    expect(ruleBrokenBy(() => moveDeadline(decision({ status: 'rejected' }), later, now)).refusal).toEqual({
      code: 'decided already',
      status: 'rejected',
    });
  });
});

describe('moveDeadline under a rule with a least time', () => {
  const { rule } = presets['lazy-consensus'];
  const least = new Date(now.getTime() + 72 * anHour);
  const opened = decision({ rule, voting: voting(['UBO'], { rule }) });
  const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);

  it('refuses an earlier time, however late it is already', () => {
    for (const at of [now, after(now, 71 * anHour)]) {
      expect(ruleBrokenBy(() => moveDeadline(opened, after(least, -60_000), at))).toEqual({
        field: 'deadline',
        refusal: { code: 'open too briefly', leastMinutes: 3 * 24 * 60, isOpen: true },
      });
    }
  });

  it('accepts the minute of the earliest time', () => {
    const openedAt = after(now, 30_000);
    const round = { ...opened, voting: voting(['UBO'], { rule, openedAt }) };
    expect(moveDeadline(round, least, openedAt).closesAt).toEqual(after(openedAt, 72 * anHour));
  });

  it('counts a new round from its own opening', () => {
    const ended = { ...opened, voting: voting(['UBO'], { rule, closedAt: least }) };
    const again = reopenVoting({ ...ended, closesAt: after(least, 96 * anHour) }, { ...frozen, now: least });
    expect(() => moveDeadline(again, after(least, 71 * anHour), least)).toThrow('open too briefly');
  });

  const anyMove = fc.record({
    kind: fc.constantFrom('move' as const, 'hold' as const, 'settle' as const, 'extend by rule' as const),
    hours: fc.integer({ min: -50, max: 200 }),
  });

  it('keeps every deadline after it, whatever happens to a vote', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
        let seen = opened;
        for (const { kind, hours } of moves) {
          const at = after(now, hours * anHour);
          if (kind === 'move') seen = attempt(seen, () => moveDeadline(seen, at, now));
          if (kind === 'hold') seen = waitForHolds({ ...seen, objections: [hold(at)] });
          if (kind === 'settle') seen = { ...seen, objections: [] };
          if (kind === 'extend by rule') seen = extendByRule(seen, now);
          expect(seen.closesAt.getTime()).toBeGreaterThanOrEqual(least.getTime());
        }
      }),
    );
  });
});

/** What a move makes of a decision; the decision as it was, where it breaks a rule. */
function attempt(before: Decision, move: () => Decision): Decision {
  try {
    return move();
  } catch (error) {
    if (error instanceof RuleBroken) return before;
    throw error;
  }
}

describe('noteShortening', () => {
  const open = decision({ voting: voting(['UBO']) });
  const shortening = { by: 'UANA', at: now, from: later, to: closesAt, reason: ' The tender\nends. ' };

  it('records who moved it, from when to when, and why', () => {
    const noted = noteShortening(open, shortening).voting?.shortenings;
    expect(noted).toEqual([{ ...shortening, reason: 'The tender ends.' }]);
  });

  it('refuses one without a reason, and one too many', () => {
    const refusal = { code: 'missing', what: 'reason for less time' };
    expect(ruleBrokenBy(() => noteShortening(open, { ...shortening, reason: ' ' }))).toEqual({
      refusal,
      field: 'text',
    });
    let often = open;
    for (let times = 0; times < limits.shortenings; times += 1) often = noteShortening(often, shortening);
    expect(ruleBrokenBy(() => noteShortening(often, shortening)).refusal).toEqual({
      code: 'shortened too often',
      times: 5,
    });
  });

  it.each([
    ['an earlier minute', open, closesAt.getTime() - 60_000, true],
    ['the same minute', open, closesAt.getTime() - 0, false],
    ['a later time', open, later.getTime(), false],
    ['an earlier time of a discussion', decision(), now.getTime(), false],
  ])('is about %s: %#', (_, of, to, isMeant) => {
    expect(isEarlier(of, new Date(to))).toBe(isMeant);
  });
});

describe('extendByRule', () => {
  const end = closesAt.getTime();

  it('extends by the same time, and records that', () => {
    const { closesAt: extended, voting: after } = extendByRule(decision({ voting: voting(['UBO']) }), closesAt);
    expect(extended.getTime() - end).toBe(end - now.getTime());
    expect(after?.wasExtended).toBe(true);
  });

  it('uses the first deadline, and not one that was moved', () => {
    const moved = decision({ closesAt: later, voting: voting(['UBO']) });
    expect(extendByRule(moved, later).closesAt.getTime() - later.getTime()).toBe(end - now.getTime());
  });

  it.each([
    ['a vote of an hour', inAnHour, inAnHour],
    ['a vote that closes late, after an absence', closesAt, new Date(end + 30 * 24 * anHour)],
  ])('gives %s at least a day from now', (_, firstClosesAt, at) => {
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

describe('discussOn', () => {
  const why = { by: 'UBO', reason: 'A third option came up.' };

  it('closes an open vote without an outcome, until it is opened again', () => {
    const after = discussOn(decision({ voting: voting(['UBO']) }), why, now);
    expect(after).toMatchObject({
      status: 'proposed',
      outcome: undefined,
      voting: { closedAt: now, discussedOn: why },
    });
    expect(reopenVoting(after, frozen).voting).toMatchObject({ round: 2, closedAt: undefined, discussedOn: undefined });
    expect(moveDeadline(after, later, now).voting).toMatchObject({ closedAt: undefined, discussedOn: undefined });
  });

  it('leaves a vote closed when it was, and has nothing to close before one', () => {
    const closed = decision({ voting: voting(['UBO'], { closedAt: closesAt }) });
    expect(discussOn(closed, why, later).voting).toMatchObject({ closedAt: closesAt, discussedOn: why });
    expect(discussOn(decision(), why, now).voting).toBeUndefined();
  });

  it('is too late once there is an outcome', () => {
    const accepted = decision({ status: 'accepted', voting: voting(['UBO'], { closedAt: now }) });
    expect(ruleBrokenBy(() => discussOn(accepted, why, now))).toMatchObject({ refusal: { code: 'decided already' } });
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
