import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openSlack } from '../stage.ts';

/** Posts JSON with exactly these headers. With fetch, a test could not forge Host. */
function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const json = { 'content-type': 'application/json' };

describe('the controls over HTTP', () => {
  it('do what a person does, and return what the person sees', async () => {
    await using slack = await openSlack();
    const post = async (path: string, body: object) => {
      const { status, body: answer } = await send(`${slack.url}${path}`, 'POST', json, JSON.stringify(body));
      return { status, ...JSON.parse(answer) };
    };
    const said = await post('/control/person/say', { as: 'Alice', channel: 'security', text: 'Hello' });
    const message = said.result.messages[0];
    expect(said).toMatchObject({ status: 200, ok: true });
    await post('/control/person/react', { as: 'Chloe', message, emoji: 'one' });
    await post('/control/person/reply', { as: 'Chloe', message, text: 'Yes' });
    const state = async (name: string) =>
      JSON.parse((await send(`${slack.url}/control/state?as=${name}`, 'GET', {})).body);
    const security = (seen: { channels: { name: string }[] }) =>
      seen.channels.find((each) => each.name === '#security');
    expect(security(await state('Alice'))).toMatchObject({
      messages: [{ text: 'Hello', reactions: [{ name: 'one', users: ['Chloe'] }], thread: [{ text: 'Yes' }] }],
    });
    expect(security(await state('Ben'))).toBeUndefined();
    expect(await post('/control/admin/deleteMessage', { channel: 'security', ts: message.ts })).toMatchObject({
      ok: true,
    });
    expect(await post('/control/faults', { dropEvents: 2 })).toMatchObject({ result: { dropEvents: 2 } });
    expect(await post('/control/faults', { gremlins: 2 })).toMatchObject({
      status: 400,
      error: expect.stringContaining('gremlins'),
    });
    expect(await post('/control/person/fly', { as: 'Alice' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('fly'),
    });
    expect(await post('/control/person/say', { as: 'Alice' })).toMatchObject({
      status: 400,
      error: '"channel" is missing or is not a text.',
    });
    const before = slack.clock.now().getTime();
    await post('/control/clock', { advance: 3_600_000 });
    expect(slack.clock.now().getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
  });

  it('refuse a page of another origin, another host and a plain form', async () => {
    await using slack = await openSlack();
    const port = new URL(slack.url).port;
    const url = `${slack.url}/control/person/say`;
    const body = JSON.stringify({ as: 'Alice', channel: 'general', text: 'x' });
    const status = async (headers: Record<string, string>) => (await send(url, 'POST', headers, body)).status;
    expect(await status({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...json, origin: 'null' })).toBe(403);
    expect(await status({ ...json, origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403);
    expect(await status({ ...json, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ ...json, host: `evil.example:${port}` })).toBe(403);
    expect(await status({ 'content-type': 'text/plain' })).toBe(403);
    expect(slack.person('Alice').sees('general')).toEqual([]);
    expect(await status({ ...json, origin: `http://localhost:${port}` })).toBe(200);
    const read = await send(`${slack.url}/control/state?as=Alice`, 'GET', { origin: 'https://evil.example' });
    expect(read.status).toBe(403);
  });

  it('report changes as they happen', async () => {
    await using slack = await openSlack();
    const stream = await fetch(`${slack.url}/control/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await reader?.read()).toMatchObject({ value: 'data: hello\n\n' });
    await slack.person('Alice').say('general', 'Hello');
    expect(await reader?.read()).toMatchObject({ value: 'data: changed\n\n' });
    await reader?.cancel();
  });
});
