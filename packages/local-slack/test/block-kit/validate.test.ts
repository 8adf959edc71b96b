import { ELEMENTS } from '@gavel/local-slack/block-kit/schema/elements.ts';
import { validateBlocks, validateMessage, validateView } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, beside, container, dataTable, input, letters, mrkdwn, plain, raw, times } from './samples.ts';

const divider = { type: 'divider' };
const modal = (more: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [divider], ...more });
const textInput = (more: object = {}) => input({ type: 'plain_text_input', action_id: 'text', ...more });
const button = (action_id: string) => ({ type: 'button', text: plain('Go'), action_id });

const table = { type: 'table', rows: [[raw('x')]] };

describe('a message', () => {
  it.each([
    ['text', { text: 'Hello' }],
    ['blocks', { blocks: [divider] }],
    ['text and blocks', { text: 'Hello', blocks: [divider] }],
    ['text and no block', { text: 'Hello', blocks: [] }],
    ['markdown of 12,000 characters', { markdown_text: letters(12_000) }],
    ['50 blocks', { blocks: times(50, () => divider) }],
    ['text of any length, which Slack cuts', { text: letters(50_000) }],
  ])('may have %s', (_name, message) => {
    expect(validateMessage(message)).toEqual([]);
  });

  it.each([
    ['nothing', {}, '', 'no_text'],
    ['empty text', { text: '' }, '', 'no_text'],
    ['no block and no text', { blocks: [] }, '', 'no_text'],
    ['text that is no string', { text: 5 }, '/text', 'failed_constraint'],
    ['blocks that are no list', { blocks: { type: 'divider' } }, '/blocks', 'failed_constraint'],
    ['markdown of 12,001 characters', { markdown_text: letters(12_001) }, '/markdown_text', 'failed_constraint'],
    ['markdown and text', { markdown_text: 'a', text: 'a' }, '/markdown_text', 'markdown_text_conflict'],
    ['markdown and blocks', { markdown_text: 'a', blocks: [divider] }, '/markdown_text', 'markdown_text_conflict'],
    ['51 blocks', { blocks: times(51, () => divider) }, '/blocks', 'failed_constraint'],
    ['two tables', { blocks: [table, table] }, '/blocks/1', 'failed_constraint'],
    [
      'too much markdown in all',
      { blocks: times(2, () => ({ type: 'markdown', text: letters(6001) })) },
      '/blocks',
      'failed_constraint',
    ],
    [
      'a second table in a container',
      { blocks: [table, container(table)] },
      '/blocks/1/child_blocks/0',
      'failed_constraint',
    ],
    [
      'an id that a block in a container has too',
      { blocks: [{ ...divider, block_id: 'a' }, container({ ...divider, block_id: 'a' })] },
      '/blocks/1/child_blocks/0/block_id',
      'failed_constraint',
    ],
    [
      'an action twice in a card',
      { blocks: [{ type: 'card', actions: [button('a'), button('a')] }] },
      '/blocks/0/actions/1/action_id',
      'failed_constraint',
    ],
    ['a file input', { blocks: [input({ type: 'file_input' })] }, '/blocks/0/element/type', 'failed_constraint'],
  ])('may not have %s', (_name, message, pointer, code) => {
    expect(validateMessage(message)).toMatchObject([{ pointer, code }]);
  });

  it('may not have empty markdown', () => {
    expect(validateMessage({ markdown_text: '', text: 'a' })).toContainEqual(
      expect.objectContaining({ pointer: '/markdown_text', message: 'must be more than 0 characters' }),
    );
  });

  it('is too long with 13,201 characters in total, including types and ids', () => {
    const rest = 'sectionmrkdwn'.length;
    const blocks = (total: number) =>
      times(5, (index) => ({ type: 'section', text: mrkdwn(letters((index === 0 ? total - 10_560 : 2640) - rest)) }));
    expect(validateMessage({ blocks: blocks(13_200) })).toEqual([]);
    expect(validateMessage({ blocks: blocks(13_201) })).toMatchObject([
      { pointer: '/blocks', code: 'msg_blocks_too_long', constraint: { expected: 13_200, got: 13_201 } },
    ]);
  });
});

