import type { Surface } from '@gavel/local-slack/block-kit/schema/blocks.ts';
import { validateBlocks } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import {
  actions,
  container,
  dataTable,
  feedback,
  image,
  input,
  letters,
  mrkdwn,
  options,
  plain,
  raw,
  times,
  video,
} from '../samples.ts';

const confirm = { title: plain('Sure?'), text: mrkdwn('Really?'), confirm: plain('Yes'), deny: plain('No') };
const button = { type: 'button', text: plain('Go') };
const [first] = options(1);
const select = { type: 'static_select', options: options(1) };
const grouped = (count: number, size: number) =>
  times(count, (group) => ({
    label: plain(`Group ${group}`),
    options: times(size, (index) => ({ text: plain('x'), value: `${group}-${index}` })),
  }));
const address = (size: number) => 'https://a.b/'.padEnd(size, 'x').slice(0, size);

/** A limit, its figure, a payload of a given size, and the location that Slack reports. */
type Case = readonly [string, number, (size: number) => object, string];

const BLOCK_LIMITS: readonly Case[] = [
  ['block_id', 255, (size) => ({ type: 'divider', block_id: letters(size) }), '/block_id'],
  ['header text', 150, (size) => ({ type: 'header', text: plain(letters(size)) }), '/text/text'],
  ['section text', 3000, (size) => ({ type: 'section', text: mrkdwn(letters(size)) }), '/text/text'],
  ['section field', 2000, (size) => ({ type: 'section', fields: [mrkdwn(letters(size))] }), '/fields/0/text'],
  ['section fields', 10, (size) => ({ type: 'section', fields: times(size, () => plain('x')) }), '/fields'],
  ['context elements', 10, (size) => ({ type: 'context', elements: times(size, () => plain('x')) }), '/elements'],
  ['context text', 3000, (size) => ({ type: 'context', elements: [mrkdwn(letters(size))] }), '/elements/0/text'],
  [
    'actions elements',
    25,
    (size) => actions(...times(size, (index) => ({ ...button, action_id: `a${index}` }))),
    '/elements',
  ],
  [
    'context_actions elements',
    5,
    (size) => ({ type: 'context_actions', elements: times(size, () => feedback) }),
    '/elements',
  ],
  ['image url', 3000, (size) => ({ type: 'image', ...image, image_url: address(size) }), '/image_url'],
  ['image alt text', 2000, (size) => ({ type: 'image', ...image, alt_text: letters(size) }), '/alt_text'],
  ['image title', 2000, (size) => ({ type: 'image', ...image, title: plain(letters(size)) }), '/title/text'],
  ['input label', 2000, (size) => input({ type: 'datepicker' }, { label: plain(letters(size)) }), '/label/text'],
  ['input hint', 2000, (size) => input({ type: 'datepicker' }, { hint: plain(letters(size)) }), '/hint/text'],
  ['markdown text', 12_000, (size) => ({ type: 'markdown', text: letters(size) }), '/text'],
  ['table rows', 100, (size) => ({ type: 'table', rows: times(size, () => [raw('x')]) }), '/rows'],
  ['table cells', 20, (size) => ({ type: 'table', rows: [times(size, () => raw('x'))] }), '/rows/0'],
  ['table characters', 10_000, (size) => ({ type: 'table', rows: [[raw(letters(size))]] }), '/rows'],
  [
    'table column settings',
    20,
    (size) => ({ type: 'table', rows: [[raw('x')]], column_settings: times(size, () => ({})) }),
    '/column_settings',
  ],
  ['data table rows', 201, (size) => ({ ...dataTable(raw('x')), rows: times(size, () => [raw('x')]) }), '/rows'],
  ['data table page', 100, (size) => ({ ...dataTable(raw('x')), page_size: size }), '/page_size'],
  ['card title', 150, (size) => ({ type: 'card', title: mrkdwn(letters(size)) }), '/title/text'],
  [
    'card subtitle',
    150,
    (size) => ({ type: 'card', title: mrkdwn('x'), subtitle: mrkdwn(letters(size)) }),
    '/subtitle/text',
  ],
  ['card body', 200, (size) => ({ type: 'card', body: mrkdwn(letters(size)) }), '/body/text'],
  [
    'card subtext',
    200,
    (size) => ({ type: 'card', body: mrkdwn('x'), subtext: mrkdwn(letters(size)) }),
    '/subtext/text',
  ],
  [
    'card actions',
    3,
    (size) => ({ type: 'card', actions: times(size, (index) => ({ ...button, action_id: `a${index}` })) }),
    '/actions',
  ],
  [
    'container title',
    150,
    (size) => ({ ...container({ type: 'divider' }), title: plain(letters(size)) }),
    '/title/text',
  ],
  [
    'container subtitle',
    150,
    (size) => ({ ...container({ type: 'divider' }), subtitle: plain(letters(size)) }),
    '/subtitle/text',
  ],
  ['container blocks', 10, (size) => container(...times(size, () => ({ type: 'divider' }))), '/child_blocks'],
  ['video title', 199, (size) => ({ ...video, title: plain(letters(size)) }), '/title/text'],
  ['video author', 49, (size) => ({ ...video, author_name: letters(size) }), '/author_name'],
];

