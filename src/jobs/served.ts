import type { Task, TaskList } from 'graphile-worker';
import type pg from 'pg';
import { catchUp } from '../workflow/follow/catch-up.ts';
import { checkPlace, type JobPlace, nameInPlace } from '../workflow/ports/jobs/job-place.ts';
import type { Jobs } from '../workflow/ports/jobs/jobs.ts';
import type { Ports } from '../workflow/ports/ports.ts';
import { freeOrphans } from './presence.ts';
import { steps, urgencies } from './steps.ts';

/** A workspace whose jobs are taken. */
export class Served {
  readonly teamId: string;
  /** What to do for each of its jobs, by their names in the table of jobs. */
  readonly tasks: TaskList;
  readonly #ports: Ports;
  readonly #underWay = new Map<object, { readonly name: string; readonly done: Promise<void> }>();
  readonly #leaving = new AbortController();

  constructor(ports: Ports) {
    this.#ports = ports;
    this.teamId = ports.chat.teamId;
    const places = ports.repositories.all.map(({ archive }) => ({ teamId: this.teamId, archive: archive.id }));
    const names = Object.keys(steps) as (keyof Jobs)[];
    const tasks = names.flatMap((name) =>
      places.map((place) => [nameInPlace(name, place), this.#taskOf(name, place)] as const),
    );
    this.tasks = Object.fromEntries(tasks);
  }

  /** The names of its jobs that are under way. */
  busyWith(): readonly string[] {
    return [...this.#underWay.values()].map(({ name }) => name);
  }

  /** Looks for what an earlier process, or an absence, may have left undone. */
  async lookAround(pool: pg.Pool): Promise<void> {
    const { store } = this.#ports;
    await freeOrphans(pool, this.teamId, Object.keys(steps));
    await removeRemains(pool, this.teamId);
    await store.transaction((records) => records.jobs.adopt());
    await catchUp(this.#ports);
  }

  /** Makes sure that the database has the workspace, then looks for work left undone. */
  async begin(pool: pg.Pool): Promise<void> {
    const { store, log, repositories } = this.#ports;
    const others = await store.claim(repositories.all.map(({ archive }) => archive.id));
    if (others.length > 0) {
      log.info({ teamId: this.teamId, others }, 'The database has a new workspace.');
    }
    await this.lookAround(pool);
  }

  /** Ends whatever takes long, and waits for everything that is under way. */
  async leave(): Promise<void> {
    this.#leaving.abort();
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
  }

  #taskOf(name: keyof Jobs, place: JobPlace): Task {
    const { log, metrics, chat } = this.#ports;
    const step = steps[name] as (ports: Ports, payload: unknown, signal: AbortSignal) => Promise<void>;
    const own = { ...this.#ports, chat: chat.withUrgency(urgencies[name]) };
    return async (payload, { abortSignal, job }) => {
      const { promise: done, resolve } = Promise.withResolvers<void>();
      this.#underWay.set(done, { name, done });
      try {
        checkPlace(name, payload as Partial<JobPlace>, place);
        await step(own, payload, AbortSignal.any([abortSignal, this.#leaving.signal]));
      } catch (error) {
        const { attempts, max_attempts: mostAttempts } = job;
        metrics.count('job failed');
        if (attempts >= mostAttempts) {
          metrics.count('job given up');
          log.error({ job: name, payload, attempts, error }, 'A job has failed too often and was given up.');
        }
        throw error;
      } finally {
        this.#underWay.delete(done);
        resolve();
      }
    };
  }
}

/**
 * Removes a workspace's jobs that were given up, or replaced while they were under way, a week later; and the recurring
 * checks that earlier versions of Gavel left among the jobs.
 */
async function removeRemains(pool: pg.Pool, teamId: string): Promise<void> {
  await pool.query(
    `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
     where locked_at is null and split_part(task_identifier, ':', 1) = $1 and (
       task_identifier = $1 || ':catch-up'
       or (attempts >= max_attempts and run_at < now() - interval '7 days')
     )`,
    [teamId],
  );
}
