import type { KnownBlock } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const options = ['One', 'Two'].map((name) => ({ text: plain(name), value: name.toLowerCase() }));

/** Every kind of block that a message accepts, with every kind of element. */
export const everyBlock: readonly KnownBlock[] = [
  { type: 'header', text: plain('A header :tada:') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*bold* _italic_ ~strike~ `code` <https://example.com|a link> <!here> :+1::skin-tone-3:\n> quoted\n```a\nb```',
    },
  },
  {
    type: 'section',
    fields: [plain('left'), { type: 'mrkdwn', text: 'until <!date^1795000000^{date_short} at {time}|then>' }],
    accessory: { type: 'overflow', action_id: 'overflow', options },
  },
  { type: 'divider' },
  {
    type: 'context',
    elements: [
      { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a picture' },
      { type: 'mrkdwn', text: 'small print' },
    ],
  },
  { type: 'image', image_url: 'https://example.com/b.png', alt_text: 'a bigger picture', title: plain('Title') },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'primary', text: plain('Primary'), style: 'primary' },
      { type: 'button', action_id: 'danger', text: plain('Danger'), style: 'danger' },
      { type: 'static_select', action_id: 'static', options, placeholder: plain('Pick one') },
      { type: 'users_select', action_id: 'users', placeholder: plain('Pick somebody') },
      { type: 'datepicker', action_id: 'date', initial_date: '2026-11-27' },
      { type: 'radio_buttons', action_id: 'radio', options },
      { type: 'checkboxes', action_id: 'boxes', options },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'rich ', style: { bold: true } },
          { type: 'emoji', name: 'keycap_ten' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 0,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'inner' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'let a = 1;' }] },
    ],
  },
  { type: 'markdown', text: '# Title\n\n- [x] done\n- a **bold** word\n\n| a | b |\n|---|---|\n| 1 | 2 |' },
  {
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: 'Name' },
        { type: 'raw_text', text: 'Votes' },
      ],
      [
        { type: 'raw_text', text: 'Go' },
        { type: 'raw_text', text: '4' },
      ],
    ],
  },
  {
    type: 'input',
    label: plain('An input in a message'),
    element: { type: 'plain_text_input', action_id: 'line' },
    optional: true,
  },
];

function field(label: string, element: Extract<KnownBlock, { type: 'input' }>['element']): KnownBlock {
  return {
    type: 'input',
    block_id: label.toLowerCase(),
    label: plain(label),
    element: { ...element, action_id: 'value' } as typeof element,
  };
}

/** Every kind of field, for a modal. */
export const everyField: readonly KnownBlock[] = [
  field('Line', { type: 'plain_text_input' }),
  field('Number', { type: 'number_input', is_decimal_allowed: false }),
  field('Static', { type: 'static_select', options }),
  field('Several', { type: 'multi_static_select', options }),
  field('User', { type: 'users_select' }),
  field('Channel', { type: 'channels_select' }),
  field('Conversation', { type: 'conversations_select' }),
  field('Radio', { type: 'radio_buttons', options }),
  field('Boxes', { type: 'checkboxes', options }),
  field('Date', { type: 'datepicker' }),
  field('Time', { type: 'timepicker' }),
  field('Moment', { type: 'datetimepicker' }),
  field('Files', { type: 'file_input' }),
];
