import type { Decision } from '../decision/decision.ts';
import type { Handle } from './handle.ts';
import { fromObjection } from './rows.ts';

/** Adds what is new, and takes down once what became of each. */
export async function saveObjections(db: Handle, decision: Decision): Promise<void> {
  if (decision.objections.length === 0) return;
  await db
    .insertInto('objection')
    .values(decision.objections.map((objection) => fromObjection(decision, objection)))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          settled: row.ref('excluded.settled'),
          settled_by: row.ref('excluded.settled_by'),
          settled_reason: row.ref('excluded.settled_reason'),
          settled_at: row.ref('excluded.settled_at'),
        }))
        .where('objection.settled', 'is', null),
    )
    .execute();
}
