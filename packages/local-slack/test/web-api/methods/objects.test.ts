import type { EntityMetadata } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, manifest, openSlack, refusalOf, type Stage } from '../../stage.ts';
import { item, objectManifest } from '../../work-object/samples.ts';

const details = (metadata: EntityMetadata = item()) => ({ metadata });
const buttons = { actions: { primary_actions: [{ text: 'Vote', action_id: 'vote', value: 'D-1', style: 'primary' }] } };

async function post(slack: Stage, entity: EntityMetadata = item(), channel = 'architecture') {
  const { id } = slack.channel(channel);
  const metadata = { entities: [entity] };
  const answer = await slack.client.chat.postMessage({ channel: id, text: 'Card', metadata });
  return { ...answer, channel: id, ts: answer.ts ?? '' };
}

/** The trigger of the last event or interaction that has one. */
function lastTrigger(app: Listener): string {
  const payloads = app.received.map(({ payload }) => Object(payload.event ?? payload));
  return String(payloads.findLast(({ trigger_id: id }) => id !== undefined)?.trigger_id);
}

const eventsOf = (app: Listener, type: string) =>
  app.received.map(({ payload }) => Object(payload.event)).filter((event) => event.type === type);

describe('Work Objects', () => {
  it('are part of a message, and of what apps read of it', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    const card = await post(slack);
    const [seen] = slack.person('Ben').sees('architecture');
    expect(seen?.objects).toMatchObject([
      {
        title: 'Which database?',
        id: 'D-1',
        displayType: 'Decision',
        fields: [{ label: 'Status', text: 'Open', color: 'blue' }],
      },
    ]);
    expect(card.message?.metadata).toMatchObject({ entities: [{ external_ref: { id: 'D-1', type: 'decision' } }] });
    const decided = item(
      {},
      { custom_fields: [{ key: 'status', label: 'Status', type: 'string', value: 'Accepted' }] },
    );
    const { channel, ts } = card;
    await slack.client.apiCall('chat.update', { channel, ts, text: 'Card', metadata: { entities: [decided] } });
    expect(slack.person('Ben').sees('architecture')[0]?.objects[0]?.fields[0]?.text).toBe('Accepted');
    await slack.client.chat.update({ channel, ts, text: 'Card' });
    expect(slack.person('Ben').sees('architecture')[0]?.objects).toHaveLength(1);
    await slack.client.apiCall('chat.update', { channel, ts, text: 'Card', metadata: {} });
    expect(slack.person('Ben').sees('architecture')[0]?.objects).toEqual([]);
  });

  it('are dropped with a warning if they are invalid, and refused if the manifest has none', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    const wrong = await post(slack, item({ external_ref: { id: '' } }));
    expect(wrong).toMatchObject({
      ok: true,
      warning: 'invalid_metadata_format',
      response_metadata: {
        messages: ['must be more than 0 characters (pointer: /metadata/entities/0/external_ref/id)'],
      },
    });
    expect(slack.person('Ben').sees('architecture')).toMatchObject([{ text: 'Card', objects: [] }]);
    await using plain = await openSlack({ manifest });
    expect(await refusalOf(post(plain))).toBe('invalid_metadata_format');
  });

  it('have comments, which the app presents a page at a time to whoever opens them', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const ben = slack.person('Ben');
    const card = await post(slack, item({ entity_comments: { count: 2 } }));
    await ben.openObject(card);
    expect(ben.flexpane()).toMatchObject({ commentCount: 2, comments: undefined, hasMoreComments: false });
    const comment = (id: string, more: object = {}) => ({
      id,
      sender: { user_id: ben.id },
      timestamp: 1_800_000_000,
      comment: { value: `Say ${id}` },
      ...more,
    });
    const present = (args: object) => slack.client.apiCall('entity.presentComments', args as Record<string, unknown>);
    await ben.openComments();
    const [asked] = eventsOf(app, 'entity_comments_requested');
    expect(asked).toMatchObject({ user: ben.id, external_ref: { id: 'D-1', type: 'decision' }, limit: 100 });
    const { trigger_id } = Object(asked);
    for (const wrong of [
      {},
      { comments: [comment('1', { sender: {} })] },
      { comments: [comment('1', { comment: {} })] },
      { comments: [{ ...comment('1'), timestamp: 'now' }] },
      { comments: [comment('1', { can_delete: true })] },
    ])
      expect(await refusalOf(present({ trigger_id, ...wrong }))).toBe('invalid_arguments');
    expect(await refusalOf(slack.client.entity.presentDetails({ trigger_id, metadata: item() }))).toBe(
      'invalid_trigger_id',
    );
    await ben.openComments();
    await present({ trigger_id: lastTrigger(app), comments: [comment('1')], can_post_comment: false, cursor: 'two' });
    expect(ben.flexpane()).toMatchObject({ comments: [{ from: 'Ben', text: 'Say 1' }], hasMoreComments: true });
    expect(await refusalOf(present({ trigger_id: lastTrigger(app), comments: [] }))).toBe('invalid_trigger_id');

    await ben.openComments();
    expect(eventsOf(app, 'entity_comments_requested').at(-1)).toMatchObject({ cursor: 'two' });
    await present({ trigger_id: lastTrigger(app), comments: [comment('2')] });
    expect(ben.flexpane()?.comments?.map(({ id }) => id)).toEqual(['1', '2']);
    expect(ben.flexpane()?.hasMoreComments).toBe(false);
    expect(slack.person('Chloe').flexpane()).toBeUndefined();
    await ben.refreshObject();
    expect(ben.flexpane()?.comments).toBeUndefined();
  });

  it('open beside the conversation with what the app presents to the person, which is kept for ten minutes', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const card = await post(slack);
    const ben = slack.person('Ben');
    app.reply = async ({ payload }) => {
      if (Object(payload.event).type !== 'entity_details_requested') return {};
      const metadata = item(
        {},
        { custom_fields: [{ key: 'mine', label: 'Mine', type: 'string', value: `For ${Object(payload.event).user}` }] },
      );
      await slack.client.entity.presentDetails({ trigger_id: Object(payload.event).trigger_id, metadata });
      return {};
    };
    const shown = await ben.openObject(card);
    expect(shown).toMatchObject({ state: 'presented', fields: [{ label: 'Mine', text: `For ${ben.id}` }] });
    expect(eventsOf(app, 'entity_details_requested')).toEqual([
      {
        type: 'entity_details_requested',
        user: ben.id,
        trigger_id: expect.any(String),
        link: { url: 'https://example.com/d/1', domain: 'example.com' },
        entity_url: 'https://example.com/d/1',
        external_ref: { id: 'D-1', type: 'decision' },
        user_locale: 'en-US',
        channel: card.channel,
        message_ts: card.ts,
        event_ts: expect.any(String),
      },
    ]);
    ben.closeObject();
    expect(ben.flexpane()).toBeUndefined();
    await ben.openObject(card);
    expect(eventsOf(app, 'entity_details_requested')).toHaveLength(1);
    await ben.refreshObject();
    expect(eventsOf(app, 'entity_details_requested')).toHaveLength(2);
    slack.clock.advance(10 * 60_000);
    await ben.openObject(card);
    expect(eventsOf(app, 'entity_details_requested')).toHaveLength(3);
    expect((await slack.person('Alice').openObject(card))?.fields[0]?.text).toBe(`For ${slack.person('Alice').id}`);
  });

  it('take details for a trigger once, within three seconds, and of the same Work Object', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const card = await post(slack);
    const present = (trigger_id: string, more: object = details()) =>
      refusalOf(slack.client.entity.presentDetails({ trigger_id, ...more }));
    const open = async () => {
      await slack.person('Ben').openObject(card);
      return lastTrigger(app);
    };
    const first = await open();
    expect(slack.person('Ben').flexpane()?.state).toBe('asked');
    expect(await present(first, { metadata: item({ url: 'nowhere' }) })).toBe('invalid_metadata');
    expect(await present(first, { user_auth_required: true })).toBe('user_auth_url_missing');
    expect(await present(first, { error: { status: 'broken' } })).toBe('invalid_arguments');
    expect(await present(first, { metadata: item({ external_ref: { id: 'D-2' } }) })).toBe(
      'entity_metadata_does_not_match_trigger',
    );
    const second = await open();
    expect(await present(second)).toBeUndefined();
    expect(await present(second)).toBe('invalid_trigger_id');
    slack.clock.advance(10 * 60_000);
    const late = await open();
    slack.clock.advance(3001);
    expect(await present(late)).toBe('invalid_trigger_id');
    // A look opens no modal, and another trigger presents no details.
    slack.clock.advance(10 * 60_000);
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    expect(await refusalOf(slack.client.views.open({ trigger_id: await open(), view }))).toBe('invalid_trigger_id');
    await slack.person('Ben').command('#architecture', '/try');
    expect(await present(lastTrigger(app))).toBe('invalid_trigger_id');
    await using plain = await openSlack({ manifest });
    expect(await refusalOf(plain.client.entity.presentDetails({ trigger_id: 'x', ...details() }))).toBe(
      'feature_not_enabled',
    );
  });

  it('show why there are no details', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const card = await post(slack);
    const ben = slack.person('Ben');
    await ben.openObject(card);
    const error = {
      status: 'custom_partial_view',
      custom_title: 'Not for you',
      custom_message: 'Ask somebody',
      actions: [{ text: 'Ask', action_id: 'ask' }],
    };
    await slack.client.entity.presentDetails({ trigger_id: lastTrigger(app), error });
    expect(ben.flexpane()).toMatchObject({
      state: 'refused',
      refusal: { status: 'custom_partial_view', title: 'Not for you', message: 'Ask somebody' },
    });
    await ben.pressInObject('Ask');
    expect(app.received.at(-1)?.payload).toMatchObject({ actions: [{ action_id: 'ask' }] });
    await ben.refreshObject();
    const user_auth_url = 'https://example.com/sign-in';
    await slack.client.entity.presentDetails({ trigger_id: lastTrigger(app), user_auth_required: true, user_auth_url });
    expect(ben.flexpane()).toMatchObject({ state: 'sign in', signInUrl: user_auth_url });
  });

  it('have buttons, whose trigger opens a modal or presents details', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const entity = item({}, buttons);
    const card = await post(slack, entity);
    const ben = slack.person('Ben');
    await ben.openObject(card);
    await slack.client.entity.presentDetails({ trigger_id: lastTrigger(app), ...details(entity) });
    await ben.pressInObject('Vote');
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      user: { id: ben.id },
      container: {
        type: 'entity_detail',
        entity_url: 'https://example.com/d/1',
        external_ref: { id: 'D-1', type: 'decision' },
        message_ts: card.ts,
        channel_id: card.channel,
      },
      actions: [{ type: 'button', action_id: 'vote', value: 'D-1', style: 'primary', text: { text: 'Vote' } }],
    });
    const title = { type: 'plain_text' as const, text: 'Vote' };
    await slack.client.views.open({ trigger_id: lastTrigger(app), view: { type: 'modal', title, blocks: [] } });
    expect(ben.modal()?.title).toBe('Vote');
    await ben.clickObject(card, 'Vote');
    expect(app.received.at(-1)?.payload).toMatchObject({
      container: { type: 'message_attachment' },
      message: { ts: card.ts },
    });
    expect(await refusalOf(slack.client.entity.presentDetails({ trigger_id: lastTrigger(app), ...details() }))).toBe(
      undefined,
    );
    await expect(ben.pressInObject('Other')).rejects.toThrow('no button "Other". Found: none');
  });

  it('are edited in a form', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const entity = item(
      {},
      {
        attributes: { title: { text: 'Which database?', edit: { enabled: true, text: { max_length: 40 } } } },
        custom_fields: [
          { key: 'day', label: 'Day', type: 'slack#/types/date', value: '2026-12-01', edit: { enabled: true } },
        ],
      },
    );
    const card = await post(slack, entity);
    const ben = slack.person('Ben');
    expect((await ben.openObject(card))?.isEditable).toBe(true);
    await ben.editObject();
    await ben.fill('Title', 'Which store?');
    await ben.fill('Day', '2026-12-24');
    app.reply = () => ({ body: { response_action: 'errors', errors: { day: 'A holiday' } } });
    await ben.submit();
    expect(ben.modal()?.errors).toEqual({ day: 'A holiday' });
    app.reply = () => ({});
    await ben.submit();
    expect(ben.modal()).toBeUndefined();
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      view: {
        type: 'entity_detail',
        callback_id: 'work-object-edit',
        entity_url: 'https://example.com/d/1',
        external_ref: { id: 'D-1', type: 'decision' },
        state: {
          values: {
            title: { 'title.input': { type: 'plain_text_input', value: 'Which store?' } },
            day: { 'day.input': { type: 'datepicker', selected_date: '2026-12-24' } },
          },
        },
      },
    });
    expect(await refusalOf(slack.client.entity.presentDetails({ trigger_id: lastTrigger(app), ...details() }))).toBe(
      undefined,
    );
  });
});

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

