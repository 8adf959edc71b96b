import {
  findInput,
  initialState,
  keepValues,
  missingFields,
  setValue,
} from '@gavel/local-slack/block-kit/form/form.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, beside, input, mrkdwn, options, plain } from '../samples.ts';
import { asking, ELEMENTS, echo, fill, words } from './form-samples.ts';

const [first, second] = options(2);

describe('a form', () => {
  it('stores the values of elements outside inputs too, but none of buttons', () => {
    const menu = { type: 'static_select', options: options(2), action_id: 'menu' };
    const message = {
      blocks: [
        { ...beside(menu), block_id: 'one' },
        {
          ...actions({ type: 'button', text: plain('Go'), action_id: 'go' }, { type: 'datepicker', action_id: 'day' }),
          block_id: 'two',
        },
        { type: 'section', text: mrkdwn('Nothing here') },
      ],
    };
    expect(initialState(message)).toEqual({
      one: { menu: { type: 'static_select', selected_option: null } },
      two: { day: { type: 'datepicker', selected_date: null } },
    });
    expect(missingFields(message, initialState(message))).toEqual({});
  });

  it('prefers the visible text of an option to its value', () => {
    const crossed = [
      { text: plain('A'), value: 'B' },
      { text: mrkdwn('B'), value: 'C' },
    ];
    expect(fill(asking({ type: 'radio_buttons', options: crossed }), 'B')).toEqual({
      type: 'radio_buttons',
      selected_option: { text: { type: 'mrkdwn', text: 'B', verbatim: false }, value: 'C' },
    });
  });

  it('finds options in groups', () => {
    const grouped = { type: 'static_select', option_groups: [{ label: plain('Group'), options: [second] }] };
    expect(fill(asking(grouped), 'Option 2')).toMatchObject({ selected_option: echo(2) });
  });

  it('starts with the conversation it was opened from, if the app asks for that', () => {
    const here = { conversation: 'C9' };
    const one = { type: 'conversations_select', default_to_current_conversation: true };
    const many = { ...one, type: 'multi_conversations_select', initial_conversations: ['C1'] };
    expect(initialState(asking(one), here).b?.a).toMatchObject({ selected_conversation: 'C9' });
    expect(initialState(asking(one)).b?.a).toMatchObject({ selected_conversation: null });
    expect(initialState(asking({ ...one, initial_conversation: 'C1' }), here).b?.a).toMatchObject({
      selected_conversation: 'C1',
    });
    expect(initialState(asking(many), here).b?.a).toMatchObject({ selected_conversations: ['C9'] });
    expect(initialState(asking({ type: 'conversations_select' }), here).b?.a).toMatchObject({
      selected_conversation: null,
    });
  });

  it('includes the time zone of a time picker', () => {
    const view = asking({ type: 'timepicker', timezone: 'Europe/Berlin' });
    expect(fill(view, '09:30')).toEqual({ type: 'timepicker', selected_time: '09:30', timezone: 'Europe/Berlin' });
  });

  it('treats an empty initial text as none', () => {
    expect(initialState(asking({ type: 'plain_text_input', initial_value: '' })).b?.a?.value).toBeNull();
  });

  it('needs ids', () => {
    expect(() => initialState({ blocks: [input({ type: 'datepicker' })] })).toThrow('/blocks/0/element has no ids');
  });

  it('does not change the state that it is given', () => {
    const view = asking({ type: 'plain_text_input' });
    const state = initialState(view);
    fill(view, 'Hi', state);
    expect(state).toEqual(initialState(view));
  });
});

