import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { clientOf, manifest, openSlack, refusalOf } from '../stage.ts';

describe('the Web API', () => {
  it('recognizes the bot, with or without a slash at the end of the URL', async () => {
    await using slack = await openSlack();
    for (const slackApiUrl of [slack.apiUrl, slack.apiUrl.slice(0, -1)]) {
      const client = new WebClient(slack.botToken, { slackApiUrl });
      expect(await client.auth.test()).toMatchObject({ ok: true, user_id: slack.botUserId, team_id: slack.teamId });
    }
  });

  it('refuses a missing, wrong or revoked token with its own code', async () => {
    await using slack = await openSlack();
    const withToken = (token?: string) => clientOf(slack, token);
    expect(await refusalOf(withToken().auth.test())).toBe('not_authed');
    expect(await refusalOf(withToken('xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await refusalOf(withToken(slack.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await refusalOf(slack.client.apps.connections.open({}))).toBe('not_allowed_token_type');
    slack.faults.set({ tokenRevoked: true });
    expect(await refusalOf(slack.client.auth.test())).toBe('token_revoked');
    slack.faults.set({ tokenRevoked: false });
    expect(await refusalOf(slack.client.auth.test())).toBeUndefined();
  });

  it('refuses a method without its scope, with the needed and provided scopes', async () => {
    await using slack = await openSlack();
    await expect(slack.client.emoji.list()).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'emoji:read', provided: manifest.oauth_config.scopes.bot.join(',') },
    });
  });

  it('refuses an unknown method, with a loud entry in the wire log', async () => {
    await using slack = await openSlack();
    expect(await refusalOf(slack.client.apiCall('chat.shout', {}))).toBe('unknown_method');
    expect(await refusalOf(slack.client.apiCall('constructor', {}))).toBe('unknown_method');
    expect(
      slack.wire
        .entries()
        .filter((entry) => entry.loud)
        .map((entry) => entry.name),
    ).toEqual(['chat.shout', 'constructor']);
  });

  it('accepts JSON bodies and forms, and does not parse text that looks like JSON', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel, text: 'from JSON' }),
    });
    await slack.client.chat.postMessage({ channel, text: '{"a": 1}' });
    expect(
      slack
        .person('Ben')
        .sees('architecture')
        .map((each) => each.text),
    ).toEqual(['from JSON', '{"a": 1}']);
  });

  it('returns 429 with Retry-After above the documented rate, until enough time has passed', async () => {
    await using slack = await openSlack();
    const get = () =>
      fetch(`${slack.apiUrl}conversations.list`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}` },
      });
    for (let call = 0; call < 20; call += 1) expect((await get()).status).toBe(200);
    const refused = await get();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' });
    slack.clock.advance(45_000);
    expect((await get()).headers.get('retry-after')).toBe('15');
    slack.clock.advance(15_000);
    expect((await get()).status).toBe(200);
  });

  it('allows about one message per second and channel', async () => {
    await using slack = await openSlack();
    const post = (name: string) => slack.client.chat.postMessage({ channel: slack.channel(name).id, text: 'x' });
    for (let call = 0; call < 5; call += 1) await post('architecture');
    await expect(post('architecture')).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error' });
    await post('general');
    slack.clock.advance(5_000);
    await post('architecture');
  });

  it('does not count calls if rate limits are off', async () => {
    await using slack = await openSlack({ rateLimits: false });
    for (let call = 0; call < 30; call += 1) await slack.client.conversations.list({});
  });

  it('fails when the fault injection says so', async () => {
    await using slack = await openSlack();
    slack.faults.failNext('chat.update', { error: 'message_not_found', times: 1 });
    slack.faults.failNext('auth.test', { status: 503 });
    const update = () => slack.client.chat.update({ channel: 'C0', ts: '1.0', text: 'x' });
    expect(await refusalOf(update())).toBe('message_not_found');
    expect(await refusalOf(update())).toBe('channel_not_found');
    await expect(slack.client.auth.test()).rejects.toThrow(/503/);
    slack.faults.set({ rateLimitEvery: 2 });
    const outcomes = await Promise.allSettled([slack.client.api.test(), slack.client.api.test()]);
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps secrets out of the wire log', async () => {
    await using slack = await openSlack();
    await slack.client.auth.test();
    await clientOf(slack, slack.appToken).apps.connections.open({});
    await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', body: new URLSearchParams({ token: slack.botToken }) });
    const log = JSON.stringify(slack.wire.entries());
    expect(log).toContain('apps.connections.open');
    expect(log).not.toContain(slack.botToken);
    expect(log).not.toContain(slack.appToken);
    expect(log).not.toMatch(/ticket=[0-9a-f]/);
  });
});
