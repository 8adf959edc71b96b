import { clearShare } from '@gavel/adr/read/metadata/house-order.ts';
import { sql } from 'kysely';
import type {
  AdrWriting,
  ArchiveReading,
  IndexedFile,
  IndexFigures,
  Sighting,
} from '../../workflow/ports/archive/adr-index.ts';
import type { Handle } from '../handle.ts';
import { removeAdrEntries, saveAdrEntries } from '../search/entry.ts';
import { fromAdrEntry, fromAdrEvent, toArchiveReading, toIndexedFile } from './adr-rows.ts';
import { markFiles } from './publication.ts';

const unread: ArchiveReading = {
  commit: undefined,
  checkedAt: undefined,
  stoppedBy: undefined,
  adrs: 0,
  hasForeign: false,
  reader: 0,
  version: 0,
};

const selectReading = ({ db, teamId }: Handle, archive: string) =>
  db.selectFrom('archive').selectAll().where('team_id', '=', teamId).where('archive', '=', archive);

/** How far an archive has been read. */
export async function findArchiveReading(handle: Handle, archive: string): Promise<ArchiveReading> {
  const row = await selectReading(handle, archive).executeTakeFirst();
  return row ? toArchiveReading(row) : unread;
}

/** Reads how far an archive has been read, and locks its index until the transaction ends. */
export async function lockArchiveReading(handle: Handle, archive: string): Promise<ArchiveReading> {
  const { db, teamId } = handle;
  await db
    .insertInto('archive')
    .values({ team_id: teamId, archive, commit: null, checked_at: null, stopped_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return toArchiveReading(await selectReading(handle, archive).forUpdate().executeTakeFirstOrThrow());
}

/** Saves how far an archive has been read, and raises the version by one. */
export async function saveArchiveReading(
  { db, teamId }: Handle,
  archive: string,
  { commit, checkedAt, stoppedBy, adrs, reader, version }: ArchiveReading,
): Promise<void> {
  const row = {
    commit: commit ?? null,
    checked_at: checkedAt ?? null,
    stopped_by: stoppedBy ?? null,
    adrs,
    reader,
    version: version + 1,
  };
  await db
    .insertInto('archive')
    .values({ ...row, team_id: teamId, archive })
    .onConflict((conflict) => conflict.columns(['team_id', 'archive']).doUpdateSet(row))
    .execute();
}

/** The text of `.gavel.yml`, from when the archive was last read through. */
export async function findArchiveSettings(handle: Handle, archive: string): Promise<string | undefined> {
  const row = await selectReading(handle, archive).executeTakeFirst();
  return row?.settings ?? undefined;
}

/** Saves the text of `.gavel.yml`, together with a reading that is locked. */
export async function saveArchiveSettings(
  { db, teamId }: Handle,
  archive: string,
  settings: string | undefined,
): Promise<void> {
  await db
    .updateTable('archive')
    .set({ settings: settings === undefined ? null : storable(settings) })
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .execute();
}

/** The metadata entries that people are asked for, from when the archive was last read through. */
export async function findAskedEntries(handle: Handle, archive: string): Promise<readonly string[]> {
  const row = await selectReading(handle, archive).executeTakeFirst();
  return row?.asked ?? [];
}

/** Saves the metadata entries that people are asked for, together with a reading that is locked. */
export async function saveAskedEntries(
  { db, teamId }: Handle,
  archive: string,
  asked: readonly string[],
): Promise<void> {
  await db
    .updateTable('archive')
    .set({ asked: asked.map(storable) })
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .execute();
}

/** Saves whether each folder counts its ADRs for itself, together with a reading that is locked. */
export async function saveCounting({ db, teamId }: Handle, archive: string, isByArea: boolean): Promise<void> {
  await db
    .updateTable('archive')
    .set({ counts_by_area: isByArea })
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .execute();
}

/**
 * Reads the dates with slashes whose numbers leave open which of them is the day as the other dates of the archive show it,
 * together with a reading that is locked.
 */
export async function settleDates({ db, teamId }: Handle, archive: string): Promise<void> {
  const { days, months } = await db
    .selectFrom('adr')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('date_order', '=', 'day first').as('days'),
      fn.countAll<string>().filterWhere('date_order', '=', 'month first').as('months'),
    ])
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('removed_at', 'is', null)
    .where('date_order', 'is not', null)
    .executeTakeFirstOrThrow();
  const isClear = (more: string, fewer: string) => Number(more) > clearShare * Number(fewer);
  const shown = isClear(days, months) ? 'day' : isClear(months, days) ? 'month' : undefined;
  if (shown === undefined) return;
  await db
    .updateTable('adr')
    .set({
      date: sql`substr(date, 1, 5) || substr(date, 9, 2) || '-' || substr(date, 6, 2)`,
      date_order: `perhaps ${shown} first`,
    })
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('removed_at', 'is', null)
    .where('date_order', 'is not', null)
    .where('date_order', '=', shown === 'day' ? 'perhaps month first' : 'perhaps day first')
    .execute();
}

