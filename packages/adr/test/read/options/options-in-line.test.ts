import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR with these blocks: the chosen title with a star. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(
    ({ title, isChosen }) => `${isChosen ? '*' : ''}${title}`,
  );
}

const kettles = ['keep the kettle', '*buy a copper one', 'borrow one'];

describe('several options in one line', () => {
  it.each([
    ['letters', '**Options:** A: keep the kettle; B: buy a copper one; C: borrow one.', 'B. It boils fast.'],
    ['letters in brackets', '**Optionen:** (a) keep the kettle, (b) buy a copper one oder (c) borrow one.', '(b)'],
    ['numbers', '**Options considered:** (1) keep the kettle; (2) buy a copper one; (3) borrow one', '(2). It boils.'],
    ['numbers in circles', '**選択肢**：①keep the kettle、②buy a copper one、③borrow one', '②'],
    ['semicolons', '**Alternatives:** keep the kettle; buy a copper one; borrow one.', 'Buy a copper one.'],
    ['wide semicolons', '**候选方案**：keep the kettle；buy a copper one；borrow one', 'Buy a copper one.'],
  ])('with %s behind a label', (_, line, decision) => {
    expect(optionsIn('**Context:** It leaks.', line, `**Decision:** ${decision}`)).toEqual(kettles);
  });

  it('in a block whose lines all have labels', () => {
    const lines =
      'Status: accepted\nOptions: keep the kettle; buy a copper one; borrow one\nDecision: buy a copper one.';
    expect(optionsIn(lines)).toEqual(kettles);
    expect(optionsIn('状态：已决定\n候选方案：保留旧壶；购买铜壶；借一个\n决策：购买铜壶，带盖子。')).toEqual([
      '保留旧壶',
      '*购买铜壶',
      '借一个',
    ]);
  });

  it('in the items of a list that is all of the ADR', () => {
    const list =
      '- **Context**: It leaks.\n- **Options**: A: keep the kettle; B: buy a copper one; C: borrow one\n- **Decision**: B, it boils fast.';
    expect(optionsIn(list)).toEqual(kettles);
  });

  it.each([
    'A: keep the kettle; B: buy a copper one; C: borrow one.',
    'We looked at three: (a) keep the kettle, (b) buy a copper one, and (c) borrow one.',
    'keep the kettle; buy a copper one; borrow one.',
  ])('in their own section: “%s”', (line) => {
    expect(optionsIn('## Options', line, '## Decision', 'Buy a copper one. It boils fast.')).toEqual(kettles);
  });

  it.each([
    ['It leaks. We considered three options: (a) keep the kettle, (b) buy a copper one, and (c) borrow one.', '(b).'],
    [
      'Wir haben drei Varianten verglichen: (1) keep the kettle, (2) buy a copper one und (3) borrow one. Alle gehen.',
      '(2).',
    ],
    ['代替案として、(A) keep the kettle、(B) buy a copper one、(C) borrow one を検討した。', '(B)'],
    ['후속 옵션으로 (A) keep the kettle, (B) buy a copper one, (C) borrow one를 검토했다. 옵션 A는 싸다.', '옵션 B'],
  ])('in a sentence about what was looked at: “%s”', (sentence, chosen) => {
    expect(optionsIn('## Context', sentence, '## Decision', `We will go with ${chosen}`)).toEqual(kettles);
  });

  it.each(['The lid has two parts: (a) a knob and (b) a rim.', 'We boil it (a) in the morning and (b) at night.'])(
    'but not in “%s”',
    (sentence) => {
      expect(optionsIn('## Context', sentence, '## Decision', 'We wait.')).toEqual([]);
    },
  );

  it('with what is said of them', () => {
    const { options } = readAdr(
      '# T\n\n## Options\n\nA) Keep the kettle. It is old. B) Buy one. It is dear. C) Borrow one.',
    );
    expect(options.map(({ title, description }) => [title, description])).toEqual([
      ['Keep the kettle', 'It is old.'],
      ['Buy one', 'It is dear.'],
      ['Borrow one', ''],
    ]);
  });

  it.each([
    'Tin cups; too thin.',
    'Tin cups; they were too thin. Clay cups broke.',
    'See A. Smith and B. Jones.',
    'f(a) or f(b).',
  ])('but not in “%s”', (line) => {
    expect(optionsIn('## Decision', 'We wait.', `**Alternatives:** ${line}`)).toEqual([]);
  });
});

describe('a decision that begins with a counter', () => {
  it('chooses the option with that counter', () => {
    const options = '- A: `tea` in a cup\n- B: coffee\n- C: `milk`';
    expect(optionsIn('## Options', options, '## Decision', 'C. It goes with `tea` and is cheap.')).toEqual([
      '`tea` in a cup',
      'coffee',
      '*`milk`',
    ]);
  });

  it('says what its parts are if others follow', () => {
    const parts = 'A. Somebody makes it.\n\nB. Somebody brings it.';
    expect(optionsIn('## Options', '- A: tea\n- B: coffee', '## Decision', parts)).toEqual(['tea', 'coffee']);
  });
});
