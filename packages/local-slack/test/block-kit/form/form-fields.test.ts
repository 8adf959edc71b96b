import { initialState, missingFields } from '@gavel/local-slack/block-kit/form/form.ts';
import { describe, expect, it } from 'vitest';
import { actions, options, plain, richText, times } from '../samples.ts';
import { asking, ELEMENTS, fill } from './form-samples.ts';

describe.each(ELEMENTS)('%s', (type, empty, initial, shownFirst, typed, read) => {
  const bare = asking({ type, options: options(2) });
  const filled = asking({ type, options: options(2), ...initial });

  it('starts empty, or with the app’s initial value', () => {
    expect(initialState(bare)).toEqual({ b: { a: { type, ...empty } } });
    expect(initialState(filled)).toEqual({ b: { a: { type, ...shownFirst } } });
  });

  it('stores what a person fills in', () => {
    expect(fill(bare, typed)).toEqual({ type, ...read });
    expect(fill(filled, typed)).toEqual({ type, ...read });
  });

  it('can be cleared, and is then reported as missing unless it is optional', () => {
    const cleared = { type, ...empty };
    expect(fill(filled, null)).toEqual(cleared);
    expect(missingFields(filled, { b: { a: cleared } })).toEqual({ b: 'Please complete this required field.' });
    expect(missingFields(asking({ type }, { optional: true }), { b: { a: cleared } })).toEqual({});
    expect(missingFields(filled, { b: { a: { type, ...read } } })).toEqual({});
  });
});

describe('values that Slack does not accept', () => {
  it.each([
    [
      'text that is too long',
      { type: 'plain_text_input', max_length: 3 },
      'four',
      'Please enter 3 characters or fewer (4 were given).',
    ],
    [
      'text beyond what any input takes',
      { type: 'plain_text_input' },
      'x'.repeat(3001),
      'Please enter 3000 characters or fewer (3001 were given).',
    ],
    ['no text', { type: 'plain_text_input' }, 5, 'Please enter text.'],
    ['half an address', { type: 'email_text_input' }, 'anna@', 'Please enter a valid email address.'],
    ['an address without scheme', { type: 'url_text_input' }, 'example.com', 'Please enter a valid URL.'],
    ['words for a number', { type: 'number_input' }, 'ten', 'Please enter a number.'],
    ['a fraction', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    ['too small a number', { type: 'number_input', min_value: '10' }, '9', 'Please enter 10 or more.'],
    ['too big a number', { type: 'number_input', max_value: '10' }, 11, 'Please enter 10 or less.'],
    [
      'an option that is not there',
      { type: 'static_select', options: options(2) },
      'Option 3',
      'There is no option "Option 3". Please select one of: Option 1, Option 2.',
    ],
    [
      'too many options',
      { type: 'multi_static_select', options: options(3), max_selected_items: 1 },
      ['Option 1', 'Option 2'],
      'Please select 1 or fewer (2 were given).',
    ],
    [
      'one wrong option among several',
      { type: 'checkboxes', options: options(1) },
      ['Option 1', 'x'],
      'There is no option "x". Please select one of: Option 1.',
    ],
    [
      'too many people',
      { type: 'multi_users_select', max_selected_items: 2 },
      ['U1', 'U2', 'U3'],
      'Please select 2 or fewer (3 were given).',
    ],
    ['a channel for a person', { type: 'users_select' }, 'C1', 'Please select a person by id. "C1" is not an id.'],
    [
      'a name for a channel',
      { type: 'channels_select' },
      'general',
      'Please select a channel by id. "general" is not an id.',
    ],
    ['a day that does not exist', { type: 'datepicker' }, '2027-02-29', 'Please select a date as YYYY-MM-DD.'],
    ['the 25th hour', { type: 'timepicker' }, '25:00', 'Please select a time as HH:mm, from 00:00 to 23:59.'],
    [
      'a time without an offset',
      { type: 'datetimepicker' },
      '2026-11-27T17:00:00',
      'Please select a date and time in Unix seconds, or with an offset as in 2026-11-27T17:00:00+01:00.',
    ],
    [
      'a broken rich text',
      { type: 'rich_text_input' },
      { type: 'rich_text', elements: [{ type: 'text', text: 'x' }] },
      'Please enter text or a rich_text block (/elements/0/type unsupported type: text).',
    ],
    [
      'a file of another type',
      { type: 'file_input', filetypes: ['MD', 'txt'] },
      [
        { id: 'F1', name: 'a.md' },
        { id: 'F2', name: 'md' },
      ],
      'Please upload a file of one of these types: md, txt. "md" has another type.',
    ],
    [
      'eleven files',
      { type: 'file_input' },
      times(11, (index) => `F${index}`),
      'Please select 10 or fewer (11 were given).',
    ],
  ])('%s', (_name, element, typed, problem) => {
    expect(fill(asking(element), typed)).toBe(problem);
  });

  it('an element that is not a field', () => {
    const view = { blocks: [{ ...actions({ type: 'button', action_id: 'a', text: plain('Go') }), block_id: 'b' }] };
    expect(fill(view, 'x')).toBe('There is no field with block_id "b" and action_id "a".');
  });

  it('text that is too short when it is submitted', () => {
    const view = asking({ type: 'plain_text_input', min_length: 3 });
    expect(missingFields(view, { b: { a: { type: 'plain_text_input', value: 'ab' } } })).toEqual({
      b: 'Please enter at least 3 characters.',
    });
    expect(missingFields(view, { b: { a: { type: 'plain_text_input', value: 'abc' } } })).toEqual({});
  });

  it('rich text without content when it is submitted', () => {
    const view = asking({ type: 'rich_text_input' });
    const holding = (rich_text_value: object) => ({ b: { a: { type: 'rich_text_input', rich_text_value } } });
    expect(missingFields(view, holding(richText()))).toEqual({ b: 'Please complete this required field.' });
    expect(missingFields(view, holding(richText({ type: 'emoji', name: 'wave' })))).toEqual({});
  });
});
