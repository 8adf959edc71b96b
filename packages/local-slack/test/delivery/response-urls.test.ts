import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, openSlack } from '../stage.ts';

function respond(app: Listener, body: object): Promise<Response> {
  const url = String(app.received.at(-1)?.payload.response_url);
  return fetch(url, { method: 'POST', body: JSON.stringify(body) });
}

describe('a response_url', () => {
  it('works five times within thirty minutes', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    await ben.command('#random', '/try');
    for (let use = 1; use <= 5; use += 1) expect((await respond(app, { text: `${use}` })).status).toBe(200);
    expect(await (await respond(app, { text: '6' })).json()).toMatchObject({ error: 'used_url' });
    expect(ben.sees('random').map((each) => each.text)).toEqual(['1', '2', '3', '4', '5']);
    await ben.command('#random', '/try');
    slack.clock.advance(30 * 60_000 + 1);
    const late = await respond(app, { text: 'late' });
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
  });

  it('posts to the channel, and replaces or deletes the original message', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const [alice, ben] = [slack.person('Alice'), slack.person('Ben')];
    const button = { type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id: 'go', value: 'v' };
    await ben.command('#architecture', '/try');
    await respond(app, { text: 'Just you', blocks: [{ type: 'actions', elements: [button] }] });
    const [shown] = ben.sees('architecture');
    if (shown === undefined) throw new Error('Nothing was shown.');
    await ben.click(shown, 'Go');
    const { payload } = app.received.at(-1) ?? {};
    expect(payload).toMatchObject({
      container: { type: 'message', is_ephemeral: true, message_ts: shown.ts },
      actions: [{ type: 'button', action_id: 'go', value: 'v', text: { text: 'Go' } }],
    });
    expect(payload).not.toHaveProperty('message');
    await respond(app, { text: 'Another', replace_original: true });
    expect(ben.sees('architecture')).toMatchObject([{ text: 'Another' }]);
    await respond(app, { text: 'For all', response_type: 'in_channel', replace_original: false });
    expect(alice.sees('architecture')).toMatchObject([{ text: 'For all' }]);
  });

  it('edits an ephemeral message several times, with working buttons, and deletes it', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const page = (number: number) => ({
      text: `Page ${number}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `Page ${number}` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', text: { type: 'plain_text', text: 'Next' }, action_id: 'go', value: `${number}` },
          ],
        },
      ],
    });
    await ben.command('#architecture', '/try');
    await respond(app, page(1));
    await ben.say('architecture', 'meanwhile');
    const [shown] = ben.sees('architecture');
    if (shown === undefined) throw new Error('Nothing was shown.');
    await ben.click(shown, 'Next');
    await respond(app, { ...page(2), replace_original: true });
    await respond(app, { ...page(3), replace_original: true });
    const texts = () => ben.sees('architecture').map(({ text }) => text);
    expect(texts()).toEqual(['Page 3', 'meanwhile']);
    await ben.click(shown, 'Next');
    expect(app.received.at(-1)?.payload).toMatchObject({ actions: [{ value: '3' }] });
    await respond(app, { delete_original: true });
    expect(texts()).toEqual(['meanwhile']);
    expect(
      slack
        .person('Alice')
        .sees('architecture')
        .map(({ text }) => text),
    ).toEqual(['meanwhile']);
  });

  it('refuses invalid content', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    await slack.person('Ben').command('#random', '/try');
    const empty = await respond(app, {});
    expect([empty.status, await empty.json()]).toEqual([400, { ok: false, error: 'no_text' }]);
    expect(await (await respond(app, { blocks: [{ type: 'nope' }] })).json()).toMatchObject({
      error: 'invalid_blocks',
    });
  });
});
