import { once } from 'node:events';
import pg from 'pg';
import { expect, it } from 'vitest';
import { StartError } from '../../src/workflow/ports/start-error.ts';
import { describeWithPgBouncer, startPgBouncer } from '../support/pgbouncer.ts';
import { freshDatabase } from '../support/postgres.ts';
import { holdBack, makeMessage, openProcess, patience, query, sayAtOnce, startStuckProcess } from './workshop.ts';

/** A database, directly and through a PgBouncer that hands out a few connections, one transaction at a time. */
async function openScene(connections = 3) {
  const direct = await freshDatabase();
  const bouncer = await startPgBouncer(direct, { pool_mode: 'transaction', default_pool_size: connections });
  return { direct, bouncer };
}

/** The advisory locks that are held in a database. */
function findClaims(url: string) {
  const here = 'select oid from pg_database where datname = current_database()';
  return query(url, `select from pg_locks where locktype = 'advisory' and database = (${here})`);
}

/** Waits until PostgreSQL has ended a transaction that was idle for as long as it may be. */
async function isEnded(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  client.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  await client.query('begin');
  await ended;
}

describeWithPgBouncer('the background work, through PgBouncer in transaction mode,', () => {
  it('frees the jobs of a process that was killed at once', async () => {
    const { direct, bouncer } = await openScene();
    const say = sayAtOnce();
    const next = openProcess(bouncer.url, say);
    await next.ports.store.read.messages.write(makeMessage('news'), new Date());
    const { child } = await startStuckProcess(bouncer.url);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => findClaims(direct), patience).toEqual([]);

    await next.work();
    await expect
      .poll(async () => (await next.ports.store.read.messages.find('T1', 'news'))?.ts, patience)
      .toBe('said news');
  });

  it('leaves the jobs of a living process alone, however long its database is silent', async () => {
    const { direct, bouncer } = await openScene(4);
    await query(
      direct,
      `do $$ begin execute format(
      'alter database %I set idle_in_transaction_session_timeout = 200', current_database()); end $$`,
    );
    const { say: sayLiving, begun, release } = holdBack();
    const living = openProcess(bouncer.url, sayLiving);
    const worker = await living.work();
    await living.ports.store.read.messages.write(makeMessage('news'), new Date());
    await begun;
    await isEnded(bouncer.url);
    expect(worker.isRunning()).toBe(true);

    const say = sayAtOnce();
    const next = openProcess(bouncer.url, say);
    await next.work();
    release();
    await expect.poll(async () => (await next.ports.store.read.messages.find('T1', 'news'))?.ts, patience).toBe('1.2');
    expect(say).not.toHaveBeenCalled();
    expect(living.warnings).toEqual([]);
  });

  it('leaves nothing behind in sessions that others use too', async () => {
    const { direct, bouncer } = await openScene();
    const { ports, work, close } = openProcess(bouncer.url, sayAtOnce());
    await work();
    await ports.store.read.messages.write(makeMessage('news'), new Date());
    await expect.poll(async () => (await ports.store.read.messages.find('T1', 'news'))?.ts, patience).toBe('said news');
    await close();
    await expect.poll(() => findClaims(direct), patience).toEqual([]);
    // A listener is told about each new job, and PgBouncer finds nobody to pass it on to.
    await query(direct, `notify "jobs:insert", '{}'`);
    const [session] = await query(
      bouncer.url,
      `select current_setting('statement_timeout') as limit, (select count(*)::int from pg_prepared_statements) as prepared,
        (select count(*)::int from pg_listening_channels()) as channels`,
    );
    expect(session).toEqual({ limit: '0', prepared: 0, channels: 0 });
    expect(bouncer.said()).not.toMatch(/WARNING|ERROR/);
  });

  it('does not start when there is only one connection for everything', async () => {
    const { bouncer } = await openScene(1);
    const { work } = openProcess(bouncer.url, sayAtOnce());
    await expect(work()).rejects.toThrow(new StartError({ code: 'one connection only', seconds: 5 }));
  });
});
