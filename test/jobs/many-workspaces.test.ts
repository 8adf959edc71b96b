import { describe, expect, it, vi } from 'vitest';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import type { Say } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { makeMessage, openSharedProcess, patience, sayAtOnce } from './workshop.ts';

/** A Slack that answers nothing until the test lets it. */
function neverAnswers() {
  const release = Promise.withResolvers<void>();
  const say = vi.fn<Say>(async () => {
    await release.promise;
    return '1.2';
  });
  return { say, release: release.resolve, begun: () => say.mock.calls.length };
}

/** Something to be said in a workspace, under each of these keys, in one transaction. */
async function sayAll({ store, chat: { teamId } }: Ports, keys: readonly string[]): Promise<void> {
  await store.transaction(async ({ messages }) => {
    for (const key of keys) await messages.write(makeMessage(key, teamId), new Date());
  });
}

const many = ['1', '2', '3', '4', '5', '6', '7', '8'];

describe('the background work of many workspaces', { timeout: 120_000 }, () => {
  it('is done for each in its own Slack', async () => {
    const { serve, worker } = openSharedProcess(await freshDatabase(), { all: 4, each: 2 });
    const [one, other] = [sayAtOnce(), sayAtOnce()];
    const [first, second] = [await serve('T1', one), await serve('T2', other)];
    // With an equal key: the workspace tells them apart.
    await sayAll(first, ['news', 'more']);
    await sayAll(second, ['news']);
    const said = (say: typeof one) => say.mock.calls.map(([{ teamId, key }]) => `${teamId} ${key}`).toSorted();
    await expect.poll(() => said(one), patience).toEqual(['T1 more', 'T1 news']);
    await expect.poll(() => said(other), patience).toEqual(['T2 news']);
    expect(worker.isRunning()).toBe(true);
    await expect(first.store.read.messages.find('T2', 'news')).rejects.toThrow(RuleBroken);
  });

  it('continues in one while the jobs of another take as long as they like', async () => {
    const { serve } = openSharedProcess(await freshDatabase(), { all: 4, each: 2 });
    const slow = neverAnswers();
    const quick = sayAtOnce();
    const first = await serve('T1', slow.say);
    const second = await serve('T2', quick);
    await sayAll(first, many);
    await expect.poll(slow.begun, patience).toBe(2);
    await sayAll(second, many);
    await expect.poll(() => quick.mock.calls.length, patience).toBe(many.length);
    expect(slow.begun()).toBe(2);
    slow.release();
    await expect.poll(slow.begun, patience).toBe(many.length);
  });

  it('has at most one job under way for all workspaces whose Slack is unreachable', async () => {
    const { serve } = openSharedProcess(await freshDatabase(), { all: 4, each: 2 });
    const [one, two] = [neverAnswers(), neverAnswers()];
    const quick = sayAtOnce();
    const first = await serve('T1', one.say, () => true);
    const second = await serve('T2', two.say, () => true);
    const third = await serve('T3', quick);
    await sayAll(first, many);
    await sayAll(second, many);
    await expect.poll(() => one.begun() + two.begun(), patience).toBe(1);
    await sayAll(third, many);
    await expect.poll(() => quick.mock.calls.length, patience).toBe(many.length);
    expect(one.begun() + two.begun()).toBe(1);
    one.release();
    two.release();
    await expect.poll(() => one.begun() + two.begun(), patience).toBe(2 * many.length);
  });

  it('ends for one that leaves, once its jobs under way have ended, and continues for the others', async () => {
    const { serve, worker } = openSharedProcess(await freshDatabase(), { all: 4, each: 2 });
    const slow = neverAnswers();
    const quick = sayAtOnce();
    const first = await serve('T1', slow.say);
    const second = await serve('T2', quick);
    await sayAll(first, many);
    await expect.poll(slow.begun, patience).toBe(2);
    let hasLeft = false;
    const leaving = worker.leave('T1').then(() => {
      hasLeft = true;
    });
    await sayAll(second, many);
    await expect.poll(() => quick.mock.calls.length, patience).toBe(many.length);
    expect(hasLeft).toBe(false);
    slow.release();
    await leaving;
    expect(slow.begun()).toBe(2);
    expect((await first.store.read.messages.find('T1', '8'))?.ts).toBeUndefined();
    // Whoever comes back takes what is left.
    const again = sayAtOnce();
    await serve('T1', again);
    await expect.poll(() => again.mock.calls.length, patience).toBe(many.length - 2);
  });
});
