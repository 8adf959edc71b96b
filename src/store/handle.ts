import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** The database, or one transaction on it: every function of this folder takes it first. */
export type Handle = Kysely<Database>;