describe('a view', () => {
  it.each([
    ['a modal', modal()],
    [
      'a modal with everything',
      modal({
        submit: plain('Save'),
        close: plain('Cancel'),
        private_metadata: '',
        callback_id: 'a',
        external_id: 'b',
        clear_on_close: true,
        notify_on_close: true,
      }),
    ],
    ['a modal with inputs', modal({ submit: plain('Save'), blocks: [textInput()] })],
    ['a Home tab', { type: 'home', blocks: [divider], private_metadata: 'a', callback_id: 'b', external_id: 'c' }],
    ['a Home tab with inputs and no button', { type: 'home', blocks: [textInput()] }],
    ['a Home tab with several data tables', { type: 'home', blocks: [dataTable(raw('x')), dataTable(raw('y'))] }],
  ])('may be %s', (_name, view) => {
    expect(validateView(view)).toEqual([]);
  });

  it.each([
    ['nothing', undefined, '', 'must provide an object'],
    [
      'a Home tab with 20,001 characters in its tables',
      { type: 'home', blocks: [dataTable(raw(letters(9992))), dataTable(raw(letters(9993)))] },
      '/blocks',
      'all tables together must be less than 20001 characters',
    ],
    [
      'with a file input that dispatches',
      modal({ submit: plain('Save'), blocks: [input({ type: 'file_input' }, { dispatch_action: true })] }),
      '/blocks/0/element/type',
      'unsupported type with `dispatch_action`: file_input',
    ],
    ['of another type', { ...modal(), type: 'dialog' }, '/type', 'unsupported type: dialog'],
    ['without title', { type: 'modal', blocks: [] }, '', 'missing required field: title'],
    ['without blocks', { type: 'home' }, '', 'missing required field: blocks'],
    [
      'a Home tab with a title',
      { type: 'home', blocks: [], title: plain('x') },
      '',
      'invalid additional property: title',
    ],
    ['a view that Slack sent', modal({ id: 'V1' }), '', 'invalid additional property: id'],
    ['an empty title', modal({ title: plain('') }), '/title/text', 'must be more than 0 characters'],
    ['a title in markup', modal({ title: mrkdwn('x') }), '/title/type', 'unsupported type: mrkdwn'],
    [
      'inputs without submit',
      modal({ blocks: [divider, textInput()] }),
      '/blocks/1/input',
      'must define `submit` to use an `input` block in modals',
    ],
    ['metadata as an object', modal({ private_metadata: {} }), '/private_metadata', 'must provide a string'],
    [
      'with two focused inputs',
      modal({ submit: plain('Save'), blocks: times(2, () => textInput({ focus_on_load: true })) }),
      '/blocks/1/element/focus_on_load',
      '`focus_on_load` can only be set for one element',
    ],
    [
      'a Home tab that asks for a response_url',
      { type: 'home', blocks: [beside({ type: 'channels_select', response_url_enabled: true })] },
      '/blocks/0/accessory/response_url_enabled',
      '`response_url_enabled` works in modals only',
    ],
  ])('may not be %s', (_name, view, pointer, message) => {
    expect(validateView(view)).toMatchObject([{ pointer, message }]);
  });

  it.each([
    ['title', 24, (size: number) => ({ title: plain(letters(size)) }), '/title/text'],
    ['submit', 24, (size: number) => ({ submit: plain(letters(size)) }), '/submit/text'],
    ['close', 24, (size: number) => ({ close: plain(letters(size)) }), '/close/text'],
    ['private_metadata', 3000, (size: number) => ({ private_metadata: letters(size) }), '/private_metadata'],
    ['callback_id', 255, (size: number) => ({ callback_id: letters(size) }), '/callback_id'],
    ['external_id', 255, (size: number) => ({ external_id: letters(size) }), '/external_id'],
    ['blocks', 100, (size: number) => ({ blocks: times(size, () => divider) }), '/blocks'],
  ])('has a limit for %s: %d', (_name, limit, make, pointer) => {
    expect(validateView(modal(make(limit)))).toEqual([]);
    expect(validateView(modal(make(limit + 1)))).toMatchObject([
      { pointer, constraint: { expected: limit, got: limit + 1 } },
    ]);
  });

  it('is too large above 250,000 bytes of JSON, whatever its other problems are', () => {
    const sized = (bytes: number) => {
      const empty = modal({ surplus: '' });
      return { ...empty, surplus: 'x'.repeat(bytes - JSON.stringify(empty).length) };
    };
    expect(validateView(sized(250_000))).toMatchObject([{ code: 'unknown_field' }]);
    expect(validateView(sized(250_001))).toMatchObject([
      { pointer: '', code: 'view_too_large', constraint: { expected: 250_000, got: 250_001 } },
    ]);
    expect(validateView(modal({ surplus: '€'.repeat(90_000) }))).toMatchObject([{ code: 'view_too_large' }]);
  });
});

describe('ids', () => {
  it('are unique among all blocks of the surface', () => {
    expect(
      validateBlocks([{ type: 'divider', block_id: 'a' }, divider, { type: 'divider', block_id: 'a' }], 'message'),
    ).toMatchObject([{ pointer: '/blocks/2/block_id', message: '`block_id` "a" already exists' }]);
  });

  it('are unique among the elements of a block, but not beyond it', () => {
    expect(validateBlocks([actions(button('a'), button('b')), actions(button('a'))], 'message')).toEqual([]);
    expect(validateBlocks([divider, actions(button('a'), button('a'))], 'message')).toMatchObject([
      { pointer: '/blocks/1/elements/1/action_id', message: '`action_id` "a" already exists' },
    ]);
  });
});

it('reports all problems at once, from the first block to the last', () => {
  const blocks = [{ type: 'header', text: plain('') }, divider, { type: 'section' }, { type: 'image', image_url: 'x' }];
  expect(validateBlocks(blocks, 'message').map(({ pointer }) => pointer)).toEqual([
    '/blocks/0/text/text',
    '/blocks/2/type',
    '/blocks/3',
    '/blocks/3/image_url',
  ]);
});

/** JSON that is similar enough to Block Kit to pass the outermost checks. */
const almost = fc.letrec<{ value: unknown; thing: Record<string, unknown> }>((tie) => ({
  thing: fc
    .dictionary(
      fc.constantFrom(
        'text',
        'elements',
        'element',
        'accessory',
        'options',
        'rows',
        'action_id',
        'initial_option',
        'blocks',
        'submit',
        '__proto__',
        'toString',
      ),
      tie('value'),
      { maxKeys: 4 },
    )
    .chain((fields) =>
      fc
        .constantFrom(
          ...Object.keys(ELEMENTS),
          'section',
          'input',
          'actions',
          'table',
          'rich_text',
          'modal',
          'home',
          'constructor',
        )
        .map((type) => ({ ...fields, type })),
    ),
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.array(tie('value'), { maxLength: 3 }), tie('thing')),
}));

it('validates any JSON without throwing, with pointers to existing values', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), almost.value, almost.thing), (json) => {
      const surfaces = [validateView(json), validateMessage({ blocks: json }), validateBlocks([json], 'home')];
      for (const problem of surfaces.flat()) {
        expect(problem.pointer).toMatch(/^(\/[^/]+)*$/);
        expect(problem.message).not.toBe('');
      }
    }),
  );
});
