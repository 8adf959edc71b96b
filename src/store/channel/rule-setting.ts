import { sql } from 'kysely';
import type { ChannelPlace, RuleSetting, RuleSettings } from '../../workflow/ports/records/rules.ts';
import type { Handle } from '../handle.ts';

/** What a channel has set for its votes: the latest of each setting. */
export async function findRuleSettings({ db, teamId }: Handle, { channelId }: ChannelPlace): Promise<RuleSettings> {
  const { rows } = await sql<{ name: string | null; value: unknown; set_by: string; set_at: Date }>`
    select distinct on (name) name, value, set_by, set_at from rule_setting
    where team_id = ${teamId} and channel_id = ${channelId}
    order by name, id desc`.execute(db);
  const latest = rows.toSorted((a, b) => b.set_at.getTime() - a.set_at.getTime())[0];
  const first = rows.find(({ name }) => name === null)?.value;
  return {
    initialId: typeof first === 'string' ? first : undefined,
    own: rows.flatMap(({ name, value }) => (name === null || value === null ? [] : [{ name, parts: value }])),
    changed: latest && { by: latest.set_by, at: latest.set_at },
  };
}

/** Saves what somebody set; earlier settings are kept as history. */
export async function saveRuleSetting(
  { db, teamId }: Handle,
  { channelId }: ChannelPlace,
  { name, value }: RuleSetting,
  set_by: string,
  set_at: Date,
): Promise<void> {
  await db
    .insertInto('rule_setting')
    .values({
      team_id: teamId,
      channel_id: channelId,
      name: name ?? null,
      value: value === undefined ? null : JSON.stringify(value),
      set_by,
      set_at,
    })
    .execute();
}