/** A limit of an element in an input block. */
const ELEMENT_LIMITS: readonly Case[] = [
  ['action_id', 255, (size) => ({ ...select, action_id: letters(size) }), '/action_id'],
  ['placeholder', 150, (size) => ({ ...select, placeholder: plain(letters(size)) }), '/placeholder/text'],
  ['options', 100, (size) => ({ ...select, options: options(size) }), '/options'],
  ['option groups', 100, (size) => ({ type: 'static_select', option_groups: grouped(size, 1) }), '/option_groups'],
  [
    'options in a group',
    100,
    (size) => ({ type: 'static_select', option_groups: grouped(1, size) }),
    '/option_groups/0/options',
  ],
  [
    'option text',
    75,
    (size) => ({ ...select, options: [{ text: plain(letters(size)), value: '1' }] }),
    '/options/0/text/text',
  ],
  [
    'option value',
    150,
    (size) => ({ ...select, options: [{ text: plain('x'), value: letters(size) }] }),
    '/options/0/value',
  ],
  [
    'option description',
    75,
    (size) => ({ ...select, options: [{ ...first, description: plain(letters(size)) }] }),
    '/options/0/description/text',
  ],
  [
    'group label',
    75,
    (size) => ({ type: 'static_select', option_groups: [{ label: plain(letters(size)), options: options(1) }] }),
    '/option_groups/0/label/text',
  ],
  ['checkboxes', 10, (size) => ({ type: 'checkboxes', options: options(size) }), '/options'],
  ['radio buttons', 10, (size) => ({ type: 'radio_buttons', options: options(size) }), '/options'],
  [
    'confirm title',
    100,
    (size) => ({ ...select, confirm: { ...confirm, title: plain(letters(size)) } }),
    '/confirm/title/text',
  ],
  [
    'confirm text',
    300,
    (size) => ({ ...select, confirm: { ...confirm, text: plain(letters(size)) } }),
    '/confirm/text/text',
  ],
  [
    'confirm button',
    30,
    (size) => ({ ...select, confirm: { ...confirm, confirm: plain(letters(size)) } }),
    '/confirm/confirm/text',
  ],
  [
    'deny button',
    30,
    (size) => ({ ...select, confirm: { ...confirm, deny: plain(letters(size)) } }),
    '/confirm/deny/text',
  ],
  ['min_length', 3000, (size) => ({ type: 'plain_text_input', min_length: size }), '/min_length'],
  ['max_length', 3000, (size) => ({ type: 'plain_text_input', max_length: size }), '/max_length'],
  ['initial_value', 3000, (size) => ({ type: 'plain_text_input', initial_value: letters(size) }), '/initial_value'],
  [
    'initial_value under max_length',
    9,
    (size) => ({ type: 'plain_text_input', max_length: 9, initial_value: letters(size) }),
    '/initial_value',
  ],
  [
    'initial_options under max_selected_items',
    2,
    (size) => ({
      type: 'multi_static_select',
      options: options(5),
      initial_options: options(size),
      max_selected_items: 2,
    }),
    '/initial_options',
  ],
  [
    'initial_users under max_selected_items',
    2,
    (size) => ({
      type: 'multi_users_select',
      initial_users: times(size, (index) => `U${index}`),
      max_selected_items: 2,
    }),
    '/initial_users',
  ],
  [
    'triggers',
    2,
    (size) => ({
      type: 'plain_text_input',
      dispatch_action_config: { trigger_actions_on: times(size, () => 'on_enter_pressed') },
    }),
    '/dispatch_action_config/trigger_actions_on',
  ],
  [
    'kinds of conversation',
    4,
    (size) => ({ type: 'conversations_select', filter: { include: times(size, () => 'im') } }),
    '/filter/include',
  ],
  ['max_files', 10, (size) => ({ type: 'file_input', max_files: size }), '/max_files'],
  ['max_lines', 100, (size) => ({ type: 'rich_text_input', action_id: 'a', max_lines: size }), '/max_lines'],
  [
    'initial_date_time',
    9_999_999_999,
    (size) => ({ type: 'datetimepicker', initial_date_time: size }),
    '/initial_date_time',
  ],
];

