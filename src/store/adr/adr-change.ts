import { type SqlBool, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { AdrHappening } from '../../decision/digest/digest.ts';
import type { SeenAdrEvent, SharedNumber } from '../../workflow/ports/archive/adr-index.ts';
import type { Handle } from '../handle.ts';
import { toAdrHappening } from './adr-rows.ts';

/** Whether `publication` is in git as the file of a row of `adr`, under any alias. */
const isFileOf = (adr: string) => sql<SqlBool>`(
  publication.team_id = ${sql.ref(`${adr}.team_id`)}
  and publication.archive = ${sql.ref(`${adr}.archive`)}
  and publication.file_name = ${sql.ref(`${adr}.file_name`)}
  and publication.pushed_at is not null)`;

/** The file comes from our own publication. */
const isOurs = sql<SqlBool>`((select true from publication where ${isFileOf('adr')} limit 1) is true)`;

/** The status was changed by the commit that added the file of a decision bound to this ADR. */
const isOurDoing = sql<SqlBool>`((
  select true from decision
    join publication on publication.team_id = decision.team_id and publication.decision_id = decision.id
  where decision.team_id = adr.team_id
    and decision.bond is not null and (decision.bond ->> 'adrId')::bigint = adr.id
    and (
      select true from adr as file where ${isFileOf('file')} and (
        select true from adr_event as coming
        where coming.team_id = file.team_id and coming.adr_id = file.id and coming.kind = 'added' and coming.commit = adr_event.commit
        limit 1
      )
      limit 1
    )
  limit 1) is true)`;

/** What others did in git after `from` and until `to`, in order. */
export async function findAdrChanges(
  { db, teamId }: Handle,
  archive: string,
  from: Date,
  to: Date,
): Promise<AdrHappening[]> {
  const rows = await db
    .selectFrom('adr_event')
    // Each by its key, which `limit` ensures: joined otherwise, the whole index is read for a few events.
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('adr')
          .selectAll()
          .whereRef('adr.team_id', '=', 'adr_event.team_id')
          .whereRef('adr.id', '=', 'adr_event.adr_id')
          .limit(1)
          .as('adr'),
      (join) => join.onTrue(),
    )
    .where('adr_event.team_id', '=', teamId)
    .where('adr.archive', '=', archive)
    .where('adr_event.at', '>', from)
    .where('adr_event.at', '<=', to)
    .where((is) =>
      is.or([
        is.and([is('adr_event.kind', '=', 'added'), is.not(isOurs)]),
        is.and([is('adr_event.kind', '=', 'status'), is.not(isOurDoing)]),
        is('adr_event.kind', 'in', ['renamed', 'removed', 'returned']),
      ]),
    )
    .orderBy('adr_event.at')
    .orderBy('adr_event.id')
    .select(['adr.id', 'adr.number', 'adr.title', 'adr.file_name'])
    .select(['adr_event.kind', 'adr_event.before', 'adr_event.after', 'adr_event.commit'])
    .modifyFront(prepared('find changes of adrs'))
    .execute();
  return rows.flatMap(toAdrHappening);
}

/** When something happened in an archive: after `after` and until `until`. */
interface Period {
  readonly after: Date;
  readonly until: Date;
}

/** The numbers that several files of one series in the branch share; with a period, only numbers of ADRs that changed in it. */
export async function findSharedNumbers(
  { db, teamId }: Handle,
  archive: string,
  period?: Period,
): Promise<SharedNumber[]> {
  const series = sql`case when (
    select counts_by_area from archive where team_id = ${teamId} and archive = ${archive}
  ) then adr.area else '' end`;
  const isIn = sql`adr.team_id = ${teamId} and adr.archive = ${archive} and adr.removed_at is null`;
  // All of them in one pass: with a subquery, PostgreSQL counts them again for each while a fresh table has no
  // statistics. A few of them by the index.
  const shared =
    period === undefined
      ? sql`
        select * from (select adr.*, count(*) over (partition by number, ${series}) as times from adr where ${isIn}) as counted
        where times > 1 and number is not null`
      : sql`
        select adr.* from (
          select distinct number from adr_event, lateral (
            select * from adr where team_id = adr_event.team_id and id = adr_event.adr_id limit 1
          ) as adr
          where adr_event.team_id = ${teamId} and at > ${period.after} and at <= ${period.until} and ${isIn}
        ) as touched, lateral (select * from adr where adr.number = touched.number and ${isIn} offset 0) as adr
        where (
          select count(*) from (
            select from adr as other
            where other.team_id = ${teamId} and other.archive = ${archive} and other.removed_at is null
              and other.number = touched.number
            limit 2
          ) as two
        ) > 1`;
  const { rows } = await sql<{
    number: number;
    file_names: string[];
    decision_ids: (string | null)[];
    since: Date | null;
  }>`
    ${prepared(period === undefined ? 'find shared numbers' : 'find numbers shared lately')}
    select number,
      array_agg(file_name order by file_name collate "C") as file_names,
      array_agg((
        select decision_id::text from publication where ${isFileOf('adr')} order by pushed_at desc limit 1
      ) order by file_name collate "C") as decision_ids,
      max((
        select max(at) from adr_event
        where team_id = adr.team_id and adr_id = adr.id and kind in ('added', 'renamed', 'returned')
      )) as since
    from (${shared}) as adr
    group by number, ${series}
    having count(*) > 1
    order by number, min(file_name collate "C")`.execute(db);
  return rows.map(({ number, file_names, decision_ids, since }) => ({
    number,
    files: file_names.map((fileName, index) => ({ fileName, decisionId: decision_ids[index] ?? undefined })),
    since: since ?? undefined,
  }));
}

/** The latest things that happened to an ADR in git, in order: at most `most`. */
export async function findAdrEvents({ db, teamId }: Handle, adrId: number, most: number): Promise<SeenAdrEvent[]> {
  const rows = await db
    .selectFrom('adr_event')
    .select(['kind', 'before', 'after', 'at', 'commit'])
    .where('team_id', '=', teamId)
    .where('adr_id', '=', adrId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.reverse().map(({ kind, at, before, after, commit }) => ({
    ...{ kind, at, before: before ?? undefined, after: after ?? undefined, commit: commit ?? undefined },
  }));
}
