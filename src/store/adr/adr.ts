import { type SqlBool, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { GoneAdr, GoneQuestion, IndexedAdr } from '../../workflow/ports/archive/adr-index.ts';
import type { Handle } from '../handle.ts';
import { isStorableInteger } from '../storable.ts';
import { fold, isFoundBy } from '../words.ts';
import { adrColumns, toGoneAdr, toIndexedAdr } from './adr-rows.ts';

/** Our decision whose file an ADR is; of two with one name, the later one. */
const decisionId = sql<string | null>`(
  select decision_id from publication
  where publication.team_id = adr.team_id
    and publication.archive = adr.archive
    and publication.file_name = adr.file_name
    and publication.pushed_at is not null
  order by publication.pushed_at desc limit 1)`.as('decision_id');

/** As git sorts names, whatever the database's locale. */
const byName = sql`adr.file_name collate "C"`;

const select = ({ db, teamId }: Handle) =>
  db
    .selectFrom('adr')
    .select(adrColumns.map((column) => `adr.${column}` as const))
    .select(decisionId)
    .where('adr.team_id', '=', teamId);

const selectPresent = (handle: Handle) => select(handle).where('adr.removed_at', 'is', null);

const selectIn = (handle: Handle, archive: string) => selectPresent(handle).where('adr.archive', '=', archive);

/** The ADRs in the branch, by file name. */
export async function findAdrs(handle: Handle, archive: string): Promise<IndexedAdr[]> {
  const rows = await selectIn(handle, archive).orderBy(byName).execute();
  return rows.map(toIndexedAdr);
}

/** The ADRs in the branch that say which paths they govern, and that hold or have been superseded, by file name. */
export async function findGoverningAdrs(handle: Handle, archive: string): Promise<IndexedAdr[]> {
  const rows = await selectIn(handle, archive)
    .where(sql<SqlBool>`adr.affects <> '{}'`)
    .where('adr.status', 'in', ['accepted', 'superseded'])
    .orderBy(byName)
    .execute();
  return rows.map(toIndexedAdr);
}

/** The ADR of a row; undefined when its file is gone. */
export async function findAdr(handle: Handle, id: number): Promise<IndexedAdr | undefined> {
  const row = await selectPresent(handle).where('adr.id', '=', id).executeTakeFirst();
  return row && toIndexedAdr(row);
}

/** The ADRs of these rows, in order, except those whose files are gone. */
export async function findAdrsById(handle: Handle, ids: readonly number[]): Promise<IndexedAdr[]> {
  if (ids.length === 0) return [];
  const rows = await selectPresent(handle)
    .where('adr.id', '=', sql<number>`any(${ids}::bigint[])`)
    .modifyFront(prepared('find adrs'))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toIndexedAdr(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Our decisions whose files these ADRs are, by the ADRs' ids. */
export async function findDecisionsOfAdrs(
  { db, teamId }: Handle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('adr')
    .select(['adr.id', decisionId])
    .modifyFront(prepared('find decisions of adrs'))
    .where('adr.team_id', '=', teamId)
    .where('adr.id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
  return new Map(rows.flatMap(({ id, decision_id }) => (decision_id === null ? [] : [[id, decision_id] as const])));
}

/** The ADRs in the branch that have these paths, in no certain order. */
export async function findAdrsAt(handle: Handle, archive: string, fileNames: readonly string[]): Promise<IndexedAdr[]> {
  if (fileNames.length === 0) return [];
  const rows = await selectIn(handle, archive)
    .where('adr.file_name', '=', sql<string>`any(${[...fileNames]}::text[])`)
    .modifyFront(prepared('find adrs by file'))
    .execute();
  return rows.map(toIndexedAdr);
}

/** The ADRs with a number: more than one if several files share it. */
export async function findAdrsByNumber(handle: Handle, archive: string, number: number): Promise<IndexedAdr[]> {
  if (!isStorableInteger(number)) return [];
  const rows = await selectIn(handle, archive).where('adr.number', '=', number).orderBy(byName).execute();
  return rows.map(toIndexedAdr);
}

/** ADRs that may be called by a name, which `isCalled` decides: by their path or the end of it. */
export async function findAdrsNamed(handle: Handle, archive: string, name: string): Promise<IndexedAdr[]> {
  const rows = await selectIn(handle, archive).where(isNamed(handle, name)).orderBy(byName).execute();
  return rows.map(toIndexedAdr);
}

function isNamed({ teamId }: Handle, name: string) {
  const base = fold(name).replace(/\.(?:md|markdown)$/, '');
  const path = sql`'/' || split_part(adr.words, E'\n', 2)`;
  return sql<SqlBool>`(
    ${isFoundBy('adr', teamId, [base])}
    and (strpos(${path}, ${`/${base}.m`}) > 0 or strpos(${path}, ${`/${base}/`}) > 0))`;
}

/** ADRs whose files are gone from the branch, latest first. */
export async function findGoneAdrs(handle: Handle, archive: string, which: GoneQuestion): Promise<GoneAdr[]> {
  if ('number' in which && !isStorableInteger(which.number)) return [];
  const gone = select(handle)
    .select(
      sql<string | null>`(
        select commit from adr_event
        where team_id = adr.team_id and adr_id = adr.id and kind = 'removed' order by id desc limit 1
      )`.as('gone_in'),
    )
    .where('adr.archive', '=', archive)
    .where('adr.removed_at', 'is not', null)
    .orderBy('adr.removed_at', 'desc')
    .orderBy('adr.id', 'desc');
  const rows = await ('id' in which
    ? gone.where('adr.id', '=', which.id)
    : 'number' in which
      ? gone.where('adr.number', '=', which.number)
      : gone.where(isNamed(handle, which.fileName))
  ).execute();
  return rows.flatMap(toGoneAdr);
}