describe('after an update of the view', () => {
  const typed = { b: { a: { type: 'plain_text_input', value: 'typed' } } };
  const old = asking({ type: 'plain_text_input' });
  const fresh = { type: 'plain_text_input', initial_value: 'fresh' };

  it('keeps a value under the same ids, whatever the new initial value is', () => {
    expect(keepValues(old, typed, asking(fresh))).toEqual(typed);
    expect(
      keepValues(old, { b: { a: { type: 'plain_text_input', value: null } } }, asking(fresh)).b?.a?.value,
    ).toBeNull();
  });

  it.each([
    ['block_id', { blocks: [input({ ...fresh, action_id: 'a' }, { block_id: 'c' })] }, 'c', 'a'],
    ['action_id', { blocks: [input({ ...fresh, action_id: 'c' }, { block_id: 'b' })] }, 'b', 'c'],
    ['kind of element', asking({ ...fresh, type: 'email_text_input' }), 'b', 'a'],
  ])('resets a value under another %s', (_name, view, block, action) => {
    expect(keepValues(old, typed, view)[block]?.[action]?.value).toBe('fresh');
  });

  it('keeps a selected option as long as it exists', () => {
    const menu = (count: number) => asking({ type: 'static_select', options: options(count), initial_option: first });
    const picked = { b: { a: { type: 'static_select', selected_option: echo(3) } } };
    expect(keepValues(menu(3), picked, menu(4))).toEqual(picked);
    expect(keepValues(menu(3), picked, menu(2)).b?.a).toMatchObject({ selected_option: echo(1) });
  });
});

describe('an input', () => {
  const labelled = (label: string, id: string) =>
    input({ type: 'plain_text_input', action_id: 'text' }, { block_id: id, label: plain(label), optional: id === 'c' });
  const view = { blocks: [labelled('Option 10', 'a'), labelled('Option 1', 'b'), labelled('Decision drivers', 'c')] };

  it.each([
    ['option 1', 'b'],
    ['Option', 'a'],
    ['  decision   DRIVERS ', 'c'],
    ['Deci', 'c'],
    ['drivers', undefined],
    ['', undefined],
  ])('is found by its label: "%s"', (label, id) => {
    expect(findInput(view, label)?.block_id).toBe(id);
  });

  it('is found with its ids, its element and whether it is optional', () => {
    expect(findInput(view, 'Decision drivers')).toEqual({
      block_id: 'c',
      action_id: 'text',
      element: { type: 'plain_text_input', action_id: 'text' },
      optional: true,
    });
  });
});

describe('laws', () => {
  /** A form with some elements under various ids, and what a person does with it. */
  const kind = fc.integer({ min: 0, max: ELEMENTS.length - 1 });
  const form = fc
    .array(fc.record({ kind, isFilled: fc.boolean(), isInitial: fc.boolean() }), { maxLength: 12 })
    .map((fields) => {
      const view = {
        blocks: fields.map((field, index) => {
          const [type, , initial] = ELEMENTS[field.kind] ?? [];
          const element = { type, options: options(2), action_id: 'a', ...(field.isInitial ? initial : {}) };
          return input(element, { block_id: `b${index}` });
        }),
      };
      const state = fields.reduce((before, field, index) => {
        if (!field.isFilled) return before;
        const filled = setValue(view, before, { block_id: `b${index}`, action_id: 'a' }, ELEMENTS[field.kind]?.[4]);
        return 'state' in filled ? filled.state : before;
      }, initialState(view));
      return { view, state };
    });

  it('an update to the same view changes nothing', () => {
    fc.assert(
      fc.property(form, ({ view, state }) => {
        expect(keepValues(view, state, view)).toEqual(state);
      }),
    );
  });

  it('filling in one field changes no other', () => {
    fc.assert(
      fc.property(form, fc.nat(), ({ view, state }, seed) => {
        const index = seed % Math.max(view.blocks.length, 1);
        const cleared = setValue(view, state, { block_id: `b${index}`, action_id: 'a' }, null);
        const { [`b${index}`]: _before, ...others } = state;
        expect('state' in cleared ? cleared.state : state).toMatchObject(others);
      }),
    );
  });

  const anyText = fc.string({ minLength: 1, maxLength: 1000, unit: 'binary' });

  it('text is stored as typed', () => {
    const view = asking({ type: 'plain_text_input' });
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fill(view, text)).toEqual({ type: 'plain_text_input', value: text });
      }),
    );
  });

  it('plain text becomes one section of rich text', () => {
    const view = asking({ type: 'rich_text_input' });
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fill(view, text)).toEqual({ type: 'rich_text_input', rich_text_value: words(text) });
      }),
    );
  });

  it('any option of a menu can be selected by its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(99), (count, pick) => {
        const view = asking({ type: 'static_select', options: options(count) });
        const index = (pick % count) + 1;
        expect(fill(view, `option-${index}`)).toEqual({ type: 'static_select', selected_option: echo(index) });
      }),
    );
  });
});
