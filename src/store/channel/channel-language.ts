import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import { isLanguageCode, type LanguageCode } from '../../decision/language-code.ts';
import type { ChannelPlace } from '../../workflow/ports/records/rules.ts';
import type { Handle } from '../handle.ts';

/**
 * The languages that these channels have chosen, by channel, leaving out those that only another version of Gavel
 * knows.
 */
export async function findChannelLanguages(
  { db, teamId }: Handle,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, LanguageCode>> {
  const { rows } = await sql<{ channel_id: string; language: string | null }>`
    ${prepared('find languages')}
    select wanted.channel_id, latest.language
    from unnest(${[...new Set(channelIds)]}::text[]) as wanted (channel_id)
    cross join lateral (
      select language from channel_language
      where team_id = ${teamId} and channel_id = wanted.channel_id
      order by id desc limit 1
    ) as latest`.execute(db);
  return new Map(
    rows.flatMap(({ channel_id, language }) => (isLanguageCode(language) ? [[channel_id, language] as const] : [])),
  );
}

/** Saves which language somebody has chosen for a channel; undefined leaves it to the workspace. */
export async function saveChannelLanguage(
  { db, teamId }: Handle,
  { channelId }: ChannelPlace,
  language: LanguageCode | undefined,
  set_by: string,
  set_at: Date,
): Promise<void> {
  const row = { team_id: teamId, channel_id: channelId, language: language ?? null, set_by, set_at };
  await db.insertInto('channel_language').values(row).execute();
}
