import { describe, expect, it } from 'vitest';
import { type Decision, hidesTally, type Objection } from '../../../src/decision/decision.ts';
import { rewordOption, takeOutOption } from '../../../src/decision/proposal/correction.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import {
  beginFinalComments,
  commentOnObjection,
  dropFinalComments,
  findBegun,
  needsFinalComments,
} from '../../../src/decision/vote/final-comments.ts';
import { findClosingTime, moveDeadline } from '../../../src/decision/vote/voting.ts';
import { countUnder } from '../rule/any-rule.ts';
import { decision, options, voting } from '../sample.ts';

const { rule } = presets['hard-to-undo'];
const aDay = 24 * 60 * 60 * 1_000;
const tenDays = 10 * aDay;

function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

function open(changes: Partial<Rule> = {}): Decision {
  const changed = { ...rule, ...changes };
  const openedAt = new Date('2026-03-02T10:00:00Z');
  return decision({
    rule: changed,
    options,
    closesAt: after(openedAt, 6 * aDay),
    voting: voting(['UANA', 'UBO'], { rule: changed, openedAt }),
  });
}

const begin = (of: Decision) => beginFinalComments(of, 'o1', of.closesAt);
const objection = (changes: Partial<Objection> = {}): Objection => ({
  ...{ id: 'x1', kind: 'objection', authorId: 'UANA', reason: 'It has no license.', until: undefined },
  ...{ raisedAt: new Date('2026-03-10T10:00:00Z'), resolution: undefined },
  ...changes,
});

describe('final comments', () => {
  it('come before an option is accepted, where the rule has them, once for each option', () => {
    const before = open();
    expect(before.voting && needsFinalComments(before.voting, 'o1')).toBe(true);
    const during = begin(before);
    expect(during.voting && needsFinalComments(during.voting, 'o1')).toBe(false);
    expect(during.voting && needsFinalComments(during.voting, 'o2')).toBe(true);
    const without = open({ finalCommentMinutes: 0 });
    expect(without.voting && needsFinalComments(without.voting, 'o1')).toBe(false);
  });

  it('take as long as the rule says, and nothing ends them early', () => {
    const during = begin(open({ closesEarly: ['all voted', 'decided'] }));
    expect(during.closesAt).toEqual(after(open().closesAt, tenDays));
    const unanimous = countUnder(during.rule, []);
    expect(findClosingTime(during, { ...unanimous, notVoted: [] })).toEqual(during.closesAt);
    const early = after(during.closesAt, -aDay);
    expect(() => moveDeadline(during, early, open().closesAt)).toThrow('final comments too brief');
    const later = after(during.closesAt, aDay);
    expect(moveDeadline(during, later, open().closesAt).closesAt).toEqual(later);
  });

  it('begin anew when the words of the option change, and of no other', () => {
    const during = begin(open());
    const now = after(during.closesAt, -aDay);
    const words = { title: 'Go, the whole of it', description: '' };
    const after1 = rewordOption(during, 'o1', words, now);
    expect(after1.closesAt).toEqual(after(now, tenDays));
    expect(after1.voting?.finalComments).toEqual({ optionId: 'o1', beganAt: now, timesAnew: 1 });
    expect(rewordOption(during, 'o2', words, now).closesAt).toEqual(during.closesAt);
    const [{ title = '', description = '' } = {}] = during.options;
    expect(rewordOption(during, 'o1', { title, description }, now).closesAt).toEqual(during.closesAt);
  });

  it('begin anew with an objection that blocks, and with no other', () => {
    const during = begin(open());
    const now = after(during.closesAt, -aDay);
    const ends = (of: Decision, changes: Partial<Objection> = {}) =>
      commentOnObjection(of, objection(changes), now).closesAt;
    expect(ends(during)).toEqual(after(now, tenDays));
    expect(ends(during, { authorId: 'UGUS' })).toEqual(during.closesAt);
    expect(ends(during, { kind: 'hold', until: after(now, aDay) })).toEqual(during.closesAt);
    expect(ends(begin(open({ objections: 'warn' })))).toEqual(during.closesAt);
    expect(ends(open())).toEqual(open().closesAt);
  });

  it('do not end earlier than somebody has said, when they begin anew', () => {
    const during = begin(open());
    const later = moveDeadline(during, after(during.closesAt, 30 * aDay), open().closesAt);
    expect(commentOnObjection(later, objection(), after(during.closesAt, -aDay)).closesAt).toEqual(later.closesAt);
  });

  it('end with the option that they are about', () => {
    const during = begin(open());
    const without = takeOutOption(during, 'o1', { by: 'UANA', at: after(during.closesAt, -aDay) });
    expect(without.voting?.finalComments).toBeUndefined();
    expect(takeOutOption(during, 'o2', { by: 'UANA', at: during.closesAt }).voting?.finalComments).toBeDefined();
    expect(dropFinalComments(during).voting?.finalComments).toBeUndefined();
  });

  it('are told when they begin, and each time that they begin anew', () => {
    const [before, now] = [open(), open().closesAt];
    const during = begin(before);
    expect(findBegun(before, during)?.timesAnew).toBe(0);
    expect(findBegun(during, during)).toBeUndefined();
    expect(findBegun(during, commentOnObjection(during, objection(), after(now, aDay)))?.timesAnew).toBe(1);
    expect(findBegun(during, dropFinalComments(during))).toBeUndefined();
  });

  it('show figures that were hidden until an option had won', () => {
    const hidden = open({ isTallyHidden: true });
    expect(hidesTally(hidden)).toBe(true);
    expect(hidesTally(begin(hidden))).toBe(false);
  });
});
