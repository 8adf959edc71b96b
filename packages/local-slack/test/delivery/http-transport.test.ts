import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listenAsApp, openSlack } from '../stage.ts';

describe('HTTP deliveries', () => {
  it('have a signature of the raw body, and all fields of a command', async () => {
    await using app = await listenAsApp(() => ({ body: { text: 'Done' } }));
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const { messages } = await ben.command('#random', '/try  this & that');
    const [request] = app.received;
    const timestamp = String(request?.headers['x-slack-request-timestamp']);
    const digest = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${request?.raw}`).digest('hex');
    expect(request?.headers['x-slack-signature']).toBe(`v0=${digest}`);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request?.payload).toEqual({
      token: expect.any(String),
      team_id: slack.teamId,
      team_domain: 'local-workspace',
      channel_id: slack.channel('random').id,
      channel_name: 'random',
      user_id: ben.id,
      user_name: 'ben',
      command: '/try',
      text: 'this & that',
      api_app_id: slack.appId,
      is_enterprise_install: 'false',
      response_url: expect.stringContaining(`${slack.url}/commands/`),
      trigger_id: expect.any(String),
    });
    // The bot is not in #random, but commands work there.
    expect(messages).toMatchObject([{ text: 'Done', isEphemeral: true }]);
  });

  it('give up on a command after three seconds, and notify the person', async () => {
    await using app = await listenAsApp(() => 'never');
    await using slack = await openSlack({ requestUrl: app.url });
    const step = slack.person('Ben').command('#architecture', '/try');
    await app.arrived(1);
    slack.clock.advance(3000);
    expect((await step).notices).toMatchObject([
      { code: 'operation_timeout', text: '/try failed with the error "operation_timeout"' },
    ]);
    slack.clock.advance(600_000);
    await slack.settled();
    expect(app.received).toHaveLength(1);
  });

  it('fail with dispatch_failed if the app returns an error or is not running', async () => {
    await using app = await listenAsApp(() => ({ status: 404 }));
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    await ben.command('#architecture', '/try');
    slack.deliverTo('http://127.0.0.1:1/slack/events');
    const { notices } = await ben.command('#architecture', '/try');
    expect(notices.map((notice) => notice.code)).toEqual(['dispatch_failed', 'dispatch_failed']);
  });

  it('retry an event immediately, after one minute and after five, with the retry headers', async () => {
    await using app = await listenAsApp((request) =>
      request.headers['x-slack-retry-num'] === '3' ? {} : { status: 500 },
    );
    await using slack = await openSlack({ requestUrl: app.url });
    await slack.person('Ben').say('architecture', 'Hello');
    expect(app.received).toHaveLength(2);
    slack.clock.advance(60_000);
    await slack.settled();
    slack.clock.advance(300_000);
    await slack.settled();
    slack.clock.advance(3_600_000);
    await slack.settled();
    expect(app.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('do not retry if the app refuses retries', async () => {
    await using app = await listenAsApp(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await using slack = await openSlack({ requestUrl: app.url });
    await slack.person('Ben').say('architecture', 'Hello');
    slack.clock.advance(600_000);
    await slack.settled();
    expect(app.received).toHaveLength(1);
  });

  it('verify a request URL with a challenge', async () => {
    await using app = await listenAsApp((request) => ({ body: { challenge: request.payload.challenge } }));
    await using slack = await openSlack({ requestUrl: app.url });
    await slack.verifyRequestUrl();
    app.reply = () => ({ body: { challenge: 'another' } });
    await expect(slack.verifyRequestUrl()).rejects.toThrow('did not return the challenge');
  });
});
