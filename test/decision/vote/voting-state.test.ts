import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { roundOfShortening, stateOfVoting } from '../../../src/decision/vote/voting-state.ts';
import { because, closesAt, decision, now, objection, voting } from '../sample.ts';

const open = voting(['UANA', 'UBO']);
const closed = voting(['UANA', 'UBO'], { closedAt: closesAt });
const outcome = {
  reason: because('it is fast'),
  consequences: [],
  decidedBy: undefined,
  decidedAt: closesAt,
  departures: [],
};

describe('stateOfVoting', () => {
  it('follows the decision', () => {
    expect(stateOfVoting(decision({ voting: open }), 1)).toEqual({ kind: 'open', closesAt });
    expect(stateOfVoting(decision({ voting: closed }), 1)).toEqual({ kind: 'undecided', isBlocked: false });
    expect(stateOfVoting(decision({ voting: closed, status: 'withdrawn' }), 1)).toEqual({ kind: 'withdrawn' });
    const accepted = decision({ voting: closed, status: 'accepted', outcome: { ...outcome, chosenOptionId: 'o1' } });
    expect(stateOfVoting(accepted, 1)).toEqual({ kind: 'decided', chosen: accepted.options[0]?.title });
    const rejected = decision({ status: 'rejected', outcome: { ...outcome, chosenOptionId: undefined } });
    expect(stateOfVoting(rejected, 1)).toEqual({ kind: 'decided', chosen: undefined });
  });

  it('says that an objection stands, and that somebody wants to go on discussing', () => {
    const { rule } = presets.unanimous;
    const blocked = decision({
      rule,
      voting: voting(['UANA', 'UBO'], { rule, closedAt: closesAt }),
      objections: [objection()],
    });
    expect(stateOfVoting(blocked, 1)).toEqual({ kind: 'undecided', isBlocked: true });
    const discussedOn = { by: 'UANA', reason: '' };
    expect(stateOfVoting(decision({ voting: { ...closed, discussedOn } }), 1)).toEqual({ kind: 'discussing' });
  });

  it('says of a vote that is over that an outcome waits for a second person', () => {
    const awaited = {
      ...{ id: 'a1', outcome: { ...outcome, chosenOptionId: 'o1' } },
      seen: { title: 'Choose', voted: 0, options: [] },
    };
    expect(stateOfVoting(decision({ voting: closed, awaited }), 1)).toEqual({ kind: 'awaiting' });
    expect(stateOfVoting(decision({ voting: open, awaited }), 1)).toEqual({ kind: 'open', closesAt });
  });

  it('of a round that is over is that there is another one, whatever becomes of it', () => {
    expect(stateOfVoting(decision({ voting: { ...open, round: 2 } }), 1)).toEqual({ kind: 'later round' });
    expect(stateOfVoting(decision({ voting: { ...open, round: 2 } }), 2)).toMatchObject({ kind: 'open' });
  });
});

it('roundOfShortening is the present round only for its own deadlines', () => {
  const shortenings = [{ by: 'UBO', at: now, from: closesAt, to: now, reason: 'the tender ends' }];
  const { voting: second } = decision({ voting: { ...open, round: 2, shortenings } });
  expect(roundOfShortening({ voting: second }, now)).toBe(2);
  expect(roundOfShortening({ voting: second }, closesAt)).toBe(1);
});
