import { sql } from 'kysely';
import type { Day } from '../../decision/time/day.ts';
import type { AskedRevisit, NoteReview, RevisitSubject } from '../../workflow/ports/records/revisits.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';
import { storable } from '../storable.ts';

function toRevisit(row: Row<'revisit'>): AskedRevisit {
  const { answered_by: by, answered_at: at } = row;
  return {
    id: row.id,
    teamId: row.team_id,
    subject: row.decision_id === null ? { adrId: row.adr_id ?? 0 } : { decisionId: row.decision_id },
    archive: row.archive,
    channelIds: row.channel_ids,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    remindedAt: row.reminded_at ?? undefined,
    answer: by === null || at === null ? undefined : { by, at, note: row.note ?? '', next: row.next_on ?? undefined },
    noted: row.noted ?? undefined,
    review: (row.review as NoteReview | null) ?? undefined,
  };
}

function toColumns(asked: AskedRevisit) {
  const { subject, channelIds, remindedAt, answer, noted, review } = asked;
  return {
    ...subjectColumns(subject),
    ...{ archive: asked.archive, channel_ids: [...channelIds], due_on: asked.dueOn, asked_at: asked.askedAt },
    ...{ reminded_at: remindedAt ?? null, answered_by: answer?.by ?? null, answered_at: answer?.at ?? null },
    ...{ note: answer?.note ?? null, next_on: answer?.next ?? null, noted: noted ?? null },
    review: review === undefined ? null : JSON.stringify(review),
  };
}

function subjectColumns(subject: RevisitSubject) {
  return 'decisionId' in subject
    ? { decision_id: subject.decisionId, adr_id: null }
    : { decision_id: null, adr_id: subject.adrId };
}

/** Who proposed a decision, and who decided it: they don't change once it is accepted. Nobody for an ADR of others. */
function whomItConcerns({ teamId }: Handle, subject: RevisitSubject) {
  if ('adrId' in subject) return sql<string[]>`'{}'::text[]`;
  const { decisionId } = subject;
  return sql<string[]>`array(
    select proposer_id from decision where team_id = ${teamId} and id = ${decisionId}
    union
    select unnest(named_deciders) from decision
    where team_id = ${teamId} and id = ${decisionId} and voting_opened_at is null
    union
    select user_id from decider
    where team_id = ${teamId} and decision_id = ${decisionId} and excluded is null and gone is null
      and round = (select round from decision where team_id = ${teamId} and id = ${decisionId})
  )`;
}

/** Records that a question is asked; returns the one that was there before, if there was one. */
export async function askRevisit(handle: Handle, asked: AskedRevisit): Promise<AskedRevisit | undefined> {
  const made = await handle.db
    .insertInto('revisit')
    .values({
      team_id: handle.teamId,
      id: asked.id,
      ...toColumns(asked),
      user_ids: whomItConcerns(handle, asked.subject),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) return undefined;
  const { decision_id, adr_id } = subjectColumns(asked.subject);
  const found = selectAll(handle).where('due_on', '=', asked.dueOn);
  const row = await (decision_id === null
    ? found.where('adr_id', '=', adr_id)
    : found.where('decision_id', '=', decision_id)
  ).executeTakeFirst();
  return row && toRevisit(row);
}

const selectAll = ({ db, teamId }: Handle) => db.selectFrom('revisit').selectAll().where('team_id', '=', teamId);

export async function findRevisit(handle: Handle, id: string): Promise<AskedRevisit | undefined> {
  const row = await selectAll(handle).where('id', '=', id).executeTakeFirst();
  return row && toRevisit(row);
}

/** All questions about a decision or an ADR, in the order of their days. */
export async function findRevisitsAbout(handle: Handle, subject: RevisitSubject): Promise<AskedRevisit[]> {
  const found = selectAll(handle).orderBy('due_on');
  const rows = await ('decisionId' in subject
    ? found.where('decision_id', '=', subject.decisionId)
    : found.where('adr_id', '=', subject.adrId)
  ).execute();
  return rows.map(toRevisit);
}

/** Keeps others from changing it until the transaction ends. */
export async function lockRevisit(handle: Handle, id: string): Promise<AskedRevisit | undefined> {
  const row = await selectAll(handle).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toRevisit(row);
}

export async function saveRevisit({ db, teamId }: Handle, asked: AskedRevisit): Promise<void> {
  await db
    .updateTable('revisit')
    .set(toColumns(asked))
    .where('team_id', '=', teamId)
    .where('id', '=', asked.id)
    .execute();
}

/** Notes that are on their way into git, with the archives that they are for. */
export async function findUnnoted({ db, teamId }: Handle): Promise<{ id: string; archive: string }[]> {
  const { rows } = await sql<{ id: string; archive: string }>`
    select id, archive from revisit where team_id = ${teamId} and noted in ('not yet', 'in review')`.execute(db);
  return rows;
}

/** Notes in an archive whose reviews are open, or closed but still looked at: the one of a branch, or all. */
export async function findNotesInReview(
  { db, teamId }: Handle,
  archive: string,
  branch: string | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from revisit where team_id = ${teamId} and noted in ('in review', 'closed') and archive = ${archive}
      and (${branch === undefined} or review ->> 'branch' = ${storable(branch ?? '')})`.execute(db);
  return rows.map(({ id }) => id);
}

/** Accepted decisions whose day to look again is one of these, and about which nobody has been asked. */
export async function findUnasked(
  { db, teamId }: Handle,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<{ id: string; on: Day; timeZone: string }[]> {
  const { rows } = await sql<{ id: string; on: Day; timeZone: string }>`
    select id, revisit_on as "on", time_zone as "timeZone" from decision
    where team_id = ${teamId} and revisit_on between ${from} and ${to} and status = 'accepted'
      and (
        select true from revisit
        where team_id = decision.team_id and decision_id = decision.id and due_on = decision.revisit_on limit 1
      ) is null`.execute(db);
  return rows;
}
