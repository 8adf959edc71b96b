import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../workflow/ports/start-error.ts';

const lockOf = `hashtext('gavel worker'), hashtext($1)`;

/** In seconds; a pooler that has connections to spare gives one in milliseconds. */
const patience = 5;

/** The connections to the database. */
export interface Connections extends pg.Pool {
  /** Whether a connection goes through a pooler, which may give each transaction another session. */
  sharesSession(client: pg.PoolClient): boolean;
}

/**
 * Tells living workers from dead ones. Graphile Worker leaves the jobs of a process that was killed locked for four
 * hours; here a pool of workers holds an advisory lock, on a connection of its own, for as long as it lives. Whoever
 * comes next can tell that nobody is at those jobs, and free them at once.
 */
export class Presence {
  /** Resolves when the connection is gone: others may free our jobs from now on. */
  readonly lost: Promise<void>;
  /** Whether the connection goes through a pooler. */
  readonly sharesSession: boolean;
  readonly #client: pg.PoolClient;
  readonly #lose: () => void;
  #claim: Promise<unknown> | undefined;
  #isHeld = true;

  private constructor(client: pg.PoolClient, sharesSession: boolean) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.lost = promise;
    this.#lose = resolve;
    this.#client = client;
    this.sharesSession = sharesSession;
    client.on('error', () => this.end());
  }

  /** Takes the connection. Throws when the database can't be reached, or has no other for us. */
  static async open(pool: Connections): Promise<Presence> {
    const client = await pool.connect();
    const presence = new Presence(client, pool.sharesSession(client));
    await presence.#keepSession(pool).catch((error) => {
      presence.end();
      throw error;
    });
    return presence;
  }

  /** Declares a pool of workers alive, before it takes up its first job; each of its workers may ask for it. */
  async declare(workerPoolId: string): Promise<void> {
    const lock = this.sharesSession ? 'pg_advisory_xact_lock' : 'pg_advisory_lock';
    this.#claim ??= this.#client.query(`select ${lock}(${lockOf})`, [workerPoolId]).catch((error) => {
      this.end();
      throw error;
    });
    await this.#claim;
  }

  /** Gives the claim back, with the connection. */
  end(): void {
    // A connection that broke keeps its place in the pool until it is released.
    if (this.#isHeld) this.#client.release(true);
    this.#isHeld = false;
    this.#lose();
  }

  /** Through a pooler we have a session for as long as a transaction lasts: one that does nothing, however long it lasts. */
  async #keepSession(pool: pg.Pool): Promise<void> {
    if (!this.sharesSession) return;
    await this.#client.query('begin');
    await this.#client.query(`select set_config(name, '0', true) from pg_settings
      where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')`);
    if (!(await hasAnother(pool))) throw new StartError({ code: 'one connection only', seconds: patience });
  }
}

/** Whether there is a connection beside the one that we keep; without it, everything would wait for ever. */
async function hasAnother(pool: pg.Pool): Promise<boolean> {
  const hurry = new AbortController();
  const answer = pool.query('select 1').then(() => true);
  return Promise.race([answer, sleep(patience * 1_000, false, { signal: hurry.signal })]).finally(() => hurry.abort());
}

/**
 * Frees the jobs of a workspace whose workers are gone, also those under the plain names that earlier versions gave
 * them. Workers of other programs, if they share these tables, declare no presence.
 */
export async function freeOrphans(pool: pg.Pool, teamId: string, plainNames: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_by is not null and (split_part(task_identifier, ':', 1) = $1 or task_identifier = any($2))`,
    [teamId, plainNames],
  );
  for (const { locked_by: workerPoolId } of rows) {
    // The lock is given back with the transaction; holding it means that those workers are gone.
    await pool.query(
      `select graphile_worker.force_unlock_workers(array[$1::text]) where pg_try_advisory_xact_lock(${lockOf})`,
      [workerPoolId],
    );
  }
}
