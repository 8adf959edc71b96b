import type { Surface } from '@gavel/local-slack/block-kit/schema/blocks.ts';
import { validateBlocks } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import {
  actions,
  beside,
  container,
  dataTable,
  feedback,
  image,
  input,
  mrkdwn,
  plain,
  raw,
  richText,
  times,
  video,
} from '../samples.ts';

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const button = { type: 'button', text: plain('Go'), action_id: 'go' };

const GOOD: readonly (readonly [string, object, readonly Surface[]])[] = [
  ['header', { type: 'header', text: plain('Title'), block_id: 'a' }, everywhere],
  ['section with text', { type: 'section', text: mrkdwn('*Text*'), expand: true }, everywhere],
  ['section with fields', { type: 'section', fields: [plain('One'), mrkdwn('Two')] }, everywhere],
  ['section with accessory', beside({ type: 'image', ...image }), everywhere],
  ['context', { type: 'context', elements: [plain('One'), mrkdwn('Two'), { type: 'image', ...image }] }, everywhere],
  ['divider', { type: 'divider' }, everywhere],
  ['actions', actions(button), everywhere],
  ['image', { type: 'image', ...image, title: plain('Title') }, everywhere],
  ['image of a file', { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A' }, everywhere],
  ['input', input({ type: 'plain_text_input', action_id: 'a' }, { hint: plain('Hint'), optional: true }), everywhere],
  ['rich_text', richText({ type: 'text', text: 'Hello' }), everywhere],
  ['video', video, everywhere],
  ['markdown', { type: 'markdown', text: '# Title' }, ['message']],
  [
    'table',
    {
      type: 'table',
      rows: [
        [raw('A'), { type: 'raw_number', value: 1.5, text: '1.5' }],
        [richText({ type: 'text', text: 'B' }), raw('C')],
      ],
      column_settings: [{ align: 'right' }, { is_wrapped: true }],
    },
    ['message', 'home'],
  ],
  [
    'data_table',
    {
      ...dataTable(raw('A'), { type: 'raw_number', value: 1.5, text: '1.5' }, richText({ type: 'text', text: 'B' })),
      page_size: 10,
      row_header_column_index: 2,
    },
    ['message', 'home'],
  ],
  [
    'container',
    {
      ...container({ type: 'divider' }, actions(button), beside(button), { type: 'table', rows: [[raw('A')]] }),
      rich_text_title: richText({ type: 'text', text: 'Title' }),
      subtitle: mrkdwn('Subtitle'),
      width: 'wide',
      icon: { type: 'image', ...image },
      is_collapsible: true,
      default_collapsed: true,
      has_header_divider: false,
    },
    ['message', 'home'],
  ],
  [
    'card',
    {
      type: 'card',
      hero_image: { type: 'image', ...image },
      icon: { type: 'image', ...image },
      title: mrkdwn('*Title*'),
      subtitle: mrkdwn('Subtitle'),
      body: mrkdwn('Body'),
      subtext: mrkdwn('Subtext'),
      actions: [button],
    },
    everywhere,
  ],
  [
    'context_actions',
    { type: 'context_actions', elements: [feedback, { type: 'icon_button', icon: 'trash', text: plain('Delete') }] },
    ['message'],
  ],
  ['alert', { type: 'alert', text: plain('Careful'), level: 'warning' }, ['modal']],
];

describe.each(GOOD)('%s', (_name, block, surfaces) => {
  it.each(everywhere)('is accepted on the same surfaces as in Slack: %s', (surface) => {
    const problems = validateBlocks([block], surface);
    if (surfaces.includes(surface)) expect(problems).toEqual([]);
    else expect(problems).toMatchObject([{ pointer: '/blocks/0/type', code: 'failed_constraint' }]);
  });

  it('refuses an unknown property', () => {
    const [surface] = surfaces;
    expect(surface && validateBlocks([{ ...block, colour: 'red' }], surface)).toMatchObject([
      { pointer: '/blocks/0', code: 'unknown_field', field: 'colour' },
    ]);
  });
});

const BAD: readonly (readonly [string, unknown, string, unknown])[] = [
  ['an unknown block', { type: 'sections' }, '/type', 'unsupported type: sections'],
  ['a name that every object has', { type: 'constructor' }, '/type', 'unsupported type: constructor'],
  [
    'a file, which only Slack makes',
    { type: 'file', external_id: 'a', source: 'remote' },
    '/type',
    'unsupported type: file',
  ],
  ['no type', { text: plain('x') }, '', 'missing required field: type'],
  ['a type that is no string', { type: 1 }, '/type', 'must provide a string'],
  ['no block at all', 'divider', '', 'must provide an object'],
  ['nothing', null, '', 'must provide an object'],
  ['an empty section', { type: 'section' }, '/type', 'must define either `text` or `fields`'],
  ['empty text', { type: 'section', text: mrkdwn('') }, '/text/text', 'must be more than 0 characters'],
  ['markup in a header', { type: 'header', text: mrkdwn('x') }, '/text/type', 'unsupported type: mrkdwn'],
  ['a string for a text object', { type: 'header', text: 'x' }, '/text', 'must provide an object'],
  [
    'emoji in markup',
    { type: 'section', text: { ...mrkdwn('x'), emoji: true } },
    '/text',
    'invalid additional property: emoji',
  ],
  ['no elements', { type: 'actions', elements: [] }, '/elements', 'no fewer than 1 items allowed'],
  ['no label', { type: 'input', element: { type: 'datepicker' } }, '', 'missing required field: label'],
  ['a button as an input', input(button), '/element/type', 'unsupported type: button'],
  [
    'an input among actions',
    actions({ type: 'plain_text_input' }),
    '/elements/0/type',
    'unsupported type: plain_text_input',
  ],
  [
    'a date-and-time picker beside a section',
    beside({ type: 'datetimepicker' }),
    '/accessory/type',
    'unsupported type: datetimepicker',
  ],
  ['a button as context', { type: 'context', elements: [button] }, '/elements/0/type', 'unsupported type: button'],
  ['an image without source', { type: 'image', alt_text: 'A' }, '', 'must define either `image_url` or `slack_file`'],
  [
    'an image with two sources',
    { type: 'image', ...image, slack_file: { id: 'F1' } },
    '',
    'must define only one of `image_url` and `slack_file`',
  ],
  [
    'an image from a script',
    { type: 'image', ...image, image_url: 'javascript:alert(1)' },
    '/image_url',
    'must be an http or https URL',
  ],
  ['a video over http', { ...video, video_url: 'http://example.com/v' }, '/video_url', 'must be an https URL'],
  [
    'a data table without caption',
    { ...dataTable(raw('A')), caption: undefined },
    '',
    'missing required field: caption',
  ],
  [
    'rich text in the header of a data table',
    {
      ...dataTable(raw('A')),
      rows: [
        [raw('A'), richText({ type: 'text', text: 'B' })],
        [raw('1'), raw('2')],
      ],
    },
    '/rows/0/1/type',
    'unsupported type in a header: rich_text',
  ],
  [
    'rows of different lengths in a data table',
    { ...dataTable(raw('A')), rows: [[raw('A'), raw('B')], [raw('1'), raw('2')], [raw('3')]] },
    '/rows/2',
    'must have 2 cells, as the first row has',
  ],
  [
    'a row header that is no column',
    { ...dataTable(raw('A')), row_header_column_index: 1 },
    '/row_header_column_index',
    'must be the index of a column',
  ],
  ['an empty cell', dataTable(raw('')), '/rows/1/0/text', 'must be more than 0 characters'],
  ['an empty card', { type: 'card', subtitle: mrkdwn('x') }, '', expect.stringContaining('must define either `hero_')],
  ['plain text in a card', { type: 'card', title: plain('x') }, '/title/type', 'unsupported type: plain_text'],
  ['a string in a card', { type: 'card', body: 'x' }, '/body', 'must provide an object'],
  [
    'a menu in a card',
    { type: 'card', actions: [{ type: 'overflow' }] },
    '/actions/0/type',
    'unsupported type: overflow',
  ],
  [
    'a container without title',
    { type: 'container', child_blocks: [{ type: 'divider' }] },
    '',
    'must define either `title` or `rich_text_title`',
  ],
  [
    'a container in a container',
    container(container({ type: 'divider' })),
    '/child_blocks/0/type',
    'unsupported type: container',
  ],
  ['an input in a container', container(input(button)), '/child_blocks/0/type', 'unsupported type: input'],
  [
    'a container that is collapsed but not collapsible',
    { ...container({ type: 'divider' }), default_collapsed: true },
    '/default_collapsed',
    '`default_collapsed` needs `is_collapsible`',
  ],
  ['an ordinary string in a table', { type: 'table', rows: [['x']] }, '/rows/0/0', 'must provide an object'],
];

it.each(BAD)('refuses %s', (_name, block, pointer, message) => {
  expect(validateBlocks([block], 'message')).toMatchObject([{ pointer: `/blocks/0${pointer}`, message }]);
});

it('allows twenty columns in a data table', () => {
  const columns = (count: number) => validateBlocks([dataTable(...times(count, () => raw('x')))], 'home');
  expect(columns(20)).toEqual([]);
  expect(columns(21)).toMatchObject([{ pointer: '/blocks/0/rows/0' }, { pointer: '/blocks/0/rows/1' }]);
});
