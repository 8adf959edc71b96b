import { validateBlocks } from '@gavel/local-slack/block-kit/validate.ts';
import { expect, it } from 'vitest';
import { richText } from '../samples.ts';

const style = { bold: true, italic: true, strike: true, code: true, underline: true };
const words = { type: 'text', text: 'Hello' };
const link = { type: 'link', url: 'https://example.com', text: 'here' };
const section = { type: 'rich_text_section', elements: [words] };
const rich = (...elements: readonly unknown[]) => ({ type: 'rich_text', elements });
const listOf = (more: object) => rich({ type: 'rich_text_list', style: 'bullet', elements: [section], ...more });

it.each([
  ['words', richText({ ...words, style })],
  ['a link', richText({ ...link, unsafe: false, style })],
  ['an emoji', richText({ type: 'emoji', name: 'wave', unicode: '1f44b' })],
  ['a person', richText({ type: 'user', user_id: 'U1', style: { bold: true } })],
  ['a channel', richText({ type: 'channel', channel_id: 'C1' })],
  ['a user group', richText({ type: 'usergroup', usergroup_id: 'S1' })],
  ['a team', richText({ type: 'team', team_id: 'T1' })],
  [
    'a date',
    richText({ type: 'date', timestamp: 1_628_633_820, format: '{date_long}', url: 'https://a.b', fallback: 'soon' }),
  ],
  ['a broadcast', richText({ type: 'broadcast', range: 'here' })],
  ['a color', richText({ type: 'color', value: '#F405B3' })],
  ['an empty section', richText()],
  ['a bulleted list', listOf({ indent: 0, border: 1 })],
  ['a numbered list, deep down', listOf({ style: 'ordered', indent: 8, offset: 3 })],
  ['a quote', rich({ type: 'rich_text_quote', elements: [words, link], border: 0 })],
  ['preformatted text', rich({ type: 'rich_text_preformatted', elements: [words, link] })],
])('accepts %s', (_name, block) => {
  expect(validateBlocks([block], 'message')).toEqual([]);
});

it.each([
  ['nothing at all', rich(), '', 'no fewer than 1 items allowed'],
  ['words without a section', rich(words), '/0/type', 'unsupported type: text'],
  ['an unknown part', rich({ type: 'rich_text_table', elements: [] }), '/0/type', 'unsupported type: rich_text_table'],
  ['an unknown leaf', richText({ type: 'mention', user_id: 'U1' }), '/0/elements/0/type', 'unsupported type: mention'],
  ['empty text', richText({ type: 'text', text: '' }), '/0/elements/0/text', 'must be more than 0 characters'],
  [
    'an unknown style',
    richText({ ...words, style: { big: true } }),
    '/0/elements/0/style',
    'invalid additional property: big',
  ],
  [
    'a style that is no yes or no',
    richText({ ...words, style: { bold: 1 } }),
    '/0/elements/0/style/bold',
    'must provide a boolean',
  ],
  [
    'a link to a script',
    richText({ type: 'link', url: 'javascript:alert(1)' }),
    '/0/elements/0/url',
    'must be an http, https or mailto URL',
  ],
  [
    'an unknown range',
    richText({ type: 'broadcast', range: 'all' }),
    '/0/elements/0/range',
    'must be one of: here, channel, everyone',
  ],
  ['a color by name', richText({ type: 'color', value: 'red' }), '/0/elements/0/value', 'must be a color as #rrggbb'],
  [
    'a date without format',
    richText({ type: 'date', timestamp: 1 }),
    '/0/elements/0',
    'missing required field: format',
  ],
  [
    'a list without style',
    rich({ type: 'rich_text_list', elements: [section] }),
    '/0',
    'missing required field: style',
  ],
  ['an unknown list style', listOf({ style: 'dash' }), '/0/style', 'must be one of: bullet, ordered'],
  [
    'a list within a list',
    listOf({ elements: [listOf({}).elements[0]] }),
    '/0/elements/0/type',
    'unsupported type: rich_text_list',
  ],
  ['a list that is too deep', listOf({ indent: 9 }), '/0/indent', 'must be 8 or less'],
  ['a border that is too wide', listOf({ border: 2 }), '/0/border', 'must be 1 or less'],
  [
    'a person in preformatted text',
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
    '/0/elements/0/type',
    'unsupported type: user',
  ],
])('refuses %s', (_name, block, pointer, message) => {
  expect(validateBlocks([block], 'message')).toMatchObject([{ pointer: `/blocks/0/elements${pointer}`, message }]);
});
