import { describe, expect, it } from 'vitest';
import { FormState, type StateValues } from '../../../src/slack/form/form-state.ts';
import { withNewOption } from '../../../src/slack/propose/arrange-options.ts';
import { optionBlockIds, optionRows, readOptions } from '../../../src/slack/propose/option-row.ts';
import { en } from '../../../src/words/en/en.ts';
import type { OptionRow } from '../../../src/workflow/ports/proposal-input.ts';
import { newOption } from '../../../src/workflow/propose/new-form.ts';

const row = (key: string, title = ''): OptionRow => ({ ...newOption(title), key });
const names = { user: () => 'Ana', channel: () => 'architecture', group: () => 'Platform' };
const keep: OptionRow = { ...row('k', 'Keep ADR 0003 as it is'), keepsAdr: true };

function inputs(rows: readonly OptionRow[]) {
  return optionRows(en, rows, { isDrafted: false, pinned: 0 }).flatMap((block) =>
    block.type === 'input' ? [`${block.label.text}${block.optional ? '' : '*'}`] : [],
  );
}

describe('the rows for options', () => {
  it('ask for two of them', () => {
    expect(inputs([row('a'), row('b'), row('c')])).toEqual(['Option 1*', 'Option 2*', 'Option 3']);
  });

  it('ask for one besides the one that keeps an ADR, which has a label of its own', () => {
    expect(inputs([row('a'), row('b'), keep])).toEqual(['Option 1*', 'Option 2', 'Option 3: keep the ADR']);
  });

  it('get one more before the one that keeps an ADR, up to ten', () => {
    const more = withNewOption([row('a'), keep]);
    expect(more.map(({ keepsAdr }) => keepsAdr === true)).toEqual([false, false, true]);
    expect(withNewOption([row('a'), row('b')])).toHaveLength(3);
    const ten = [...Array.from({ length: 9 }, (_, index) => row(`o${index}`)), keep];
    expect(withNewOption(ten)).toEqual(ten);
  });

  it('are read as they were typed, and the one that keeps an ADR still does', () => {
    const rows = [row('a', 'Rust'), keep];
    const blockIds = optionRows(en, rows, { isDrafted: false, pinned: 0 }).map(({ block_id = '' }) => block_id);
    expect(optionBlockIds(blockIds)).toEqual(['option:a', 'option:k']);
    const values: StateValues = { 'option:k': { value: { value: 'Stay with Go' } } };
    const read = readOptions(new FormState(values), blockIds, rows, names);
    expect(read).toEqual([expect.objectContaining({ key: 'a' }), { ...keep, title: 'Stay with Go' }]);
    expect(read[0]?.keepsAdr).toBeUndefined();
  });

  it('show a description in Slack’s editor, and leave it as it was typed', () => {
    const description = 'One *binary*, see https://x.y\n- `go build`';
    const rows = [{ ...row('a', 'Go'), description, isOpen: true }];
    const blocks = optionRows(en, rows, { isDrafted: false, pinned: 0 });
    const editors = blocks.flatMap((block) => {
      const isEditor = block.type === 'input' && block.element.type === 'rich_text_input';
      return isEditor && 'initial_value' in block.element ? [block.element.initial_value] : [];
    });
    const [shown] = editors;
    if (typeof shown !== 'object') throw new Error('There is an editor with text.');
    expect(JSON.stringify(shown)).toContain('"style":{"code":true}');
    const values: StateValues = { 'option:a:description': { value: { rich_text_value: shown } } };
    const blockIds = blocks.map(({ block_id = '' }) => block_id);
    expect(readOptions(new FormState(values), blockIds, rows, names)[0]?.description).toBe(description);
  });
});
