import { expect, it } from 'vitest';
import { toolShown } from '../../src/page/slackbot-screen.ts';

it('asks for each argument of a tool as its schema says', () => {
  const properties = {
    query: { type: 'string', maxLength: 200, description: 'Words' },
    text: { type: 'string', maxLength: 4_000 },
    page: { type: 'integer' },
    paths: { type: 'array', items: { type: 'string' } },
    options: { type: 'array', items: { type: 'object' } },
  };
  const tool = { name: 'find', annotations: { readOnlyHint: true }, inputSchema: { properties, required: ['query'] } };
  const shown = toolShown(tool);
  expect(shown).toMatchObject({ name: 'find', title: 'find', description: '', isReadOnly: true });
  expect(
    shown.arguments.map(({ name, kind, isRequired, description }) => [name, kind, isRequired, description]),
  ).toEqual([
    ['query', 'line', true, 'Words'],
    ['text', 'lines', false, ''],
    ['page', 'number', false, ''],
    ['paths', 'list', false, ''],
    ['options', 'json', false, ''],
  ]);
  expect(toolShown({ name: 'bare' })).toMatchObject({ arguments: [], isReadOnly: false });
});
