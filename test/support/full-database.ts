import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { defaultRule } from '../../src/decision/rule/rule.ts';

/** Whose rows to create, and how many decisions and ADRs; everything else is in proportion. */
export interface Fill {
  readonly teamId: string;
  readonly archive: string;
  readonly count: number;
  /** The date of the newest decision. */
  readonly now: Date;
  /** An expression of SQL for the context of decision `n`, or the text of ADR `n`; a short one if it is left out. */
  readonly textOf?: (what: 'decision' | 'adr', n: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** How many channels the decisions belong to: `C0`, `C1` … */
export const filledChannels = 200;

/** How many different tags are followed. */
const mostTags = 500;

/** How many of the latest decisions may be open or in review: a company closes or withdraws what is older. */
const mayBeOpen = 10_000;

/** The id of the decision, of its first option, or of the question whether it is still right, in row `n` of a workspace. */
export function filledId(what: 'decision' | 'option 1' | 'revisit', teamId: string, n: number): string {
  const hash = createHash('md5').update(`${what} ${teamId} ${n}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Fills a database as a company does in years. Of a hundred decisions, one is being discussed, one is being voted on,
 * one waits for somebody to decide it, two were withdrawn, two rejected, one is on its way into git, one has just
 * arrived there, one lost its file, one went to another archive, and all others are in git; there are as many ADRs by
 * others. For searches, one in a thousand titles contains “Cassandra”, and every one “database”.
 */
export async function fillDatabase(
  db: Kysely<Database>,
  { teamId, archive, count, now, textOf = shortText }: Fill,
): Promise<void> {
  const uuid = (what: string, n = sql`n`) => sql`md5(${`${what} ${teamId} `}::text || ${n})::uuid`;
  const oldest = count - mayBeOpen;
  const numbers = (to = count) => sql`generate_series(1, ${to}::integer) as n`;
  const at = sql`(${now}::timestamptz - ((${count} - n) * interval '1 hour'))`;
  await sql`
    insert into person (team_id, user_id, name, time_zone, kind, fetched_at)
    select ${teamId}, 'U' || n, 'Person ' || n, 'Europe/Lisbon', 'member', ${now} from ${numbers()}`.execute(db);
  await sql`
    with filled as (
      select
        n, case when n % 100 < 4 and n % 100 > 0 and n <= ${oldest} then 4 else n % 100 end as kind, ${at} as proposed_at,
        'Choose a database for ' || (array['orders', 'users', 'logs', 'search', 'billing'])[1 + n % 5] || ' ' || n
          || case when n % 1000 = 500 then ' instead of Cassandra' else '' end as title,
        case
          when n % 100 in (1, 2, 3) and n > ${oldest} then 'proposed' when n % 100 in (1, 2, 3, 4, 5) then 'withdrawn'
          when n % 100 in (6, 7) then 'rejected' else 'accepted'
        end as status
      from ${numbers()}
    ), decided as (
      insert into decision (
        id, team_id, channel_id, title, context, drivers, status, proposer_id, named_deciders, closes_at,
        time_zone, rule, voting_opened_at, voting_first_closes_at, voting_closed_at, chosen_option_id, reason,
        decided_by, decided_at, card_ts, card_link, proposed_at, sections, is_published, words, bond, archive, has_search_entry
      )
      select
        ${uuid('decision')}, ${teamId}, 'C' || n % ${filledChannels}, title, ${textOf('decision', sql`n`)}, '{}',
        status, 'U' || n, '{}', case when kind = 2 then ${now}::timestamptz + n * interval '1 minute' else proposed_at + interval '7 days' end, 'Europe/Lisbon',
        ${JSON.stringify(defaultRule)}::jsonb, case when kind <> 1 then proposed_at end,
        case when kind <> 1 then proposed_at + interval '7 days' end,
        case when kind > 2 or kind = 0 then proposed_at + interval '7 days' end,
        case when status = 'accepted' then ${uuid('option 1')} end, case when status in ('accepted', 'rejected') then json_build_object('by', 'person', 'text', 'It fits.') end,
        case when status in ('accepted', 'rejected') then 'U' || n end,
        case when status in ('accepted', 'rejected') then proposed_at + interval '7 days' end,
        'ts ' || n, 'https://example.slack.com/archives/C/p' || n, proposed_at, '[]', kind = 0 or kind > 8,
        lower(title) || E'\n' || status || case when status = 'proposed' then ' open' else '' end
          || case when kind = 2 then ' voting' else '' end || case when status = 'accepted' then ' postgresql' else '' end,
        case when kind = 40 then json_build_object('kind', 'supersedes', 'adrId', n, 'number', n, 'title', title) end, ${archive},
        true
      from filled
    )
    insert into option (id, decision_id, team_id, position, title, description, emoji, added_by)
    select ${uuid('option 1')}, ${uuid('decision')}, ${teamId}, 0, 'PostgreSQL', '', 'one', 'U' || n from filled
    union all
    select ${uuid('option 2')}, ${uuid('decision')}, ${teamId}, 1, 'Another', '', 'two', 'U' || n from filled`.execute(
    db,
  );
  await sql`
    insert into deciding_channel select distinct team_id, channel_id from decision where team_id = ${teamId}`.execute(
    db,
  );
  await sql`
    insert into argument (id, decision_id, option_id, team_id, kind, text, author_id, taken_by, made_at)
    select ${uuid('argument')}, ${uuid('decision')}, ${uuid('option 1')}, ${teamId}, 'pro', 'We know it.', 'U' || n, 'U1', ${at}
    from ${numbers()}`.execute(db);
  await sql`
    insert into objection (id, decision_id, team_id, kind, author_id, reason, raised_at)
    select ${uuid('objection')}, ${uuid('decision')}, ${teamId}, 'objection', 'U' || n, 'It is dear.', ${at}
    from ${numbers()}`.execute(db);
  await sql`
    insert into consequence (decision_id, position, team_id, kind, text)
    select ${uuid('decision')}, 0, ${teamId}, 'good', 'One thing less to run.' from ${numbers()}`.execute(db);
  await sql`
    insert into decider (decision_id, round, user_id, team_id)
    select ${uuid('decision')}, 1, 'U' || 1 + (n + place * 7) % ${count}, ${teamId}
    from ${numbers()}, generate_series(0, 4) as place where n % 100 <> 1`.execute(db);
  await sql`
    insert into ballot (decision_id, round, option_id, user_id, team_id, is_cast, event_us, card_ts)
    select ${uuid('decision')}, 1, ${uuid('option 1')}, 'U' || 1 + (n + place * 7) % ${count}, ${teamId}, true, n, 'ts ' || n
    from ${numbers()}, generate_series(1, 4) as place where n % 100 <> 1`.execute(db);
  await sql`
    insert into late_vote (decision_id, round, option_id, user_id, team_id, is_cast, event_us)
    select ${uuid('decision')}, 1, ${uuid('option 2')}, 'U' || n, ${teamId}, true, n from ${numbers()}`.execute(db);
  await sql`
    insert into seen_reaction (decision_id, round, option_id, user_id, team_id, is_cast, seen_at)
    select ${uuid('decision')}, 1, ${uuid('option 2')}, 'U' || n, ${teamId}, true, now() from ${numbers()}`.execute(db);
  await sql`
    insert into event (team_id, decision_id, at, actor_id, kind, detail)
    select ${teamId}, ${uuid('decision')}, ${at} + place * interval '1 hour', 'U' || n, 'edited', '{}'
    from ${numbers()}, generate_series(1, 3) as place`.execute(db);
  await sql`
    insert into message (team_id, key, channel_id, decision_id, body, written_at)
    select ${teamId}, 'voting opened:' || n || ':' || place, 'C' || n % ${filledChannels}, ${uuid('decision')}, '{}', ${at}
    from ${numbers()}, generate_series(1, 2) as place`.execute(db);
  await sql`
    insert into nudge (team_id, decision_id, user_id, told_at)
    select ${teamId}, ${uuid('decision')}, null, ${at} from ${numbers()}`.execute(db);
  await sql`
    insert into nudge_choice (team_id, user_id, wants_nudges, chosen_at)
    select ${teamId}, 'U' || n, true, ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into away (team_id, user_id, back_on, said_at)
    select ${teamId}, 'U' || n, ${now}::date + n % 20, ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into followed_tag (team_id, follower_id, tag, followed_by, followed_at)
    select ${teamId}, 'U' || n, 'tag' || n % ${mostTags}, 'U' || n, ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into informed_review (team_id, archive, number, comment, shown)
    select ${teamId}, ${archive}, n, n, 'shown' from ${numbers()}`.execute(db);
  await sql`
    insert into revisit (team_id, id, decision_id, archive, channel_ids, user_ids, due_on, asked_at, answered_by, answered_at, noted)
    select ${teamId}, ${uuid('revisit')}, ${uuid('decision')}, ${archive}, array['C' || n % ${filledChannels}],
      array['U' || 1 + n / 100 % 500], '2026-03-02',
      ${at}, case when n % 100 > 0 then 'U1' end, case when n % 100 > 0 then ${at} end,
      case when n % 100 = 0 then null when n % 100 = 1 then 'not yet' else 'on branch' end
    from ${numbers()}`.execute(db);
  await sql`
    insert into home (team_id, user_id, looked_at, renewed_at, shown)
    select ${teamId}, 'U' || n, ${now}::timestamptz - n * interval '1 minute', ${at}, 'shown' from ${numbers()}`.execute(
    db,
  );
  await sql`
    insert into personal_token (team_id, id, user_id, secret_hash, made_at, expires_at, revoked_at)
    select ${teamId}, 'token' || n, 'U' || n, 'hash' || n, ${at}, ${at} + interval '90 days', null
    from ${numbers()}`.execute(db);
  await sql`
    insert into draft (id, team_id, channel_id, user_id, form, started_at, saved_at, ended_at)
    select ${uuid('draft')}, ${teamId}, 'C' || n % ${filledChannels}, 'U' || n, '{"title":"Which queue?","context":"","drivers":"","options":[],"sections":[],"remarks":[],"deciders":[]}', ${at}, ${at},
      case when n % 10 > 0 then ${at} end
    from ${numbers()}`.execute(db);
  await sql`
    insert into publication (decision_id, team_id, archive, number, file_name, commit, pushed_at, file_state, state)
    select ${uuid('decision')}, ${teamId}, case when n % 100 = 11 then ${`another of ${teamId}`} else ${archive} end, n, n || '-choose.md', 'c' || n,
      ${at} + interval '8 days', case n % 100 when 9 then 'awaited' when 10 then 'gone' else 'there' end,
      case when n % 100 = 50 then 'merged' else 'committed' end
    from ${numbers()} where n % 100 = 0 or n % 100 > 8`.execute(db);
  await sql`
    insert into publication (decision_id, team_id, archive, trouble)
    select ${uuid('decision')}, ${teamId}, ${archive}, '{"code": "no git"}'::json from ${numbers()} where n % 100 = 8`.execute(
    db,
  );
  await sql`
    insert into publication (decision_id, team_id, archive, state, number, file_name)
    select ${uuid('decision')}, ${teamId}, ${archive}, 'in review', 2 * n, n || '-choose.md'
    from ${numbers()} where n % 100 = 7 and n > ${oldest}`.execute(db);
  await sql`
    insert into review (
      decision_id, team_id, archive, branch, into_branch, why, named_at, number, opened_at, next_look_at
    )
    select ${uuid('decision')}, ${teamId}, ${archive}, 'gavel/' || n || '-choose', 'main',
      case when n % 1000 = 7 then '{"code": "push refused"}' else '{"code": "protected"}' end::json, ${at}, n, ${at},
      case when n % 100 = 7 and n > ${oldest} then ${at} end
    from ${numbers()} where n % 100 = 7 or n % 100 > 11`.execute(db);
  await sql`
    insert into adr (
      team_id, archive, file_name, blob, number, title, status, status_text, date, deciders, tags, affects,
      revisit_on, dialect, links, warnings, removed_at, words
    )
    select ${teamId}, ${archive}, name, md5(name), n, title, 'accepted', 'Accepted', '2026-01-01', '["Ana"]',
      array['storage'], array['src/' || n || '/**'], '2027-01-01'::date + n, 'madr-4', '[]', 0,
      case when n % 50 = 10 then ${now}::timestamptz end, lower(title) || E'\n' || name || E'\naccepted ana'
    from ${numbers()}, lateral (
      select
        'Choose a database ' || n || case when n % 1000 = 500 then ' instead of Cassandra' else '' end as title,
        case when n % 100 = 0 or n % 100 > 11 then n || '-choose.md' else n || '-theirs.md' end as name
    ) as named`.execute(db);
  const lexemes = (...more: readonly string[]) =>
    sql`array_to_tsvector(array[${sql.join([`workspace:${teamId}`, ...more])}]::text[])`;
  const keys = (words: RawBuilder<unknown>) =>
    sql`setweight(to_tsvector('english', ${words}), 'A') || ${lexemes('status:accepted', `repo:${archive}`)}`;
  const generation = sql`array_to_tsvector(array['generation:' || id / 1024])`;
  await sql`
    with entry as (
      select nextval(pg_get_serial_sequence('search_entry', 'id')) as id, n, title, ${keys(sql`title || ' PostgreSQL Another'`)} as keys, context,
        decision.id as decision_id, decision.channel_id, decision.proposed_at
      from ${numbers()} join decision on decision.team_id = ${teamId} and decision.id = ${uuid('decision')}
    )
    insert into search_entry (id, team_id, decision_id, channel_id, dated_on, title, body, key_words, words)
    select id, ${teamId}, decision_id, channel_id, proposed_at::date, title, context, keys || ${generation},
      strip(keys || to_tsvector('english', context)) || ${generation}
    from entry`.execute(db);
  await sql`
    with entry as (
      select nextval(pg_get_serial_sequence('search_entry', 'id')) as id, id as adr_id, title, ${keys(sql`title`)} as keys,
        ${textOf('adr', sql`number`)} as body
      from adr where team_id = ${teamId} and removed_at is null
    )
    insert into search_entry (id, team_id, adr_id, archive, dated_on, title, body, key_words, words)
    select id, ${teamId}, adr_id, ${archive}, '2026-01-01', title, body, keys || ${generation},
      strip(keys || to_tsvector('english', body)) || ${generation}
    from entry`.execute(db);
  await sql`insert into search_language values (${teamId}, 'english'), (${teamId}, 'german')`.execute(db);
  await sql`insert into search_word select ${teamId}, 'word' || n from ${numbers()}`.execute(db);
  await sql`
    insert into adr_event (team_id, adr_id, at, kind, after, commit)
    select team_id, id, ${now}::timestamptz - number * interval '1 hour', 'added', 'Accepted', 'c' || number
    from adr where team_id = ${teamId}`.execute(db);
  await sql`
    insert into archive (team_id, archive, commit, checked_at, adrs, has_foreign)
    values (${teamId}, ${archive}, 'c1', ${now}, ${count}, true)`.execute(db);
  await sql`
    insert into digest_cadence (team_id, channel_id, every, weekday, time_of_day, time_zone, told_until, set_by)
    select ${teamId}, 'C' || n, 'week', 5, '16:00', 'UTC', ${now}::timestamptz - interval '7 days', 'U1' from ${numbers(filledChannels)}`.execute(
    db,
  );
  await sql`
    insert into rule_setting (team_id, channel_id, name, value, set_by, set_at)
    select ${teamId}, 'C' || n % ${filledChannels}, null, '"majority"', 'U1', ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into channel_language (team_id, channel_id, language, set_by, set_at)
    select ${teamId}, 'C' || n % ${filledChannels}, 'de', 'U1', ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into channel_time_zone (team_id, channel_id, time_zone, set_by, set_at)
    select ${teamId}, 'C' || n % ${filledChannels}, 'Europe/Berlin', 'U1', ${now} from ${numbers()}`.execute(db);
  await sql`
    insert into vote_button_setting (team_id, channel_id, has_buttons, set_by, set_at)
    select ${teamId}, 'C' || n % ${filledChannels}, n % 2 = 0, 'U1', ${now} from ${numbers()}`.execute(db);
}

function shortText(what: 'decision' | 'adr'): RawBuilder<unknown> {
  return what === 'decision' ? sql`repeat('It has to be decided. ', 20)` : sql`'We know it.'`;
}

/** Lets PostgreSQL know what is in the tables, as its own housekeeping eventually does. */
export async function settleDatabase(db: Kysely<Database>): Promise<void> {
  await sql`vacuum analyze`.execute(db);
}
