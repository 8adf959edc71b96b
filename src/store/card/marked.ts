import { type Kysely, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Database } from '../../../db/schema.ts';

/** Which of these workspaces have marked cards: a process asks once for all that it serves. */
export async function findMarkedWorkspaces(db: Kysely<Database>, teamIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ team_id: string }>`
    ${prepared('find marked workspaces')}
    select wanted.team_id from unnest(${teamIds}::text[]) as wanted (team_id)
    where exists (select from card_mark where card_mark.team_id = wanted.team_id)`.execute(db);
  return rows.map(({ team_id: teamId }) => teamId);
}
