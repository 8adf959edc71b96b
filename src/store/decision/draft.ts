import type { Draft } from '../../workflow/ports/records/forms.ts';
import type { Handle } from '../handle.ts';
import { toDraft } from '../rows.ts';

/** Keeps somebody's own draft, unless a later look at it is known already or it has ended. */
export async function saveDraft({ db, teamId }: Handle, draft: Draft): Promise<void> {
  const form = JSON.stringify(draft.form);
  const row = { team_id: teamId, id: draft.id, channel_id: draft.channelId, user_id: draft.userId, form };
  await db
    .insertInto('draft')
    .values({ ...row, started_at: draft.savedAt, saved_at: draft.savedAt, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['team_id', 'id'])
        .doUpdateSet({ form, saved_at: draft.savedAt })
        .where('draft.ended_at', 'is', null)
        .where('draft.saved_at', '<=', draft.savedAt)
        .where('draft.user_id', '=', draft.userId),
    )
    .execute();
}

export async function findDraft({ db, teamId }: Handle, id: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toDraft(row);
}

/**
 * The newest draft of a person in a channel that was neither submitted nor put aside. A last letter may be saved after
 * the form was submitted, so a draft that has become a decision is told by that.
 */
export async function findUnfinishedDraft(
  { db, teamId }: Handle,
  where: Pick<Draft, 'teamId' | 'channelId' | 'userId'>,
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('user_id', '=', where.userId)
    .where('channel_id', '=', where.channelId)
    .where('ended_at', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('decision')
            .whereRef('decision.team_id', '=', 'draft.team_id')
            .whereRef('decision.id', '=', 'draft.id'),
        ),
      ),
    )
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toDraft(row);
}

export async function endDraft({ db, teamId }: Handle, id: string, at: Date): Promise<void> {
  await db
    .updateTable('draft')
    .set({ ended_at: at })
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
