import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../workflow/ports/start-error.ts';

const lockOf = `hashtext('gavel worker'), hashtext($1)`;

/** In seconds; a pooler with connections to spare provides one in milliseconds. */
const patience = 5;

/** The connections to the database. */
export interface Connections extends pg.Pool {
  /** Whether a connection goes through a pooler, which may give each transaction another session. */
  sharesSession(client: pg.PoolClient): boolean;
}

/**
 * Tells living workers from dead ones. Graphile Worker leaves the jobs of a killed process locked for four hours. Here
 * a pool of workers holds an advisory lock, on a connection of its own, for as long as it lives. Its successor can then
 * tell that nobody is working on those jobs, and free them at once.
 */
export class Presence {
  /** Resolves when the connection is gone, from when on others may free our jobs. */
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

  /** Takes the connection. Throws when the database can't be reached, or has no second connection for us. */
  static async open(pool: Connections): Promise<Presence> {
    const client = await pool.connect();
    const presence = new Presence(client, pool.sharesSession(client));
    await presence.#keepSession(pool).catch((error) => {
      presence.end();
      throw error;
    });
    return presence;
  }

  /** Declares a pool of workers alive, before it takes its first job; each of its workers may ask for it. */
  async declare(workerPoolId: string): Promise<void> {
    const lock = this.sharesSession ? 'pg_advisory_xact_lock' : 'pg_advisory_lock';
    this.#claim ??= this.#client.query(`select ${lock}(${lockOf})`, [workerPoolId]).catch((error) => {
      this.end();
      throw error;
    });
    await this.#claim;
  }

  /** Releases the claim, together with the connection. */
  end(): void {
    // A connection that broke keeps its place in the pool until it is released.
    if (this.#isHeld) this.#client.release(true);
    this.#isHeld = false;
    this.#lose();
  }

  /**
   * Through a pooler, we have a session only for the length of a transaction, so this one does nothing and stays open.
   */
  async #keepSession(pool: pg.Pool): Promise<void> {
    if (!this.sharesSession) return;
    await this.#client.query('begin');
    await this.#client.query(`select set_config(name, '0', true) from pg_settings
      where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')`);
    if (!(await hasAnother(pool))) throw new StartError({ code: 'one connection only', seconds: patience });
  }
}

/** Whether there is a second connection besides the one that we keep; without it, everything would wait forever. */
async function hasAnother(pool: pg.Pool): Promise<boolean> {
  const hurry = new AbortController();
  const answer = pool.query('select 1').then(() => true);
  return Promise.race([answer, sleep(patience * 1_000, false, { signal: hurry.signal })]).finally(() => hurry.abort());
}

/**
 * Frees a workspace's jobs whose workers are gone, including those under the plain names that earlier versions gave
 * them. Workers of other programs that share these tables declare no presence.
 */
export async function freeOrphans(pool: pg.Pool, teamId: string, plainNames: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_by is not null and (split_part(task_identifier, ':', 1) = $1 or task_identifier = any($2))`,
    [teamId, plainNames],
  );
  for (const { locked_by: workerPoolId } of rows) {
    // The transaction releases the lock. Getting it means that those workers are gone.
    await pool.query(
      `select graphile_worker.force_unlock_workers(array[$1::text]) where pg_try_advisory_xact_lock(${lockOf})`,
      [workerPoolId],
    );
  }
}
