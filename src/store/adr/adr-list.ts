import { sql } from 'kysely';
import type { IndexedAdr } from '../../workflow/ports/archive/adr-index.ts';
import type { ListQuery } from '../../workflow/ports/list.ts';
import type { Handle } from '../handle.ts';
import { directionOf, inListOrder } from '../list/cut.ts';
import { contains, isFoundBy } from '../words.ts';
import { findAdrsById } from './adr.ts';

/** Files without a number come after all others. */
const number = sql`coalesce(number, -1)`;

/** As git sorts names, whatever the database's locale. */
const name = sql`file_name collate "C"`;

/** A part of the list of ADRs in the branch, highest number first; those without a number by name. */
export async function listAdrs(
  handle: Handle,
  archive: string,
  { cut, most, search }: ListQuery<number>,
): Promise<IndexedAdr[]> {
  const { db, teamId } = handle;
  const { than, order } = directionOf(cut);
  const isBeyondCut =
    cut.id === undefined
      ? sql`true`
      : sql`(${number}, ${name}) ${than} (
          select ${number}, ${name} from adr where team_id = ${teamId} and archive = ${archive} and id = ${cut.id})`;
  const nearest = sql`order by ${number} ${order}, ${name} ${order} limit ${most}`;
  const isIn = sql`team_id = ${teamId} and archive = ${archive} and removed_at is null`;
  const isRare = search.words.length > 0 && !search.isCommon;
  const { rows } = await (isRare
    ? sql<{ id: number }>`
      with found as materialized (
        select id, number, file_name from adr where ${isFoundBy('adr', teamId, search.words)} and ${isIn}
      )
      select id from found where ${isBeyondCut} ${nearest}`
    : sql<{ id: number }>`
      select id from adr where ${isIn} and ${isBeyondCut} and ${contains('adr', search.words)} ${nearest}`
  ).execute(db);
  return findAdrsById(
    handle,
    inListOrder(rows, cut).map(({ id }) => id),
  );
}
