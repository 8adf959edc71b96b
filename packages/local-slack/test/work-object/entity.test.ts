import { validateEntities } from '@gavel/local-slack/work-object/entity.ts';
import { describe, expect, it } from 'vitest';
import { fieldsOfAllTypes, item } from './samples.ts';

const allowed = new Set(['slack#/entities/item', 'slack#/entities/task']);

function problems(entity: object, unfurled?: readonly string[]): string[] {
  return validateEntities([entity], allowed, unfurled).map(({ pointer, message }) =>
    `${pointer.replace('/metadata/entities/0', '')} ${message}`.trim(),
  );
}

const field = (more: object) =>
  item({}, { custom_fields: [{ key: 'a', label: 'A', type: 'string', value: 'x', ...more }] });

describe('a Work Object', () => {
  it('has fields of all types', () => {
    expect(problems(item({}, { custom_fields: fieldsOfAllTypes, display_order: ['why', 'count'] }))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['another type', item({ entity_type: 'slack#/entities/file' }), '/entity_type must be enabled for the app'],
    ['no reference', item({ external_ref: {} }), '/external_ref missing required field: id'],
    ['no title', item({}, { attributes: {} }), '/entity_payload/attributes missing required field: title'],
    ['an item with standard fields', item({}, { fields: {} }), '/entity_payload invalid additional property: fields'],
    ['comments without a number', item({ entity_comments: {} }), '/entity_comments missing required field: count'],
    ['an unknown part', item({ comments: { count: 1 } }), 'invalid additional property: comments'],
    [
      'an unknown type of field',
      field({ type: 'user' }),
      '/entity_payload/custom_fields/0/type unsupported type: user',
    ],
    ['no label', field({ label: undefined }), '/entity_payload/custom_fields/0 missing required field: label'],
    [
      'an unknown color',
      field({ tag_color: 'pink' }),
      '/entity_payload/custom_fields/0/tag_color must be one of: red, yellow, green, gray, blue',
    ],
    [
      'an icon and a color',
      field({ tag_color: 'red', icon: { alt_text: 'x', url: 'https://example.com/i.png' } }),
      '/entity_payload/custom_fields/0/icon `icon` cannot be used with `tag_color`',
    ],
    [
      'Markdown and a link',
      field({ format: 'markdown', link: 'https://example.com' }),
      '/entity_payload/custom_fields/0/format `format` cannot be used with `link`',
    ],
    [
      'an array of something else',
      item({}, { custom_fields: [{ key: 'a', label: 'A', type: 'array', item_type: 'string', value: ['x'] }] }),
      '/entity_payload/custom_fields/0/value/0 must provide an object',
    ],
    [
      'a key twice',
      item({}, { custom_fields: [fieldsOfAllTypes[0], fieldsOfAllTypes[0]] }),
      '/entity_payload/custom_fields/1/key `key` "count" already exists',
    ],
    [
      'an order of unknown fields',
      item({}, { display_order: ['other'] }),
      '/entity_payload/display_order/0 there is no field "other"',
    ],
    [
      'three primary buttons',
      item({}, { actions: { primary_actions: ['a', 'b', 'c'].map((text) => ({ text, action_id: text })) } }),
      '/entity_payload/actions/primary_actions no more than 2 items allowed',
    ],
  ])('is refused with %s', (_what, entity, problem) => {
    expect(problems(entity)).toContain(problem);
  });

  it('has standard fields in a task', () => {
    const fields = { status: { value: 'Open' }, due_date: { type: 'slack#/types/date', value: '2026-12-01' } };
    const task = item({ entity_type: 'slack#/entities/task' }, { fields, display_order: ['due_date', 'status'] });
    expect(problems(task)).toEqual([]);
    expect(problems(item({ entity_type: 'slack#/entities/task' }, { fields: { owner: { value: 'x' } } }))).toEqual([
      '/entity_payload/fields invalid additional property: owner',
    ]);
  });

  it('belongs to a link of the message where it is its unfurl', () => {
    const url = 'https://example.com/d/1?from=slack';
    expect(problems(item({ app_unfurl_url: url }), [url])).toEqual([]);
    expect(problems(item(), [url])).toEqual(['missing required field: app_unfurl_url']);
    expect(problems(item({ app_unfurl_url: 'https://example.com/d/2' }), [url])).toEqual([
      '/app_unfurl_url must be a link of the message',
    ]);
  });

  it('is small', () => {
    const long = { key: 'why', label: 'Why', type: 'string', value: 'x'.repeat(3000) };
    const other = { ...long, key: 'how' };
    expect(problems(item({}, { custom_fields: [long] }))).toEqual([]);
    expect(validateEntities([item({}, { custom_fields: [long, other] })], allowed)).toMatchObject([
      { message: 'must be less than 3401 bytes' },
    ]);
  });
});
