import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import type { StateValues } from '../../../src/slack/form/form-state.ts';
import {
  changeArrangement,
  editBlockOf,
  editView,
  readEdit,
  readEditMetadata,
  showsTags,
} from '../../../src/slack/propose/edit-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { decision } from '../../decision/sample.ts';

const names = { user: () => '', channel: () => '', group: () => '' };
const three = decision({
  options: ['a', 'b', 'c'].map((id, position) => {
    const emoji = ['one', 'two', 'three'][position] ?? '';
    return { id, position, title: id.toUpperCase(), description: '', emoji, addedBy: 'UANA' };
  }),
});
const first = readEditMetadata({ private_metadata: JSON.stringify({ decisionId: three.id, seen: 's' }) }, three);

describe('the arrangement of Edit', () => {
  it('tells whether it asks for tags: where the house does, the decision has some, or somebody wants to add some', () => {
    const asks = (of: typeof three, asked: readonly string[], before?: typeof first) => {
      const shown = JSON.stringify(editView(en, of, [], { asked, ...(before ? { before } : {}) }));
      expect(showsTags(of, asked, before)).toBe(shown.includes(JSON.stringify(en.recall.tags)));
      return showsTags(of, asked, before);
    };
    expect(asks(three, [])).toBe(false);
    expect(asks(three, ['tags: Tags'])).toBe(true);
    expect(asks({ ...three, tags: ['storage'] }, [])).toBe(true);
    expect(asks(three, [], { ...first, asksForRecall: true })).toBe(true);
  });

  it('changes by one step, and not past the ends', () => {
    expect(changeArrangement(first, three, 'up', 'b').order).toEqual(['b', 'a', 'c']);
    expect(changeArrangement(first, three, 'up', 'a')).toBe(first);
    expect(changeArrangement(first, three, 'down', 'gone')).toBe(first);
  });

  it('marks options to be removed, and keeps them after all', () => {
    const without = changeArrangement(first, three, 'remove', 'b');
    expect(without.removed).toEqual(['b']);
    expect(changeArrangement(without, three, 'keep', 'b').removed).toEqual([]);
  });

  it('leaves the option in its place that deprecates an ADR', () => {
    const bound = { ...three, bond: { kind: 'deprecates', adrId: 3, number: 3, title: 'Use Go' } as const };
    for (const change of ['down', 'remove'] as const) expect(changeArrangement(first, bound, change, 'a')).toBe(first);
    expect(changeArrangement(first, bound, 'up', 'b')).toBe(first);
  });

  it('is what the form is read by, and errors find their options in it', () => {
    const moved = { ...first, order: ['c', 'a', 'b'], removed: ['a'], open: ['b'] };
    const view = editView(en, three, [], { before: moved });
    expect(validateView(view)).toEqual([]);
    const values: StateValues = {
      'option:c': { value: { value: 'C 2' } },
      'option:a': { value: { value: 'A' } },
      'option:b': { value: { value: 'B' } },
      'description:b': { value: { value: 'Bold.' } },
    };
    const read = readEdit(en, values, three, names, moved);
    expect(read.options).toEqual([
      { id: 'c', title: 'C 2', description: '' },
      { id: 'b', title: 'B', description: 'Bold.' },
    ]);
    expect(read.removed).toEqual(['a']);
    const inputs = view.blocks.flatMap(({ block_id }) => block_id ?? []);
    expect(editBlockOf(inputs, moved, 'option', 1)).toBe('option:b');
  });

  it('reads a modal that was opened before an upgrade, whose blocks are named by position', () => {
    const values: StateValues = { 'option:1': { value: { value: 'B 2' } }, 'description:1': { value: { value: '' } } };
    expect(readEdit(en, values, three, names).options.map(({ title }) => title)).toEqual(['A', 'B 2', 'C']);
  });
});
