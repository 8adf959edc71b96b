import { sql } from 'kysely';
import type { Summary } from '../../decision/digest/digest.ts';
import type { Handle } from '../handle.ts';
import { isOneOf } from '../is-one-of.ts';
import { fold, isFoundBy } from '../words.ts';
import { findSummaries } from './summary.ts';

/** The line of `decision.words` that has the title. */
const titleLine = 1;

/** How many decisions with the words in their titles are looked at: anybody who gets more types another word. */
const mostLookedAt = 1_000;

/**
 * Decisions whose titles contain all of these words, newest first, at most `most`; if some titles match exactly, only
 * those. Their records are in git, or they belong to one of `channelIds`.
 */
export async function findTitled(
  handle: Handle,
  words: readonly string[],
  { channelIds, most }: { readonly channelIds: readonly string[]; readonly most: number },
): Promise<Summary[]> {
  const { db, teamId } = handle;
  const isSeen = sql`(is_published or ${isOneOf(sql`channel_id`, channelIds)})`;
  const newest = sql`order by proposed_at desc, id desc limit ${most}`;
  const exact = sql`
    select id, proposed_at from decision
    where team_id = ${teamId} and split_part(words, E'\n', ${sql.lit(titleLine)}) = ${fold(words.join(' '))} and ${isSeen}
    ${newest}`;
  const like = sql`
    select id, proposed_at from decision where ${isFoundBy('decision', teamId, words, titleLine)} and ${isSeen}
    limit ${mostLookedAt}`;
  for (const found of [exact, like]) {
    const { rows } = await sql<{ id: string }>`
      with found as materialized (${found}) select id from found ${newest}`.execute(db);
    if (rows.length > 0)
      return findSummaries(
        handle,
        rows.map(({ id }) => id),
      );
  }
  return [];
}
