import type { Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** A row that is read from a table. */
export type Row<Table extends keyof Database> = Selectable<Database[Table]>;
