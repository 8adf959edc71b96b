import type { Actor } from '../../workflow/ports/actor.ts';
import type { PersonalToken } from '../../workflow/ports/records/tokens.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';

/** How many tokens of a person are listed at most. */
const mostListed = 50;

function toToken(row: Row<'personal_token'>): PersonalToken {
  return {
    id: row.id,
    teamId: row.team_id,
    userId: row.user_id,
    secretHash: row.secret_hash,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at ?? undefined,
  };
}

/** Adds a personal token. */
export async function addToken({ db, teamId }: Handle, token: PersonalToken): Promise<void> {
  await db
    .insertInto('personal_token')
    .values({
      ...{ team_id: teamId, id: token.id, user_id: token.userId, secret_hash: token.secretHash },
      ...{ made_at: token.madeAt, expires_at: token.expiresAt, revoked_at: token.revokedAt ?? null },
    })
    .execute();
}

/** The personal token with this id, whatever became of it. */
export async function findToken({ db, teamId }: Handle, id: string): Promise<PersonalToken | undefined> {
  const row = await db
    .selectFrom('personal_token')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toToken(row);
}

/** The tokens of a person that are neither revoked nor expired, newest first. */
export async function listLiveTokens(
  { db, teamId }: Handle,
  { userId }: Actor,
  at: Date,
): Promise<readonly PersonalToken[]> {
  const rows = await db
    .selectFrom('personal_token')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return rows.map(toToken);
}

/** Revokes a person's own token. */
export async function revokeToken({ db, teamId }: Handle, { userId }: Actor, id: string, at: Date): Promise<void> {
  await db
    .updateTable('personal_token')
    .set({ revoked_at: at })
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();
}
