import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { migrateJobs } from '../../src/jobs/worker.ts';
import { startOwnPostgres } from '../failure/own-postgres.ts';
import type { Say } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { holdBack, makeMessage, openProcess, patience, query, sayAtOnce, startStuckProcess } from './workshop.ts';

describe('the background work', { timeout: 120_000 }, () => {
  it('takes a job when the transaction that added it commits, and no sooner', async () => {
    const say = sayAtOnce();
    const { ports, work } = openProcess(await freshDatabase(), say);
    await work();
    const said = () => say.mock.calls.map(([message]) => message.key);
    // The very first job of a kind registers that kind, for which others would wait.
    await ports.store.read.messages.write(makeMessage('first'), new Date());
    await expect.poll(said, patience).toEqual(['first']);
    await ports.store.transaction(async (records) => {
      await records.messages.write(makeMessage('inside'), new Date());
      // When a job added after this one is done, the worker has looked.
      await ports.store.read.messages.write(makeMessage('outside'), new Date());
      await expect.poll(said, patience).toEqual(['first', 'outside']);
    });
    await expect.poll(said, patience).toEqual(['first', 'outside', 'inside']);
  });

  it('never takes a job from a transaction that failed', async () => {
    const say = sayAtOnce();
    const { ports, work } = openProcess(await freshDatabase(), say);
    await work();
    const failing = ports.store.transaction(async (records) => {
      await records.messages.write(makeMessage('inside'), new Date());
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    await ports.store.read.messages.write(makeMessage('outside'), new Date());
    await vi.waitFor(() => expect(say).toHaveBeenCalled(), patience);
    expect(say.mock.calls.map(([message]) => message.key)).toEqual(['outside']);
  });

  it('tries a failing job again, until it is done, once', async () => {
    const say = sayAtOnce();
    say.mockRejectedValueOnce(new Error('Slack is away'));
    const url = await freshDatabase();
    const { ports, warnings, work } = openProcess(url, say);
    await work();
    await ports.store.read.messages.write(makeMessage('news'), new Date());
    const said = async () => (await ports.store.read.messages.find('T1', 'news'))?.ts;
    await expect.poll(said, patience).toBe('said news');
    expect(say).toHaveBeenCalledTimes(2);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('Slack is away')]);
    await expect.poll(() => query(url, 'select from graphile_worker.jobs'), patience).toEqual([]);
  });

  it('gives a job up when it has failed too often, says so, and removes it after a week', async () => {
    const url = await freshDatabase();
    const say = sayAtOnce();
    say.mockRejectedValue(new Error('is_archived'));
    const { ports, warnings, work, close } = openProcess(url, say);
    const count = vi.fn();
    Object.assign(ports, { metrics: { count } });
    await ports.store.read.messages.write(makeMessage('news'), new Date());
    await query(url, 'update graphile_worker._private_jobs set attempts = max_attempts - 1');
    await work();
    const givenUp = () => warnings.filter(({ message }) => message.includes('given up'));
    await expect.poll(givenUp, patience).toHaveLength(1);
    expect(givenUp()[0]?.context).toMatchObject({ job: 'tell', payload: { key: 'news' }, attempts: 25 });
    expect(count).toHaveBeenCalledWith('job given up');
    await close();

    const left = () => query(url, `select from graphile_worker.jobs where task_identifier = 'T1:tell'`);
    await openProcess(url, sayAtOnce()).work();
    expect(await left()).toHaveLength(1);
    await query(url, `update graphile_worker._private_jobs set run_at = run_at - interval '8 days'`);
    await openProcess(url, sayAtOnce()).work();
    expect(await left()).toEqual([]);
  });

  it('stops when the job under way has ended', async () => {
    const { say, begun, release } = holdBack();
    const { ports, work } = openProcess(await freshDatabase(), say);
    const worker = await work();
    await ports.store.read.messages.write(makeMessage('news'), new Date());
    await begun;
    let hasStopped = false;
    const stopping = worker.stop().then(() => {
      hasStopped = true;
    });
    const said = async () => (await ports.store.read.messages.find('T1', 'news'))?.ts;
    expect(await said()).toBeUndefined();
    expect([worker.isRunning(), hasStopped]).toEqual([false, false]);
    release();
    await stopping;
    expect(await said()).toBe('1.2');
  });

  it('continues where another process stopped', async () => {
    const url = await freshDatabase();
    const first = openProcess(url, sayAtOnce());
    await first.work();
    await first.close();
    const say = sayAtOnce();
    const second = openProcess(url, say);
    await second.ports.store.read.messages.write(makeMessage('news'), new Date());
    await second.work();
    await vi.waitFor(() => expect(say).toHaveBeenCalled(), patience);
  });

  it('looks regularly for what was missed', async () => {
    const url = await freshDatabase();
    const { work } = openProcess(url, sayAtOnce());
    await work('* * * * * *');
    // What an earlier version left among the jobs is removed at each look.
    for (const look of [1, 2]) {
      await query(url, `select graphile_worker.add_job('T1:catch-up', json_build_object('look', ${look}))`);
      const left = () => query(url, `select from graphile_worker.jobs where task_identifier = 'T1:catch-up'`);
      await expect.poll(left, patience).toEqual([]);
    }
  });

  it('creates its tables once, however many processes start at once', async () => {
    const url = await freshDatabase();
    await query(url, 'drop schema graphile_worker cascade');
    const processes = Array.from({ length: 4 }, () => openProcess(url, sayAtOnce()));
    await Promise.all(processes.map(({ pool }) => migrateJobs(pool)));
    expect(await query(url, 'select from graphile_worker.jobs')).toEqual([]);
  });
});

