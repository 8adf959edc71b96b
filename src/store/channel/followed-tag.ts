import { sql } from 'kysely';
import type { Handle } from '../handle.ts';

/** Has a channel or a person follow a tag. False if they do already. */
export async function followTag(
  { db, teamId }: Handle,
  followerId: string,
  tag: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('followed_tag')
    .values({ team_id: teamId, follower_id: followerId, tag, followed_by: by, followed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('tag')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends that; false if they did not follow it. */
export async function unfollowTag({ db, teamId }: Handle, followerId: string, tag: string): Promise<boolean> {
  const row = await db
    .deleteFrom('followed_tag')
    .where('team_id', '=', teamId)
    .where('follower_id', '=', followerId)
    .where('tag', '=', tag)
    .returning('tag')
    .executeTakeFirst();
  return row !== undefined;
}

/** The tags that a channel or a person follows, in order. */
export async function findFollowedTags({ db, teamId }: Handle, followerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('followed_tag')
    .select('tag')
    .where('team_id', '=', teamId)
    .where('follower_id', '=', followerId)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

/** The channels and people that follow one of these tags, in order. */
export async function findFollowers({ db, teamId }: Handle, tags: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ follower_id: string }>`
    select distinct follower_id from followed_tag
    where team_id = ${teamId} and tag = any(${[...tags]}::text[])
    order by follower_id`.execute(db);
  return rows.map(({ follower_id }) => follower_id);
}
