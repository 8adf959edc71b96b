/**
 * The parts of Slack's app manifest, v2, that ours uses, with Slack's own names and limits (Slack: manifest reference;
 * slackapi/manifest-schema, manifest.schema.2.0.0.json). Anything else in a manifest is refused, so that a misspelled
 * name can't pass.
 */
const text = (maxLength: number, more: object = {}) => ({ type: 'string', minLength: 1, maxLength, ...more });
const flag = { type: 'boolean' };
const list = (items: object, maxItems: number) => ({ type: 'array', items, maxItems, uniqueItems: true });
const record = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const manifestSchema = record(
  {
    _metadata: record({ major_version: { const: 2 }, minor_version: { type: 'integer' } }, ['major_version']),
    display_information: record(
      {
        name: text(35),
        description: text(140),
        long_description: text(4_000, { minLength: 175 }),
        background_color: { type: 'string', pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' },
      },
      ['name'],
    ),
    features: record({
      app_home: record({
        home_tab_enabled: flag,
        messages_tab_enabled: flag,
        messages_tab_read_only_enabled: flag,
      }),
      bot_user: record({ display_name: text(80), always_online: flag }, ['display_name']),
      shortcuts: list(
        record(
          { name: text(24), type: { enum: ['message', 'global'] }, callback_id: text(255), description: text(150) },
          ['name', 'type', 'callback_id', 'description'],
        ),
        10,
      ),
      rich_previews: record({
        is_active: flag,
        entity_types: list(
          { enum: ['file', 'task', 'incident', 'content_item', 'item'].map((type) => `slack#/entities/${type}`) },
          5,
        ),
      }),
      unfurl_domains: list(text(255), 5),
      slash_commands: list(
        record(
          {
            command: text(32, { pattern: '^/' }),
            description: text(2_000),
            usage_hint: text(1_000),
            url: text(3_000),
            should_escape: flag,
          },
          ['command', 'description'],
        ),
        50,
      ),
    }),
    oauth_config: record({
      scopes: record({ bot: list(text(255), 255), bot_optional: list(text(255), 255) }),
    }),
    settings: record({
      event_subscriptions: record({ request_url: text(3_000), bot_events: list(text(255), 100) }),
      interactivity: record({ is_enabled: flag, request_url: text(3_000) }, ['is_enabled']),
      org_deploy_enabled: flag,
      socket_mode_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
);