describe('links', () => {
  it('to the app’s domains are told to the app, in channels without it too', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const ben = slack.person('Ben');
    await ben.say('random', 'See https://example.com/a?b=1&c=2, https://docs.example.com/x and https://example.org/y.');
    const [message] = ben.sees('random');
    expect(eventsOf(app, 'link_shared')).toEqual([
      {
        type: 'link_shared',
        channel: slack.channel('random').id,
        is_bot_user_member: false,
        user: ben.id,
        message_ts: message?.ts,
        unfurl_id: expect.any(String),
        source: 'conversations_history',
        links: [
          { domain: 'example.com', url: 'https://example.com/a?b=1&c=2' },
          { domain: 'docs.example.com', url: 'https://docs.example.com/x' },
        ],
        event_ts: expect.any(String),
      },
    ]);
    await ben.say('random', 'No link to notexample.com, nor https://notexample.com/');
    expect(eventsOf(app, 'link_shared')).toHaveLength(1);
  });

  it('are unfurled in a message, by its place or by the id of the event', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    const ben = slack.person('Ben');
    const url = 'https://example.com/d/1';
    await ben.say('random', `See ${url}`);
    const { channel = '', ts = '' } = ben.sees('random')[0] ?? {};
    await slack.client.chat.unfurl({ channel, ts, unfurls: { [url]: { blocks: [section('Accepted')] } } });
    expect(ben.sees('random')[0]).toMatchObject({ isEdited: false, attachments: [{ blocks: [section('Accepted')] }] });
    const metadata = { entities: [item({ app_unfurl_url: url })] };
    await slack.client.chat.unfurl({ source: 'conversations_history', unfurl_id: `${channel}.${ts}`, metadata });
    expect(ben.sees('random')[0]).toMatchObject({ attachments: [], objects: [{ title: 'Which database?' }] });
    expect(await ben.openObject({ channel, ts })).toMatchObject({ state: 'asked', title: 'Which database?' });
  });

  it('are unfurled while a message is being written', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const ben = slack.person('Ben');
    const url = 'https://example.com/d/1';
    app.reply = async ({ payload }) => {
      const { type, source, unfurl_id } = Object(payload.event);
      if (type !== 'link_shared' || source !== 'composer') return {};
      const preview = { title: { type: 'plain_text' as const, text: 'Which database?' } };
      await slack.client.chat.unfurl({ source, unfurl_id, unfurls: { [url]: { blocks: [section('Open')], preview } } });
      return {};
    };
    expect(await ben.compose(`See ${url}`)).toMatchObject({
      links: [url],
      attachments: [{ blocks: [section('Open')] }],
    });
    expect(eventsOf(app, 'link_shared')).toMatchObject([{ channel: 'COMPOSER', source: 'composer' }]);
    await ben.say('random', `See ${url}`);
    expect(eventsOf(app, 'link_shared')).toHaveLength(2);
    expect(await ben.compose('')).toEqual({ links: [], attachments: [], objects: [] });
  });

  it('are not unfurled with wrong arguments', async () => {
    await using slack = await openSlack({ manifest: objectManifest });
    const url = 'https://example.com/d/1';
    await slack.person('Ben').say('random', `See ${url} and https://example.org/`);
    const { channel = '', ts = '' } = slack.person('Ben').sees('random')[0] ?? {};
    const unfurls = { [url]: { blocks: [section('x')] } };
    const refused = (args: Record<string, unknown>) => refusalOf(slack.client.apiCall('chat.unfurl', args));
    expect(await refused({ ts, unfurls })).toBe('missing_channel');
    expect(await refused({ channel, unfurls })).toBe('missing_ts');
    expect(await refused({ channel, ts })).toBe('missing_unfurls');
    expect(await refused({ channel: 'C0', ts, unfurls })).toBe('cannot_find_channel');
    expect(await refused({ channel, ts: '1.000001', unfurls })).toBe('cannot_find_message');
    expect(await refused({ unfurl_id: 'x', unfurls })).toBe('missing_source');
    expect(await refused({ source: 'composer', unfurls })).toBe('missing_unfurl_id');
    expect(await refused({ source: 'elsewhere', unfurl_id: 'x', unfurls })).toBe('invalid_source');
    expect(await refused({ source: 'composer', unfurl_id: 'x', unfurls })).toBe('invalid_unfurl_id');
    expect(await refused({ channel, ts, unfurls: 'no' })).toBe('invalid_unfurls_format');
    expect(await refused({ channel, ts, unfurls: { [url]: {} } })).toBe('cannot_parse_attachment');
    expect(await refused({ channel, ts, unfurls: { [url]: { blocks: [{ type: 'rich_text', elements: [] }] } } })).toBe(
      'cannot_parse_attachment',
    );
    expect(await refused({ channel, ts, unfurls: { 'https://example.com/2': { blocks: [section('x')] } } })).toBe(
      'cannot_unfurl_message',
    );
    expect(await refused({ channel, ts, unfurls: { 'https://example.org/': { blocks: [section('x')] } } })).toBe(
      'cannot_unfurl_url',
    );
    expect(await refused({ channel, ts, metadata: 'no' })).toBe('invalid_metadata_format');
    expect(await refused({ channel, ts, metadata: { entities: [item()] } })).toBe('error_processing_metadata');
  });

  it('need their scopes', async () => {
    const scopes = { bot: manifest.oauth_config.scopes.bot };
    await using slack = await openSlack({ manifest: { ...objectManifest, oauth_config: { scopes } } });
    await using app = await listenAsApp();
    slack.deliverTo(app.url);
    const url = 'https://example.com/d/1';
    await slack.person('Ben').say('random', url);
    expect(eventsOf(app, 'link_shared')).toEqual([]);
    const { channel = '', ts = '' } = slack.person('Ben').sees('random')[0] ?? {};
    const unfurls = { [url]: { blocks: [section('x')] } };
    expect(await refusalOf(slack.client.chat.unfurl({ channel, ts, unfurls }))).toBe('missing_scope');
  });

  it('belong to at most five domains', async () => {
    const unfurl_domains = [1, 2, 3, 4, 5, 6].map((number) => `d${number}.example.com`);
    const features = { ...objectManifest.features, unfurl_domains };
    await expect(openSlack({ manifest: { ...objectManifest, features } })).rejects.toThrow(
      'more than 5 unfurl_domains',
    );
  });
});
