import type { InputBlock, StaticSelect } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { readScores, scoreView } from '../../../src/slack/vote/score-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { decision, voting } from '../../decision/sample.ts';

/** The labels of the inputs of a form, with what each is prefilled with. */
function inputsOf(preset: string, own: { scores?: Readonly<Record<string, number>>; isAbstaining?: boolean }) {
  const rule = readRule(preset);
  const shown = decision({ rule, voting: voting(['UANA'], { rule, round: 3 }) });
  const { scores = {}, isAbstaining = false } = own;
  const view = scoreView(en, {
    decision: shown,
    scores: new Map(Object.entries(scores)),
    isAbstaining,
    isDecider: true,
  });
  const inputs = view.blocks
    .filter((block): block is InputBlock => block.type === 'input')
    .map(({ label, element }) => {
      const { initial_option: initial } = element as StaticSelect;
      return `${label.text}: ${initial && 'value' in initial ? initial.value : ''}`;
    });
  return { view, inputs, choices: JSON.stringify(view.blocks) };
}

describe('the form for scores', () => {
  it('is prefilled with what was given before', () => {
    const { inputs, view, choices } = inputsOf('scores', { scores: { o1: 3, o2: 0 } });
    expect(inputs).toEqual(['Your vote: score', 'Go + Fiber: 3', 'Node.js + tRPC: 0', 'Rust + Axum: ']);
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ decisionId: 'd1', round: 3 });
    expect(choices).toContain('I take my vote back');
  });

  it('offers to withdraw only what there is', () => {
    const { choices } = inputsOf('scores', {});
    expect(choices).toContain('I abstain');
    expect(choices).not.toContain('take my vote back');
    expect(inputsOf('scores', { isAbstaining: true }).choices).toContain('You abstain so far.');
  });

  it('asks for nothing but points when there is nothing else to do', () => {
    expect(inputsOf('plurality', {}).inputs).toEqual(['Go + Fiber: ', 'Node.js + tRPC: ', 'Rust + Axum: ']);
  });

  it.each([
    [
      { 'score:o1': '3', 'score:o2': undefined },
      {
        answer: 'score',
        scores: new Map([
          ['o1', 3],
          ['o2', undefined],
        ]),
      },
    ],
    [
      { answer: 'score', 'score:o1': '0' },
      { answer: 'score', scores: new Map([['o1', 0]]) },
    ],
    [
      { answer: 'score', 'score:o1': '7' },
      { answer: 'score', scores: new Map([['o1', undefined]]) },
    ],
    [{ answer: 'abstain', 'score:o1': '3' }, { answer: 'abstain' }],
    [{ answer: 'take back', 'score:o1': '3' }, { answer: 'take back' }],
  ])('reads %j', (chosen, form) => {
    const values = Object.entries(chosen).map(([block, value]) => {
      return [block, { value: { selected_option: value === undefined ? null : { value } } }] as const;
    });
    expect(readScores(Object.fromEntries(values))).toEqual(form);
  });
});