/** PostgreSQL's text type can't hold NUL. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '');

/** What the index has, including files that are gone; for each name, the latest comes last. */
export async function findIndexedFiles({ db, teamId }: Handle, archive: string): Promise<IndexedFile[]> {
  const rows = await db
    .selectFrom('adr')
    .select([
      'id',
      'file_name',
      'blob',
      'reader',
      'number',
      'title',
      'status',
      'status_text',
      'revisit_on',
      'removed_at',
    ])
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .orderBy('id')
    .execute();
  return rows.map(toIndexedFile);
}

/** The index in figures, and what happened in it since some time. */
export async function findIndexFigures({ db, teamId }: Handle, archive: string, since: Date): Promise<IndexFigures> {
  const happened = (kind: string) => sql<number>`(
    select count(distinct adr_event.adr_id)::int
    from adr_event join adr on adr.team_id = adr_event.team_id and adr.id = adr_event.adr_id
    where adr.team_id = ${teamId} and adr.archive = ${archive}
      and adr_event.kind = ${kind} and adr_event.at >= ${since})`;
  return db
    .selectFrom('adr')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('removed_at', 'is', null)
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where warnings > 0)::int`.as('doubtful'),
      happened('added').as('added'),
      happened('status').as('restated'),
      happened('removed').as('removed'),
    ])
    .executeTakeFirstOrThrow();
}

/** Saves files that were read, with their events. Returns our decisions that have another file name now. */
export async function writeAdrs(
  handle: Handle,
  archive: string,
  writings: readonly AdrWriting[],
  sighting: Sighting,
): Promise<string[]> {
  const { db, teamId } = handle;
  const ids = new Map<AdrWriting, number>();
  for (const writing of writings) {
    if (writing.id === undefined) continue;
    ids.set(writing, writing.id);
    await db
      .updateTable('adr')
      .set(fromAdrEntry(writing))
      .where('team_id', '=', teamId)
      .where('id', '=', writing.id)
      .execute();
  }

  const added = writings.filter(({ id }) => id === undefined);
  if (added.length > 0) {
    const rows = await db
      .insertInto('adr')
      .values(added.map((writing) => ({ ...fromAdrEntry(writing), team_id: teamId, archive })))
      .returning(['id', 'file_name'])
      .execute();
    const idByName = new Map(rows.map((row) => [row.file_name, row.id]));
    for (const writing of added) ids.set(writing, idByName.get(writing.fileName) ?? 0);
  }

  await saveAdrEntries(handle, archive, ids);

  const events = writings.flatMap((writing) =>
    writing.events.map((event) => fromAdrEvent(teamId, ids.get(writing) ?? 0, event, sighting)),
  );
  if (events.length > 0) await db.insertInto('adr_event').values(events).execute();

  const renamed: string[] = [];
  for (const { kind, before, after } of writings.flatMap((writing) => writing.events)) {
    if (kind !== 'renamed' || before === undefined || after === undefined) continue;
    const rows = await db
      .updateTable('publication')
      .set({ file_name: after })
      .where('team_id', '=', teamId)
      .where('archive', '=', archive)
      .where('file_name', '=', before)
      .where('pushed_at', 'is not', null)
      .returning('decision_id')
      .execute();
    renamed.push(...rows.map((row) => row.decision_id));
  }
  const names = writings.map(({ fileName }) => fileName);
  await markFiles(handle, archive, names);
  await noteForeign(handle, archive, names);
  return renamed;
}

/**
 * Records, once per archive, that it has a file that Gavel did not publish. Gavel's own files have their names here
 * before they are pushed.
 */
async function noteForeign({ db, teamId }: Handle, archive: string, names: readonly string[]): Promise<void> {
  await sql`
    update archive set has_foreign = true
    where team_id = ${teamId} and archive = ${archive} and not has_foreign and exists (
      select from unnest(${names}::text[]) as name where not exists (
        select from publication where team_id = ${teamId} and archive = ${archive} and file_name = name
      )
    )`.execute(db);
}

/** Records that files are gone, or else, if nobody is to be told, that they are no ADRs. */
export async function removeAdrs(
  handle: Handle,
  archive: string,
  ids: readonly number[],
  sighting: Sighting,
  isTold: boolean,
): Promise<void> {
  const { db, teamId } = handle;
  const { at, commit } = sighting;
  const { rows } = await sql<{ before: string }>`
    with gone as (
      update adr set removed_at = ${at}
      where id = any(${ids}::bigint[]) and team_id = ${teamId} and archive = ${archive} and removed_at is null
      returning id, file_name
    ), told as (
      insert into adr_event (team_id, adr_id, at, kind, before, commit)
      select ${teamId}, id, ${at}, 'removed', file_name, ${commit ?? null} from gone where ${isTold} order by id
    )
    select file_name as before from gone`.execute(db);
  await removeAdrEntries(handle, ids);
  await markFiles(
    handle,
    archive,
    rows.map(({ before }) => before),
  );
}
