import { describe, expect, it } from 'vitest';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { nudgesOf } from '../../../src/workflow/nudge/plan-nudge.ts';
import { closesAt, decision, now, voting } from '../../decision/sample.ts';

const open = voting(['UANA', 'UBO']);

describe('nudgesOf', () => {
  it('has moments while voting is open', () => {
    expect(nudgesOf(decision({ voting: open }), now)).toHaveLength(2);
  });

  it.each([
    ['before voting opens', decision(), now],
    ['at the deadline', decision({ voting: open }), closesAt],
    ['once voting has closed', decision({ voting: { ...open, closedAt: now } }), now],
    ['on a withdrawn decision', decision({ voting: open, status: 'withdrawn' }), now],
    ['where silence is assent', decision({ voting: { ...open, rule: { ...defaultRule, silence: 'assent' } } }), now],
  ])('has none %s', (_, each, at) => {
    expect(nudgesOf(each, at)).toEqual([]);
  });
});
