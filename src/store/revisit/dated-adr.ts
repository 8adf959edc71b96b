import { sql } from 'kysely';
import type { Day } from '../../decision/time/day.ts';
import type { ChannelsOfArchive, DatedAdr } from '../../workflow/ports/records/revisits.ts';
import type { Handle } from '../handle.ts';

/**
 * ADRs in the branch that others wrote, that hold, and whose day to look again has come by `until`, as far as nobody has
 * been asked about that day; the latest day first, since what is long past may never have been meant. At most `most`,
 * less those that were asked about since `askedSince`.
 */
export async function findDatedAdrs(
  { db, teamId }: Handle,
  archive: string,
  { until, most, askedSince }: { readonly until: Day; readonly most: number; readonly askedSince: Date },
): Promise<DatedAdr[]> {
  const { rows } = await sql<DatedAdr>`
    select id, revisit_on as "on" from adr
    where team_id = ${teamId} and archive = ${archive} and removed_at is null and revisit_on <= ${until}
      and coalesce(status, 'accepted') = 'accepted'
      and (
        select true from revisit
        where team_id = adr.team_id and adr_id = adr.id and due_on = adr.revisit_on limit 1
      ) is null
      and (
        select true from publication
        where team_id = adr.team_id and archive = adr.archive and file_name = adr.file_name and pushed_at is not null
        limit 1
      ) is null
    order by revisit_on desc, id
    limit greatest(0, ${most}::integer - (
      select count(*) from revisit
      where team_id = ${teamId} and adr_id is not null and archive = ${archive} and asked_at >= ${askedSince}
    ))`.execute(db);
  return rows;
}

/**
 * The channels that may hear of an archive: `digests` are those with a digest of anything, and `latest` is the one that
 * decided something for it last.
 */
export async function findChannelsOf({ db, teamId }: Handle, archive: string): Promise<ChannelsOfArchive> {
  const { rows: digests } = await sql<{ id: string }>`
    select channel_id as id from digest_cadence where team_id = ${teamId} and every <> 'never'
    order by channel_id`.execute(db);
  const { rows: latest } = await sql<{ id: string }>`
    select channel_id as id from decision where team_id = ${teamId} and archive = ${archive}
    order by proposed_at desc limit 1`.execute(db);
  return { digests: digests.map(({ id }) => id), latest: latest[0]?.id };
}