describe('the jobs of a process that was killed', { timeout: 120_000 }, () => {
  it('are free for the next one at once', async () => {
    const url = await freshDatabase();
    const say = sayAtOnce();
    const next = openProcess(url, say);
    await next.ports.store.read.messages.write(makeMessage('news'), new Date());
    const { child, key } = await startStuckProcess(url);
    expect(key).toBe('news');
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The server has to notice that the connection broke before the claim is gone.
    const claims = () =>
      query(
        url,
        `select from pg_locks where locktype = 'advisory' and database =
      (select oid from pg_database where datname = current_database())`,
      );
    await expect.poll(claims, patience).toEqual([]);

    await next.work();
    const said = async () => (await next.ports.store.read.messages.find('T1', 'news'))?.ts;
    await expect.poll(said, patience).toBe('said news');
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('are distinguished from those of a living process, which keeps them', async () => {
    const url = await freshDatabase();
    const { say: sayLiving, begun, release } = holdBack();
    const living = openProcess(url, sayLiving);
    await living.work();
    await living.ports.store.read.messages.write(makeMessage('news'), new Date());
    await begun;
    const locks = () =>
      query<{ locked_by: string }>(
        url,
        `select locked_by from graphile_worker.jobs where task_identifier = 'T1:tell' order by id`,
      );
    const before = await locks();
    expect(before).toEqual([{ locked_by: expect.any(String) }]);

    const say = sayAtOnce();
    const next = openProcess(url, say);
    await next.work();
    expect(await locks()).toEqual(before);

    release();
    const said = async () => (await next.ports.store.read.messages.find('T1', 'news'))?.ts;
    await expect.poll(said, patience).toBe('1.2');
    expect(sayLiving).toHaveBeenCalledTimes(1);
    expect(say).not.toHaveBeenCalled();
  });
});

describe('the background work when PostgreSQL goes away', { timeout: 180_000 }, () => {
  it('continues when it is back, including the job that was under way, and stops in order', async () => {
    const place = join(await mkdtemp(join(tmpdir(), 'gavel-jobs-')), 'postgres');
    onTestFinished(() => rm(join(place, '..'), { recursive: true, force: true, maxRetries: 5 }));
    const first = await startEmbeddedPostgres(place, ['fsync=off']);
    onTestFinished(() => first.stop());
    const url = new URL(first.url);
    const db = openDatabase(openPool(url.href, () => undefined));
    await migrate(db);
    await db.destroy();

    const { say, begun, release } = holdBack();
    const { pool, ports, work, close } = openProcess(url.href, say);
    await migrateJobs(pool);
    const worker = await work();
    await vi.waitFor(() => expect(worker.isRunning()).toBe(true), patience);
    await ports.store.read.messages.write(makeMessage('under way'), new Date());
    await begun;

    await first.stop();
    await vi.waitFor(() => expect(worker.isRunning()).toBe(false), patience);
    release();
    const second = await startEmbeddedPostgres(place, ['fsync=off', `port=${url.port}`]);
    onTestFinished(() => second.stop());

    await vi.waitFor(() => expect(worker.isRunning()).toBe(true), patience);
    await ports.store.read.messages.write(makeMessage('afterwards'), new Date());
    const said = async (key: string) => (await ports.store.read.messages.find('T1', key))?.ts;
    await expect.poll(() => said('afterwards'), patience).toBe('1.2');
    await expect.poll(() => said('under way'), patience).toBe('1.2');
    await expect.poll(() => query(url.href, 'select from graphile_worker.jobs'), patience).toEqual([]);
    await close();
    expect(pool.totalCount).toBe(0);
  });

  it('costs a job that was under way one attempt each time', async () => {
    const postgres = await startOwnPostgres();
    const gates: PromiseWithResolvers<void>[] = [];
    const say = vi.fn<Say>(async () => {
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      await gate.promise;
      return '1.2';
    });
    const { pool, ports, work } = openProcess(postgres.url, say);
    const db = openDatabase(openPool(postgres.url, () => undefined));
    await migrate(db);
    await db.destroy();
    await migrateJobs(pool);
    await work();
    await ports.store.read.messages.write(makeMessage('news'), new Date());
    for (const outage of [1, 2]) {
      await expect.poll(() => gates.length, patience).toBe(outage);
      await postgres.stop();
      gates.at(-1)?.resolve();
      await postgres.comeBack();
    }
    await expect.poll(() => gates.length, patience).toBe(3);
    const find = () =>
      query(postgres.url, `select attempts from graphile_worker.jobs where task_identifier = 'T1:tell'`);
    expect(await find()).toEqual([{ attempts: 3 }]);
    gates.at(-1)?.resolve();
    await expect.poll(find, patience).toEqual([]);
  });
});
