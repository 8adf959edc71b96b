import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FoundInstallation, Installation, Installations } from '../../workflow/ports/installations.ts';
import { type SecretKey, seal, unseal } from './seal.ts';

/**
 * The installations in the database. The first key seals, and any of them may open. Each token is sealed for its
 * workspace, so it opens in no other row.
 */
export function openInstallations(db: Kysely<Database>, keys: readonly [SecretKey, ...SecretKey[]]): Installations {
  const [first] = keys;

  const read = (row: Selectable<Database['installation']>): FoundInstallation => {
    const { team_id: teamId, key_id: keyId } = row;
    const facts = {
      teamId,
      botUserId: row.bot_user_id,
      apiUrl: row.api_url ?? undefined,
      installedAt: row.installed_at,
    };
    const opened = unseal(row.sealed_token, { keys, keyId, purpose: teamId });
    return opened.trouble === undefined
      ? { ...facts, trouble: undefined, botToken: opened.secret }
      : { ...facts, trouble: opened.trouble, keyId };
  };

  return {
    list: async () => {
      const rows = await db
        .selectFrom('installation')
        .selectAll()
        .where('revoked_at', 'is', null)
        .orderBy('team_id')
        .execute();
      return rows.map(read);
    },
    save: async ({ teamId, botUserId, botToken, apiUrl, installedAt }: Installation) => {
      const sealed_token = seal(botToken, first, teamId);
      const facts = { bot_user_id: botUserId, key_id: first.id, sealed_token, api_url: apiUrl ?? null };
      const row = { ...facts, installed_at: installedAt, revoked_at: null };
      await db
        .insertInto('installation')
        .values({ team_id: teamId, ...row })
        .onConflict((clash) => clash.column('team_id').doUpdateSet(row))
        .execute();
    },
    revoke: async (teamId, at) => {
      const forgotten = Buffer.alloc(0);
      await db
        .updateTable('installation')
        .set({ revoked_at: at, sealed_token: forgotten })
        .where('team_id', '=', teamId)
        .execute();
    },
    sealAnew: async () => {
      const old = await db
        .selectFrom('installation')
        .selectAll()
        .where('key_id', '!=', first.id)
        .where('revoked_at', 'is', null)
        .execute();
      let count = 0;
      for (const row of old) {
        const found = read(row);
        if (found.trouble !== undefined) continue;
        const { team_id: teamId, key_id: keyId, sealed_token: before } = row;
        const { numUpdatedRows } = await db
          .updateTable('installation')
          .set({ key_id: first.id, sealed_token: seal(found.botToken, first, teamId) })
          .where('team_id', '=', teamId)
          // Somebody may have reinstalled it in the meantime.
          .where('key_id', '=', keyId)
          .where('sealed_token', '=', before)
          .executeTakeFirstOrThrow();
        count += Number(numUpdatedRows);
      }
      return count;
    },
  };
}
