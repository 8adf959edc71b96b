import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { UnfinishedForm, UnfinishedQuery } from '../../workflow/ports/records/forms.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';

// Forms from before there were sections and Markdown drafts lack them.
function toForm(stored: object): UnfinishedForm['form'] {
  const form = stored as UnfinishedForm['form'];
  const { sections = [], draft, remarks = [], bond } = form as Partial<UnfinishedForm['form']>;
  return {
    ...form,
    options: form.options.map((option) => ({ ...option, arguments: option.arguments ?? [] })),
    sections,
    draft,
    remarks,
    bond,
  };
}

function toUnfinishedForm(
  row: Pick<Row<'draft'>, 'id' | 'team_id' | 'channel_id' | 'user_id' | 'form' | 'saved_at'>,
): UnfinishedForm {
  const form = toForm(row.form);
  return {
    id: row.id,
    teamId: row.team_id,
    channelId: row.channel_id,
    userId: row.user_id,
    form,
    savedAt: row.saved_at,
  };
}

/** Saves somebody's own form, unless a later view of it is already known or it has ended. */
export async function saveForm({ db, teamId }: Handle, unfinished: UnfinishedForm): Promise<void> {
  const form = JSON.stringify(unfinished.form);
  const row = {
    team_id: teamId,
    id: unfinished.id,
    channel_id: unfinished.channelId,
    user_id: unfinished.userId,
    form,
  };
  await db
    .insertInto('draft')
    .values({ ...row, started_at: unfinished.savedAt, saved_at: unfinished.savedAt, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['team_id', 'id'])
        .doUpdateSet({ form, channel_id: unfinished.channelId, saved_at: unfinished.savedAt })
        .where('draft.ended_at', 'is', null)
        .where('draft.saved_at', '<=', unfinished.savedAt)
        .where('draft.user_id', '=', unfinished.userId),
    )
    .execute();
}

export async function findForm({ db, teamId }: Handle, id: string): Promise<UnfinishedForm | undefined> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toUnfinishedForm(row);
}

/**
 * A person's forms that were neither submitted nor put aside, newest first. A last letter may be saved after the form
 * was submitted, so a form that has become a decision is recognized by that.
 */
export async function listUnfinishedForms(
  { db, teamId }: Handle,
  { userId, channelId, id, most }: UnfinishedQuery,
): Promise<readonly UnfinishedForm[]> {
  const which = `${channelId === undefined ? '' : ' of a channel'}${id === undefined ? '' : ' by id'}`;
  const rows = await db
    .selectFrom('draft')
    .modifyFront(prepared(`list unfinished forms${which}`))
    .select(['id', 'team_id', 'channel_id', 'user_id', 'form', 'saved_at'])
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .$if(channelId !== undefined, (query) => query.where('channel_id', '=', channelId ?? ''))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
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
    .limit(most)
    .execute();
  return rows.map(toUnfinishedForm);
}

export async function endForm({ db, teamId }: Handle, id: string, at: Date): Promise<void> {
  await db
    .updateTable('draft')
    .set({ ended_at: at })
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** One transaction after the other, for one person. */
export async function takeTurn({ db, teamId }: Handle, { userId }: Actor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('gavel form'), hashtext(${`${teamId} ${userId}`}))`.execute(db);
}
