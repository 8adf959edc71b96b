import type { ELEMENTS } from '@gavel/local-slack/block-kit/schema/elements.ts';
import { validateBlocks } from '@gavel/local-slack/block-kit/validate.ts';
import { expect, it } from 'vitest';
import { actions, beside, input, mrkdwn, options, plain, richText } from '../samples.ts';

const confirm = { title: plain('Sure?'), text: mrkdwn('Really?'), confirm: plain('Yes'), deny: plain('No') };
const picker = { action_id: 'a', confirm, focus_on_load: true, placeholder: plain('Pick') };
const typed = {
  action_id: 'a',
  focus_on_load: true,
  placeholder: plain('Type'),
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
};
const [first] = options(1);
const box = { text: mrkdwn('*One*'), value: '1' };
const feedbackButton = { text: plain('Good'), value: '+', accessibility_label: 'Good answer' };

/** Every element with every property, in a block that accepts it. */
const GOOD: Readonly<Record<keyof typeof ELEMENTS, object>> = {
  button: actions({
    type: 'button',
    text: plain('Go'),
    action_id: 'a',
    value: 'v',
    url: 'https://a.b',
    style: 'danger',
    confirm,
  }),
  channels_select: input({ type: 'channels_select', ...picker, initial_channel: 'C1', response_url_enabled: true }),
  checkboxes: input({ type: 'checkboxes', action_id: 'a', options: [box, ...options(2)], initial_options: [box] }),
  conversations_select: input({
    type: 'conversations_select',
    ...picker,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    default_to_current_conversation: true,
  }),
  datepicker: input({ type: 'datepicker', ...picker, initial_date: '2028-02-29' }),
  datetimepicker: input({ type: 'datetimepicker', action_id: 'a', initial_date_time: 1_628_633_820 }),
  email_text_input: input({ type: 'email_text_input', ...typed, initial_value: 'a@b.c' }),
  feedback_buttons: {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', positive_button: feedbackButton, negative_button: feedbackButton }],
  },
  file_input: input({ type: 'file_input', action_id: 'a', filetypes: ['png'], max_files: 10 }),
  icon_button: {
    type: 'context_actions',
    elements: [{ type: 'icon_button', icon: 'trash', text: plain('Delete'), confirm }],
  },
  image: beside({ type: 'image', image_url: 'https://a.b/c.png', alt_text: 'A' }),
  multi_channels_select: input({
    type: 'multi_channels_select',
    ...picker,
    initial_channels: ['C1'],
    max_selected_items: 2,
  }),
  multi_conversations_select: input({ type: 'multi_conversations_select', ...picker, initial_conversations: ['C1'] }),
  multi_static_select: input({
    type: 'multi_static_select',
    ...picker,
    options: options(3),
    initial_options: options(2),
    max_selected_items: 2,
  }),
  multi_users_select: input({ type: 'multi_users_select', ...picker, initial_users: ['U1', 'U2'] }),
  number_input: input({
    type: 'number_input',
    ...typed,
    is_decimal_allowed: true,
    min_value: '-1',
    max_value: '2',
    initial_value: '0.5',
  }),
  overflow: beside({ type: 'overflow', action_id: 'a', options: [{ ...first, url: 'https://a.b' }], confirm }),
  plain_text_input: input({
    type: 'plain_text_input',
    ...typed,
    multiline: true,
    min_length: 0,
    max_length: 3000,
    initial_value: '',
  }),
  radio_buttons: input({ type: 'radio_buttons', action_id: 'a', options: [box, ...options(2)], initial_option: first }),
  rich_text_input: input({
    type: 'rich_text_input',
    ...typed,
    initial_value: richText({ type: 'text', text: 'Hi' }),
    min_lines: 2,
    max_lines: 9,
  }),
  static_select: input({
    type: 'static_select',
    ...picker,
    option_groups: [{ label: plain('Group'), options: options(3) }],
    initial_option: first,
  }),
  timepicker: input({ type: 'timepicker', ...picker, initial_time: '23:59', timezone: 'Europe/Berlin' }),
  url_text_input: input({ type: 'url_text_input', ...typed, initial_value: 'https://a.b' }),
  users_select: input({ type: 'users_select', ...picker, initial_user: 'U1' }),
};

it.each(Object.entries(GOOD))('accepts every property of %s', (kind, block) => {
  const surface = ['feedback_buttons', 'icon_button'].includes(kind) ? 'message' : 'modal';
  expect(validateBlocks([block], surface)).toEqual([]);
});

const button = { type: 'button', text: plain('Go') };
const select = { type: 'static_select', options: options(1) };

