import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noAllowances } from '../../../../src/slack/app/budget/allowance.ts';
import { CallBudget } from '../../../../src/slack/app/budget/call-budget.ts';
import { pacedFetch } from '../../../../src/slack/app/budget/paced-fetch.ts';

it('the time for an answer starts when a call is made, not when it starts waiting for its turn', async () => {
  const server = createServer((_, response) => response.end('{"ok":true}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const waits = [Promise.withResolvers<number>()];
  const budget = new CallBudget(noAllowances, () => new Date());
  budget.turn = () => waits[0]?.promise ?? Promise.resolve(0);
  const fetchIt = pacedFetch(budget, 'acted', { timeout: 180_000, onRefused: () => undefined });
  const gaveUp = new AbortController();
  const answer = fetchIt(`http://127.0.0.1:${port}/api/users.list`, { method: 'POST', signal: gaveUp.signal });
  // As with a clock that started with the wait.
  gaveUp.abort();
  waits[0]?.resolve(0);
  expect((await answer).status).toBe(200);
});
