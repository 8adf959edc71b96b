import { type Kysely, sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import type { Database } from '../../db/schema.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/workflow/ports/store.ts';
import { testPlace } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';

/** The workflow's clock in these tests. */
export const now = new Date('2026-03-02T10:00:00Z');

/** A time some seconds after (or before) `now`. */
export function after(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

/** A job that waits or runs. */
interface FoundJob {
  readonly key: string;
  /** How long it waits from now on, by the database's clock; not positive when it is due. */
  readonly waitsSeconds: number;
  readonly attempts: number;
  /** How often it was asked for again while it waited. */
  readonly revision: number;
}

/** What is to be done about a card. */
interface FoundMark {
  readonly decisionId: string;
  readonly task: string;
  readonly urgency: number;
  readonly since: Date;
  readonly isTaken: boolean;
  readonly isRenewed: boolean;
}

interface Workshop {
  readonly url: string;
  readonly db: Kysely<Database>;
  readonly store: Store;
  /** The store of another workspace, T2, in the same database. */
  readonly neighbor: Store;
  findJobs(): Promise<FoundJob[]>;
  findMarks(): Promise<FoundMark[]>;
}

/** A store on a database, of its own unless told otherwise; it is closed with the test. */
export async function openWorkshop(address?: string): Promise<Workshop> {
  const url = address ?? (await freshDatabase());
  const db = openDatabase(openPool(url, () => undefined));
  onTestFinished(() => db.destroy());
  const findJobs = async () => {
    const { rows } = await sql<FoundJob>`
      select regexp_replace(key, '^T1:([0-9a-f]{12}:)?', '') as key, attempts, revision, extract(epoch from run_at - now())::float as "waitsSeconds"
      from graphile_worker.jobs order by id`.execute(db);
    return rows;
  };
  const findMarks = async () => {
    const { rows } = await sql<FoundMark>`
      select decision_id as "decisionId", task, urgency, since, taken_by is not null as "isTaken",
        is_renewed as "isRenewed"
      from card_mark order by urgency, since, decision_id, task`.execute(db);
    return rows;
  };
  const storeOf = (teamId: string) => openStore(db, () => now, { ...testPlace, teamId });
  return { url, db, store: storeOf(testPlace.teamId), neighbor: storeOf('T2'), findJobs, findMarks };
}