const BAD: readonly (readonly [string, object, string, string])[] = [
  ['an unknown element', { type: 'text_input' }, '/type', 'unsupported type: text_input'],
  ['a menu with an external source', { type: 'external_select' }, '/type', 'unsupported type: external_select'],
  ['a menu without options', { type: 'static_select' }, '', 'must define either `options` or `option_groups`'],
  ['empty options', { type: 'static_select', options: [] }, '/options', 'no fewer than 1 items allowed'],
  [
    'options twice over',
    { ...select, option_groups: [{ label: plain('Group'), options: options(1) }] },
    '',
    'must define only one of `options` and `option_groups`',
  ],
  [
    'an option without value',
    { ...select, options: [{ text: plain('x') }] },
    '/options/0',
    'missing required field: value',
  ],
  ['markup in a menu', { ...select, options: [box] }, '/options/0/text/type', 'unsupported type: mrkdwn'],
  ['markup in a placeholder', { ...select, placeholder: mrkdwn('x') }, '/placeholder/type', 'unsupported type: mrkdwn'],
  [
    'the same value twice',
    { ...select, options: [first, { text: plain('Other'), value: 'option-1' }] },
    '',
    'option value "option-1" already exists',
  ],
  [
    'an initial option from elsewhere',
    { ...select, initial_option: { text: plain('x'), value: 'x' } },
    '/initial_option',
    'must be one of the options',
  ],
  [
    'an initial option in other words',
    { ...select, initial_option: { text: plain('1'), value: 'option-1' } },
    '/initial_option',
    'must be one of the options',
  ],
  [
    'an initial box from elsewhere',
    { type: 'checkboxes', options: options(2), initial_options: [first, box] },
    '/initial_options/1',
    'must be one of the options',
  ],
  [
    'a link in a menu',
    { ...select, options: [{ ...first, url: 'https://a.b' }] },
    '/options/0',
    'invalid additional property: url',
  ],
  [
    'half a confirmation',
    { ...select, confirm: { text: plain('Sure?') } },
    '/confirm',
    'missing required field: title',
  ],
  [
    'an unknown confirmation style',
    { ...select, confirm: { ...confirm, style: 'red' } },
    '/confirm/style',
    'must be one of: primary, danger',
  ],
  [
    'a minimum above the maximum',
    { type: 'plain_text_input', min_length: 5, max_length: 4 },
    '/min_length',
    '`min_length` must not be greater than `max_length`',
  ],
  ['a maximum of nothing', { type: 'plain_text_input', max_length: 0 }, '/max_length', 'must be 1 or more'],
  [
    'an initial value that is too short',
    { type: 'plain_text_input', min_length: 5, initial_value: 'four' },
    '/initial_value',
    'must have at least 5 characters',
  ],
  [
    'a length that is no number',
    { type: 'plain_text_input', max_length: '9' },
    '/max_length',
    'must provide an integer',
  ],
  [
    'an unknown trigger',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
    '/dispatch_action_config/trigger_actions_on/0',
    'must be one of: on_enter_pressed, on_character_entered',
  ],
  ['a number input without decimals said', { type: 'number_input' }, '', 'missing required field: is_decimal_allowed'],
  [
    'a fraction among whole numbers',
    { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' },
    '/initial_value',
    'must be a whole number unless `is_decimal_allowed`',
  ],
  [
    'a number out of bounds',
    { type: 'number_input', is_decimal_allowed: false, max_value: '9', initial_value: '10' },
    '/initial_value',
    'must have at most 9 as a value',
  ],
  [
    'words for a number',
    { type: 'number_input', is_decimal_allowed: false, initial_value: 'ten' },
    '/initial_value',
    'must be a number in digits',
  ],
  [
    'a day that does not exist',
    { type: 'datepicker', initial_date: '2027-02-29' },
    '/initial_date',
    'must be a date as YYYY-MM-DD',
  ],
  [
    'a day written otherwise',
    { type: 'datepicker', initial_date: '29.02.2028' },
    '/initial_date',
    'must be a date as YYYY-MM-DD',
  ],
  [
    'a time without zero',
    { type: 'timepicker', initial_time: '9:30' },
    '/initial_time',
    'must be a time of day as HH:mm',
  ],
  ['the 24th hour', { type: 'timepicker', initial_time: '24:00' }, '/initial_time', 'must be a time of day as HH:mm'],
  [
    'nine digits of time',
    { type: 'datetimepicker', initial_date_time: 999_999_999 },
    '/initial_date_time',
    'must be 1000000000 or more',
  ],
  [
    'milliseconds',
    { type: 'datetimepicker', initial_date_time: 1_628_633_820_000 },
    '/initial_date_time',
    'must be 9999999999 or less',
  ],
  [
    'an empty filter',
    { type: 'conversations_select', filter: {} },
    '/filter',
    'must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`',
  ],
  [
    'a file extension with its dot',
    { type: 'file_input', filetypes: ['md', '.txt'] },
    '/filetypes/1',
    'must be a file extension without its dot',
  ],
  [
    'an empty list of file extensions',
    { type: 'file_input', filetypes: [] },
    '/filetypes',
    'no fewer than 1 items allowed',
  ],
  ['rich text without action_id', { type: 'rich_text_input' }, '', 'missing required field: action_id'],
  [
    'words as initial rich text',
    { type: 'rich_text_input', action_id: 'a', initial_value: 'Hi' },
    '/initial_value',
    'must provide an object',
  ],
  [
    'no selection allowed',
    { type: 'multi_users_select', max_selected_items: 0 },
    '/max_selected_items',
    'must be 1 or more',
  ],
];

it.each(BAD)('refuses %s', (_name, element, pointer, message) => {
  expect(validateBlocks([input(element)], 'modal')[0]).toMatchObject({
    pointer: `/blocks/0/element${pointer}`,
    message,
  });
});

it.each([
  ['an unknown style', { ...button, style: 'warning' }, '/style', 'must be one of: primary, danger'],
  ['a link without scheme', { ...button, url: 'example.com' }, '/url', 'must be an http or https URL'],
  ['a disabled button', { ...button, disabled: true }, '', 'invalid additional property: disabled'],
  ['markup on a button', { ...button, text: mrkdwn('Go') }, '/text/type', 'unsupported type: mrkdwn'],
])('refuses %s', (_name, element, pointer, message) => {
  expect(validateBlocks([actions(element)], 'message')).toMatchObject([
    { pointer: `/blocks/0/elements/0${pointer}`, message },
  ]);
});
