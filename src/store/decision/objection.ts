import { sql } from 'kysely';
import type { Decision } from '../../decision/decision.ts';
import type { Handle } from '../handle.ts';
import { fromObjection } from './decision-rows.ts';

/** Adds new objections, and records once what became of each. */
export async function saveObjections({ db }: Handle, decision: Decision): Promise<void> {
  if (decision.objections.length === 0) return;
  const rows = decision.objections.map((objection) => fromObjection(decision, objection));
  // One parameter, however many there are (PostgreSQL: 65,535 parameters per statement).
  await sql`
    insert into objection select * from json_populate_recordset(null::objection, ${JSON.stringify(rows)}::json)
    on conflict (team_id, id) do update set
      settled = excluded.settled, settled_by = excluded.settled_by,
      settled_reason = excluded.settled_reason, settled_at = excluded.settled_at
    where objection.settled is null`.execute(db);
}
