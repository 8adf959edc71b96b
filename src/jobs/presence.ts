import type pg from 'pg';

const claim = `pg_advisory_lock(hashtext('gavel worker'), hashtext($1))`;
const tryClaim = `pg_try_advisory_xact_lock(hashtext('gavel worker'), hashtext($1))`;

/**
 * Tells living workers from dead ones. Graphile Worker leaves the jobs of a process that was killed locked for four
 * hours; here a pool of workers holds an advisory lock, on a connection of its own, for as long as it lives. Whoever
 * comes next can tell that nobody is at those jobs, and free them at once.
 */
export class Presence {
  /** Resolves when the claim is lost, with its connection: others may free our jobs from now on. */
  readonly lost: Promise<void>;
  readonly #lose: () => void;
  readonly #pool: pg.Pool;
  #claim: Promise<() => void> | undefined;

  constructor(pool: pg.Pool) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.lost = promise;
    this.#lose = resolve;
    this.#pool = pool;
  }

  /** Declares a pool of workers alive, before it takes up its first job; each of its workers may ask for it. */
  async declare(workerPoolId: string): Promise<void> {
    this.#claim ??= this.#hold(workerPoolId);
    await this.#claim;
  }

  /** Gives the claim back. */
  async end(): Promise<void> {
    const letGo = await this.#claim?.catch(() => undefined);
    letGo?.();
  }

  async #hold(workerPoolId: string): Promise<() => void> {
    try {
      const client = await this.#pool.connect();
      let isHeld = true;
      const letGo = () => {
        // A connection that broke keeps its place in the pool until it is released.
        if (isHeld) client.release(true);
        isHeld = false;
        this.#lose();
      };
      client.on('error', letGo);
      await client.query(`select ${claim}`, [workerPoolId]).catch((error) => {
        letGo();
        throw error;
      });
      return letGo;
    } catch (error) {
      this.#lose();
      throw error;
    }
  }
}

/** Frees the jobs of workers that are gone. */
export async function freeOrphans(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>(
    'select distinct locked_by from graphile_worker.jobs where locked_by is not null',
  );
  for (const { locked_by: workerPoolId } of rows) {
    // The lock is given back with the transaction; holding it means that those workers are gone.
    await pool.query(`select graphile_worker.force_unlock_workers(array[$1::text]) where ${tryClaim}`, [workerPoolId]);
  }
}
