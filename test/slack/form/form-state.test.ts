import { describe, expect, it } from 'vitest';
import { FormState } from '../../../src/slack/form/form-state.ts';

const rich = { type: 'rich_text' as const, elements: [] };
const state = new FormState({
  title: { value: { value: 'Which?' } },
  empty: { value: { value: null } },
  kind: { value: { selected_option: { value: 'pro' } } },
  unchosen: { value: { selected_option: null } },
  deciders: { value: { selected_users: ['UANA', 'UBO'] } },
  deadline: { value: { selected_date_time: 1_795_798_800 } },
  undated: { value: { selected_date_time: null } },
  context: { value: { rich_text_value: rich } },
});

describe('FormState', () => {
  it('reads what was entered', () => {
    expect(state.text('title')).toBe('Which?');
    expect(state.choice('kind')).toBe('pro');
    expect(state.people('deciders')).toEqual(['UANA', 'UBO']);
    expect(state.moment('deadline')).toEqual(new Date('2026-11-27T17:00:00Z'));
    expect(state.richText('context')).toBe(rich);
  });

  it('reads empty inputs as empty', () => {
    expect(state.text('empty')).toBe('');
    expect(state.choice('unchosen')).toBeUndefined();
    expect(state.moment('undated')).toBeUndefined();
  });

  it('reads inputs that the view does not have as empty, and says so', () => {
    expect(state.text('nowhere')).toBe('');
    expect(state.people('nowhere')).toEqual([]);
    expect(state.richText('nowhere')).toBeUndefined();
    expect([state.has('empty'), state.has('nowhere')]).toEqual([true, false]);
  });
});
