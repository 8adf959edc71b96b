import { createHmac } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../src/http/server.ts';
import { type ReadDelivery, webhookRoutes } from '../../src/http/webhooks.ts';
import type { ForgeNews } from '../../src/workflow/ports/forge/forge.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sign = (secret: string, body: string) => createHmac('sha256', secret).update(body).digest('hex');

/** A forge whose deliveries are the names of branches. */
const read: ReadDelivery = ({ headers, body }, secrets) => {
  const text = body.toString();
  if (!secrets.some((secret) => headers['x-signature'] === sign(secret, text))) return 'unsigned';
  return text === '' ? 'ignored' : { kind: 'push', place: 'git.example.com/acme/adr', branch: text.slice(0, 10) };
};

async function open(secrets: readonly string[], hear?: (news: ForgeNews) => Promise<void>) {
  const heard: ForgeNews[] = [];
  const refused: string[] = [];
  const parts = {
    readers: { github: read, gitlab: read, forgejo: read },
    secrets,
    hear: hear ?? (async (news: ForgeNews) => void heard.push(news)),
    metrics: { count: (what: string) => void refused.push(what) },
    log: quiet,
  };
  const server = await serve(webhookRoutes(parts), { host: '127.0.0.1', port: 0, setting: 'PORT' }, quiet);
  onTestFinished(() => server.stop());
  const deliver = async (body: string, secret: string, kind = 'github') => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/webhooks/${kind}`, {
      method: 'POST',
      body,
      headers: { 'x-signature': sign(secret, body) },
    });
    return answer.status;
  };
  return { heard, refused, deliver };
}

it('hears what is signed with the present secret or a former one, from each kind of forge', async () => {
  const { heard, deliver } = await open(['new', 'old']);
  expect(await deliver('main', 'new')).toBe(202);
  expect(await deliver('topic', 'old', 'gitlab')).toBe(202);
  expect(await deliver('', 'new', 'forgejo')).toBe(202);
  expect(heard.map((news) => 'branch' in news && news.branch)).toEqual(['main', 'topic']);
});

it('refuses and counts what is signed otherwise', async () => {
  const { heard, refused, deliver } = await open(['new']);
  expect(await deliver('main', 'guessed')).toBe(401);
  expect(heard).toEqual([]);
  expect(refused).toEqual(['delivery refused']);
});

it('does not read what is longer than any delivery', async () => {
  const { heard, deliver } = await open(['new']);
  const status = await deliver('x'.repeat(5 * 1024 * 1024), 'new').catch(() => 413);
  expect(status).toBe(413);
  expect(heard).toEqual([]);
});

it('does not say that a delivery arrived before what is to be done is kept', async () => {
  const { deliver } = await open(['new'], () => Promise.reject(new Error('The database is away.')));
  expect(await deliver('main', 'new')).toBe(500);
});

it('has no door without a secret', async () => {
  const { deliver } = await open([]);
  expect(await deliver('main', 'new')).toBe(404);
});
