import { problemsOf } from '@gavel/local-slack/slackbot/answer-blocks.ts';
import { expect, it } from 'vitest';

const plain = (text: string) => ({ type: 'plain_text', text });
const row = (accessory: object) => ({ type: 'section', text: plain('Which queue?'), accessory });
const button = (more: object) => ({ type: 'button', text: plain('Show'), action_id: 'tool:get', value: '{}', ...more });

it('shows blocks of the kinds that Slackbot knows, and buttons that call a tool or open an address', () => {
  const blocks = [
    { type: 'header', text: plain('Decisions') },
    row(button({ value: '{"id":1}' })),
    row(button({ action_id: 'open', url: 'https://example.com/' })),
    { type: 'divider' },
  ];
  expect(problemsOf(blocks)).toEqual([]);
});

it.each([
  ['a block that is not well-formed', { type: 'header' }, 'text'],
  ['a block that Slackbot does not show', { type: 'context_actions', elements: [] }, 'does not show blocks of type'],
  ['a button that calls no tool', row(button({ action_id: 'show' })), 'does not begin with tool:'],
  ['a button without a value', row({ type: 'button', text: plain('Show'), action_id: 'tool:get' }), 'has no value'],
  ['a value that is no JSON object', row(button({ value: '"x"' })), 'is no JSON object'],
])('finds %s', (_, block, told) => {
  expect(problemsOf([block]).join('\n')).toContain(told);
});
