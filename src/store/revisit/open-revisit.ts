import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Day } from '../../decision/time/day.ts';
import type { OpenRevisit } from '../../workflow/ports/records/revisits.ts';
import type { Handle } from '../handle.ts';

interface OpenRow {
  readonly id: string;
  readonly decisionId: string | null;
  readonly adrId: number | null;
  readonly archive: string;
  readonly channelIds: string[];
  readonly dueOn: Day;
  readonly title: string;
  readonly number: number | null;
  readonly fileName: string | null;
  readonly cardLink: string | null;
}

/**
 * Questions that wait for an answer: see `RevisitRecords.findOpen`. Those of a person come from two indexes, which are
 * merged in the order of their days; they are looked at row by row, each by its key, which `limit` ensures.
 */
export async function findOpenRevisits(
  { db, teamId }: Handle,
  whose: { readonly userId: string } | { readonly channelId: string },
  most: number,
): Promise<OpenRevisit[]> {
  const isOfChannel = 'channelId' in whose;
  const found = (which: RawBuilder<unknown>) => sql`
    select id, decision_id, adr_id, archive, channel_ids, due_on, asked_at from revisit
    where team_id = ${teamId} and answered_at is null and ${which}`;
  const asked = isOfChannel
    ? found(sql`${whose.channelId} = any(channel_ids)`)
    : sql`${found(sql`adr_id is not null`)} union all ${found(sql`user_ids @> array[${whose.userId}]`)}`;
  const { rows } = await sql<OpenRow>`
    ${prepared(isOfChannel ? 'find open revisits of a channel' : 'find open revisits of a person')}
    select asked.id, asked.decision_id as "decisionId", asked.adr_id as "adrId", asked.archive,
      asked.channel_ids as "channelIds", asked.due_on as "dueOn", coalesce(decided.title, file.title) as title,
      coalesce(file.number, published.number) as number, coalesce(file.file_name, published.file_name) as "fileName",
      decided.card_link as "cardLink"
    from (${asked}) as asked
    left join lateral (
      select id, title, status, revisit_on, card_link from decision
      where team_id = ${teamId} and id = asked.decision_id limit 1
    ) as decided on true
    left join lateral (
      select archive, file_name, number from publication
      where team_id = ${teamId} and decision_id = asked.decision_id and pushed_at is not null limit 1
    ) as published on true
    left join lateral (
      select id from adr
      where team_id = ${teamId} and archive = published.archive and file_name = published.file_name limit 1
    ) as own on true
    left join lateral (
      select id, number, title, status, file_name, revisit_on from adr
      where team_id = ${teamId} and id = coalesce(asked.adr_id, own.id) and removed_at is null limit 1
    ) as file on true
    where (asked.adr_id is null or file.id is not null)
      and case when decided.id is null then file.revisit_on else decided.revisit_on end = asked.due_on
      and coalesce(decided.status, 'accepted') = 'accepted'
      and coalesce(file.status, 'accepted') not in ('superseded', 'deprecated', 'rejected', 'withdrawn')
      and (
        select true from decision as later
        where later.team_id = ${teamId} and later.bond is not null and (later.bond ->> 'adrId')::bigint = file.id
          and (later.status = 'proposed' or (later.status = 'accepted' and later.decided_at >= asked.asked_at))
        limit 1
      ) is null
    order by asked.due_on, asked.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    ...row,
    decisionId: row.decisionId ?? undefined,
    adrId: row.adrId ?? undefined,
    number: row.number ?? undefined,
    fileName: row.fileName ?? undefined,
    cardLink: row.cardLink ?? undefined,
  }));
}
