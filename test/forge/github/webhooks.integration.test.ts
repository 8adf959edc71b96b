import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/forge/delivery.ts';
import { readGitHubDelivery } from '../../../src/forge/github/read-delivery.ts';
import { branch, openedReview, path, setStage } from './stage.ts';

/** Somewhere that webhooks go. */
interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly deliveries: Delivery[];
}

async function receive(): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    deliveries.push({ headers: incoming.headers, body: Buffer.concat(chunks) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Nobody listens.');
  return {
    url: `http://127.0.0.1:${address.port}/webhooks/github`,
    deliveries,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('the webhooks of an App', () => {
  it('tell where something has happened', async () => {
    await using receiver = await receive();
    await using stage = await setStage({ webhookUrl: receiver.url });
    const { forge, place, app } = stage;
    const { secret } = forge.admin.hookOf(app);
    const news = () => receiver.deliveries.splice(0).map((one) => readGitHubDelivery(one, ['another', secret]));
    const review = { kind: 'review', place, branch };
    const push = (of: string) => ({ kind: 'push', place, branch: of });
    await forge.settled();
    expect(news()).toEqual([{ kind: 'access', place: undefined }]);
    await openedReview(stage);
    await forge.settled();
    expect(news()).toEqual([push(branch), { ...review, changed: 1 }]);
    forge.person('ben').approve(path, 1);
    await forge.settled();
    expect(news()).toEqual([review]);
    await forge.person('ben').merge(path, 1);
    await forge.settled();
    expect(news()).toEqual(expect.arrayContaining([push('main'), review]));
    forge.admin.rename(path, 'team/decisions');
    await forge.settled();
    expect(news()).toEqual([{ kind: 'access', place }]);
    forge.admin.uninstall(app, 'team');
    await forge.settled();
    expect(news()).toEqual([{ kind: 'access', place: undefined }]);
  });

  it('are read as often as they come, and not if anybody else signs them', async () => {
    await using receiver = await receive();
    await using stage = await setStage({ webhookUrl: receiver.url });
    const { forge, app } = stage;
    await openedReview(stage);
    await forge.settled();
    for (const delivery of forge.admin.deliveries()) forge.admin.redeliver(delivery);
    await forge.settled();
    const { secret } = forge.admin.hookOf(app);
    const news = receiver.deliveries.map((one) => readGitHubDelivery(one, [secret]));
    expect(news).toHaveLength(2 * forge.admin.deliveries().length);
    expect(news.slice(news.length / 2)).toEqual(news.slice(0, news.length / 2));
    expect(receiver.deliveries.map((one) => readGitHubDelivery(one, [`${secret} `]))).toEqual(
      news.map(() => 'unsigned'),
    );
    const changed = receiver.deliveries.map(({ headers, body }) => ({
      headers,
      body: Buffer.concat([body, Buffer.from(' ')]),
    }));
    expect(changed.map((one) => readGitHubDelivery(one, [secret]))).toEqual(news.map(() => 'unsigned'));
  });
});
