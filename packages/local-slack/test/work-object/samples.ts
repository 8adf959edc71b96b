import { manifest } from '../stage.ts';

/** The manifest of an app with Work Objects of one type, which unfurls links to one domain. */
export const objectManifest = {
  ...manifest,
  features: {
    ...manifest.features,
    rich_previews: { is_active: true, entity_types: ['slack#/entities/item', 'slack#/entities/task'] },
    unfurl_domains: ['example.com'],
  },
  oauth_config: { scopes: { bot: [...manifest.oauth_config.scopes.bot, 'links:read', 'links:write'] } },
  settings: {
    ...manifest.settings,
    event_subscriptions: {
      bot_events: [
        ...manifest.settings.event_subscriptions.bot_events,
        'entity_details_requested',
        'entity_comments_requested',
        'link_shared',
      ],
    },
  },
};

/** A Work Object with one field. */
export function item(more: object = {}, payload: object = {}) {
  return {
    entity_type: 'slack#/entities/item',
    external_ref: { id: 'D-1', type: 'decision' },
    url: 'https://example.com/d/1',
    entity_payload: {
      attributes: { title: { text: 'Which database?' }, display_type: 'Decision', display_id: '12' },
      custom_fields: [{ key: 'status', label: 'Status', type: 'string', value: 'Open', tag_color: 'blue' }],
      ...payload,
    },
    ...more,
  };
}

/** Fields of many types. */
export const fieldsOfAllTypes = [
  { key: 'count', label: 'Count', type: 'integer', value: 3 },
  {
    key: 'open',
    label: 'Open',
    type: 'boolean',
    value: true,
    boolean: { type: 'text', true_text: 'Yes', false_text: 'No' },
  },
  { key: 'by', label: 'By', type: 'slack#/types/user', user: { text: 'Somebody' } },
  { key: 'until', label: 'Until', type: 'slack#/types/timestamp', value: 1_800_000_000 },
  { key: 'day', label: 'Day', type: 'slack#/types/date', value: '2026-11-29' },
  { key: 'where', label: 'Where', type: 'slack#/types/link', value: 'https://example.com/x' },
  { key: 'mail', label: 'Mail', type: 'slack#/types/email', value: 'ben@example.com' },
  {
    key: 'before',
    label: 'Supersedes',
    type: 'slack#/types/entity_ref',
    entity_ref: { entity_url: 'https://example.com/d/0', external_ref: { id: 'D-0' }, title: 'Which queue?' },
  },
  { key: 'tags', label: 'Tags', type: 'array', item_type: 'string', value: [{ value: 'storage' }, { value: 'data' }] },
  { key: 'why', label: 'Why', type: 'string', value: '**Fast** enough', format: 'markdown', long: true },
];
