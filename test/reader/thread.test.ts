import { setFlagsFromString } from 'node:v8';
import { expect, it, onTestFinished } from 'vitest';
import { takeTurns } from '../../src/process/in-turn.ts';
import type { Order } from '../../src/reader/tasks.ts';
import { openThread } from '../../src/reader/thread.ts';

const order: Order<'readDraft'> = { name: 'readDraft', question: '' };

/** Threads that take turns to start, by the names of their modules. */
function open(...names: readonly string[]) {
  const inTurn = takeTurns();
  const threads = names.map((name) => openThread(new URL(name, import.meta.url), inTurn));
  onTestFinished(async () => {
    await Promise.all(threads.map((thread) => thread.stop()));
  });
  return threads;
}

it('has a limit for its memory of its own, whatever the command line allows the main thread', async () => {
  setFlagsFromString('--max-old-space-size=1024');
  const [thread] = open('./measuring-thread.ts');
  expect(await thread?.do(order)).toMatchObject({ megabytes: 304 });
});

it('starts when the one before has loaded its code, has broken or was stopped', async () => {
  const [silent, breaking, missing, stopped, last] = open(
    './silent-thread.ts',
    './breaking-thread.ts',
    './no-such-thread.ts',
    './measuring-thread.ts',
    './measuring-thread.ts',
  );
  const waiting = [silent, breaking, missing, stopped].map((thread) => thread?.do(order));
  const answered = last?.do(order);
  await stopped?.stop();
  await expect(waiting[3]).rejects.toThrow('before its turn');
  expect(last?.isIdle).toBe(false);
  // It would never say that it has loaded its code.
  await silent?.stop();
  for (const broken of waiting.slice(0, 3)) await expect(broken).rejects.toThrow();
  expect(await answered).toHaveProperty('threadId');
});

it('is idle between its tasks, and not before it has started or after its end', async () => {
  const [thread] = open('./measuring-thread.ts');
  expect(thread?.isIdle).toBe(false);
  const first = thread?.do(order);
  expect(thread?.isIdle).toBe(false);
  await first;
  expect(thread?.isIdle).toBe(true);
  const second = thread?.do(order);
  expect(thread?.isIdle).toBe(false);
  expect(await second).toEqual(await first);
  await thread?.stop();
  expect(thread?.isIdle).toBe(false);
  expect(await thread?.do(order)).not.toEqual(await first);
});
