import { describe, expect, it } from 'vitest';
import { listenAsApp, manifest, openSlack } from '../stage.ts';

describe('events', () => {
  it('have an envelope', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card' });
    const ben = slack.person('Ben');
    await ben.react({ channel, ts }, 'one');
    expect(app.received.at(-1)?.payload).toEqual({
      token: expect.any(String),
      type: 'event_callback',
      team_id: slack.teamId,
      api_app_id: slack.appId,
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      event_context: expect.any(String),
      is_ext_shared_channel: false,
      authorizations: [expect.objectContaining({ team_id: slack.teamId, user_id: slack.botUserId, is_bot: true })],
      event: {
        type: 'reaction_added',
        user: ben.id,
        reaction: 'one',
        item: { type: 'message', channel, ts },
        item_user: slack.botUserId,
        event_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      },
    });
  });

  it('are not delivered from a channel without the bot', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    await slack.person('Ben').say('random', 'Hello');
    expect(app.received).toEqual([]);
    slack.admin.inviteBot('#random');
    await slack.settled();
    expect(app.received.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'member_joined_channel', user: slack.botUserId },
    ]);
  });

  it('are not delivered without a subscription or without the scope', async () => {
    await using app = await listenAsApp();
    const settings = { ...manifest.settings, event_subscriptions: { bot_events: ['message.groups'] } };
    await using slack = await openSlack({ requestUrl: app.url, manifest: { ...manifest, settings } });
    await slack.person('Alice').say('architecture', 'not subscribed');
    // Subscribed, but groups:history is not granted.
    await slack.person('Alice').say('security', 'no scope');
    expect(app.received).toEqual([]);
  });

  it('report that a person left and that the app was removed', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    slack.admin.deactivate('Dev');
    slack.admin.uninstallApp();
    await slack.settled();
    const events = app.received.map(({ payload }) => Object(payload.event).type);
    expect(events.sort()).toEqual(['app_uninstalled', 'tokens_revoked', 'user_change']);
    await expect(slack.person('Dev').say('general', 'x')).rejects.toThrow('deactivated');
  });
});
