import { initialState, type StateValues, setValue } from '@gavel/local-slack/block-kit/form/form.ts';
import { input, options, richText } from '../samples.ts';

const [first] = options(1);

/** A numbered option in the state of a form. */
export const echo = (index: number) => ({
  text: { type: 'plain_text', text: `Option ${index}`, emoji: true },
  value: `option-${index}`,
});

/** Rich text with plain text. */
export const words = (text: string) => richText({ type: 'text', text });

/** A modal with one element, at block `b` and action `a`. */
export const asking = (element: object, more: object = {}) => ({
  blocks: [input({ action_id: 'a', ...element }, { block_id: 'b', ...more })],
});
const target = { block_id: 'b', action_id: 'a' };

/** The value of the element of `asking` after a person filled it in, or the problem. */
export function fill(
  view: { blocks: readonly unknown[] },
  typed: unknown,
  state: StateValues = initialState(view),
): unknown {
  const filled = setValue(view, state, target, typed);
  return 'state' in filled ? filled.state.b?.a : filled.problem;
}

/**
 * Each element with its empty value, an initial value from the app and the value in the state, and an input from a
 * person and the value in the state.
 */
export const ELEMENTS: readonly (readonly [string, object, object, object, unknown, object])[] = [
  ['plain_text_input', { value: null }, { initial_value: 'Hi' }, { value: 'Hi' }, 'Bye\nnow', { value: 'Bye\nnow' }],
  ['email_text_input', { value: null }, { initial_value: 'a@b.c' }, { value: 'a@b.c' }, 'd@e.f', { value: 'd@e.f' }],
  [
    'url_text_input',
    { value: null },
    { initial_value: 'https://a.b' },
    { value: 'https://a.b' },
    'http://c.d/e',
    { value: 'http://c.d/e' },
  ],
  ['number_input', { value: null }, { initial_value: '1' }, { value: '1' }, 2, { value: '2' }],
  [
    'static_select',
    { selected_option: null },
    { initial_option: first },
    { selected_option: echo(1) },
    'Option 2',
    { selected_option: echo(2) },
  ],
  [
    'radio_buttons',
    { selected_option: null },
    { initial_option: first },
    { selected_option: echo(1) },
    'option-2',
    { selected_option: echo(2) },
  ],
  [
    'multi_static_select',
    { selected_options: [] },
    { initial_options: [first] },
    { selected_options: [echo(1)] },
    ['Option 2', 'option-1'],
    { selected_options: [echo(2), echo(1)] },
  ],
  [
    'checkboxes',
    { selected_options: [] },
    { initial_options: [first] },
    { selected_options: [echo(1)] },
    'Option 2',
    { selected_options: [echo(2)] },
  ],
  [
    'users_select',
    { selected_user: null },
    { initial_user: 'U1' },
    { selected_user: 'U1' },
    'W2',
    { selected_user: 'W2' },
  ],
  [
    'multi_users_select',
    { selected_users: [] },
    { initial_users: ['U1'] },
    { selected_users: ['U1'] },
    ['U2', 'U3', 'U2'],
    { selected_users: ['U2', 'U3'] },
  ],
  [
    'channels_select',
    { selected_channel: null },
    { initial_channel: 'C1' },
    { selected_channel: 'C1' },
    'C2',
    { selected_channel: 'C2' },
  ],
  [
    'multi_channels_select',
    { selected_channels: [] },
    { initial_channels: ['C1'] },
    { selected_channels: ['C1'] },
    'C2',
    { selected_channels: ['C2'] },
  ],
  [
    'conversations_select',
    { selected_conversation: null },
    { initial_conversation: 'C1' },
    { selected_conversation: 'C1' },
    'D2',
    { selected_conversation: 'D2' },
  ],
  [
    'multi_conversations_select',
    { selected_conversations: [] },
    { initial_conversations: ['C1'] },
    { selected_conversations: ['C1'] },
    ['G2'],
    { selected_conversations: ['G2'] },
  ],
  [
    'datepicker',
    { selected_date: null },
    { initial_date: '2026-11-27' },
    { selected_date: '2026-11-27' },
    '2028-02-29',
    { selected_date: '2028-02-29' },
  ],
  [
    'timepicker',
    { selected_time: null },
    { initial_time: '17:00' },
    { selected_time: '17:00' },
    '00:30',
    { selected_time: '00:30' },
  ],
  [
    'datetimepicker',
    { selected_date_time: null },
    { initial_date_time: 1_628_633_820 },
    { selected_date_time: 1_628_633_820 },
    '2026-11-27T17:00:00+01:00',
    { selected_date_time: 1_795_795_200 },
  ],
  [
    'rich_text_input',
    { rich_text_value: null },
    { initial_value: words('Hi') },
    { rich_text_value: words('Hi') },
    'One\n\nTwo',
    { rich_text_value: words('One\n\nTwo') },
  ],
  [
    'file_input',
    { files: [] },
    {},
    { files: [] },
    ['F1', { id: 'F2', name: 'a.png' }],
    { files: [{ id: 'F1' }, { id: 'F2', name: 'a.png' }] },
  ],
];