/** A limit of an element in an actions block. */
const BUTTON_LIMITS: readonly Case[] = [
  ['button text', 75, (size) => ({ ...button, text: plain(letters(size)) }), '/text/text'],
  ['button value', 2000, (size) => ({ ...button, value: letters(size) }), '/value'],
  ['button url', 3000, (size) => ({ ...button, url: address(size) }), '/url'],
  ['accessibility label', 75, (size) => ({ ...button, accessibility_label: letters(size) }), '/accessibility_label'],
  ['overflow options', 5, (size) => ({ type: 'overflow', options: options(size) }), '/options'],
];

/** Puts a limited element into a block, and its pointer below the pointer of the block. */
function within(surface: Surface, at: string, wrap: (element: object) => object) {
  return ([name, limit, make, pointer]: Case) => ({
    name,
    limit,
    pointer: `/blocks/0${at}${pointer}`,
    validate: (size: number) => validateBlocks([wrap(make(size))], surface),
  });
}

const MODAL_LIMITS: readonly Case[] = [
  ['alert text', 200, (size) => ({ type: 'alert', text: mrkdwn(letters(size)) }), '/text/text'],
];

/** A message has fewer characters in all than a data table may have. */
const HOME_LIMITS: readonly Case[] = [
  [
    'data table characters',
    20_000,
    (size) => ({ ...dataTable(raw('x')), rows: [[raw('x')], [raw(letters(Math.max(0, size - 1)))]] }),
    '/rows',
  ],
];

const LIMITS = [
  ...MODAL_LIMITS.map(within('modal', '', (block) => block)),
  ...HOME_LIMITS.map(within('home', '', (block) => block)),
  ...BLOCK_LIMITS.map(within('message', '', (block) => block)),
  ...ELEMENT_LIMITS.map(within('modal', '/element', (element) => input(element))),
  ...BUTTON_LIMITS.map(within('message', '/elements/0', (element) => actions(element))),
];

describe.each(LIMITS)('$name: $limit', ({ limit, pointer, validate }) => {
  it('passes at the limit', () => {
    expect(validate(limit)).toEqual([]);
  });

  it('fails one above it', () => {
    expect(validate(limit + 1)).toMatchObject([
      { pointer, code: 'failed_constraint', constraint: { expected: limit, got: limit + 1 } },
    ]);
  });
});

const MAY_BE_EMPTY = [
  'table column settings',
  'min_length',
  'initial_value',
  'initial_value under max_length',
  'button value',
];

it.each(LIMITS.filter(({ name }) => MAY_BE_EMPTY.includes(name)))('$name: may be empty', ({ validate }) => {
  expect(validate(0)).toEqual([]);
});

it.each(LIMITS.filter(({ name }) => !MAY_BE_EMPTY.includes(name)))('$name: may not be empty', ({ validate }) => {
  expect(validate(0)).not.toEqual([]);
});
