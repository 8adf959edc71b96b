import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { guessLanguage } from '@gavel/adr/text/guess-language.ts';
import { sql } from 'kysely';
import { type Decision, titleOfRecord } from '../../decision/decision.ts';
import type { AdrWriting } from '../../workflow/ports/archive/adr-index.ts';
import type { Handle } from '../handle.ts';
import { storable } from '../storable.ts';
import { facet, facets, generationSize } from './facet.ts';
import { configurationOf } from './language.ts';
import { spellOut } from './spell-out.ts';

/** What the search index has of a decision or an ADR. */
interface Entry {
  readonly decisionId?: string;
  readonly adrId?: number;
  readonly channelId?: string;
  readonly archive?: string;
  /** `YYYY-MM-DD`, if it has a date. */
  readonly datedOn: string | undefined;
  readonly title: string;
  /** The words that count for more than others, besides the title: those of options and of the outcome. */
  readonly keys: readonly string[];
  /** Markdown. */
  readonly body: string;
  readonly facets: readonly string[];
}

/** How much of a text is kept, in UTF-16 code units: more than the longest ADR that is read. */
const longestBody = 400_000;

/** The fewest letters of words that are kept to recognize mistyped ones. */
const shortestKept = 4;

/** Writes the entry of a decision. Withdrawn options and arguments are left out. */
export async function saveDecisionEntry(handle: Handle, decision: Decision): Promise<void> {
  await saveEntries(handle, 'decision_id', [ofDecision(decision)]);
  await sql`
    update decision set has_search_entry = true
    where team_id = ${handle.teamId} and id = ${decision.id} and not has_search_entry`.execute(handle.db);
}

/** Writes the entries of ADRs that have been read, by the ids of their rows. */
export async function saveAdrEntries(
  handle: Handle,
  archive: string,
  writings: ReadonlyMap<AdrWriting, number>,
): Promise<void> {
  await saveEntries(
    handle,
    'adr_id',
    Array.from(writings, ([writing, id]) => ofAdr(archive, writing, id)),
  );
}

/** Removes the entries of ADRs whose files are gone. */
export async function removeAdrEntries({ db, teamId }: Handle, ids: readonly number[]): Promise<void> {
  await sql`delete from search_entry where team_id = ${teamId} and adr_id = any(${ids}::bigint[])`.execute(db);
}

/** The decisions that have no entry yet, at most `most` of them: those of a database that an earlier version left. */
export async function findWithoutEntry({ db, teamId }: Handle, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from decision where team_id = ${teamId} and not has_search_entry limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

function ofDecision(decision: Decision): Entry {
  const { id, channelId, context, drivers, options, sections, outcome, status, proposerId, voting } = decision;
  const chosen = options.find(({ id }) => id === outcome?.chosenOptionId);
  const lines = [
    context,
    ...drivers,
    ...options.flatMap(({ id, title, description }) => [
      title,
      description,
      ...decision.arguments.filter(({ optionId }) => optionId === id).map(({ text }) => text),
    ]),
    ...decision.objections.map(({ reason }) => reason),
    outcome && 'text' in outcome.reason ? outcome.reason.text : '',
    ...(outcome?.consequences ?? []).map(({ text }) => text),
    ...sections.flatMap(({ heading, markdown }) => [heading, markdown]),
    ...decision.tags,
    ...decision.affects,
    decision.revisit.when ?? '',
  ];
  const people = [proposerId, outcome?.decidedBy, ...decision.namedDeciders];
  return {
    decisionId: id,
    channelId,
    datedOn: (outcome?.decidedAt ?? voting?.openedAt ?? decision.proposedAt).toISOString().slice(0, 10),
    title: titleOfRecord(decision),
    keys: [decision.title, ...options.map(({ title }) => title), chosen?.title ?? ''],
    body: lines.filter((line) => line !== '').join('\n'),
    facets: [
      facet('status', status),
      facet('in', channelId),
      facet('repo', decision.archive),
      ...decision.tags.map((tag) => facet('tag', tag)),
      ...people.filter((one) => one !== undefined).map((one) => facet('by', one)),
    ],
  };
}

function ofAdr(archive: string, { entry, text }: AdrWriting, adrId: number): Entry {
  const { title, status, date, deciders, tags, number } = entry;
  return {
    adrId,
    archive,
    datedOn: date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    title,
    keys: [],
    body: text,
    facets: [
      facet('repo', archive),
      ...(status === undefined ? [] : [facet('status', status)]),
      ...(number === undefined ? [] : [facet('number', String(number))]),
      ...deciders.map((name) => facet('by', name)),
      ...tags.map((tag) => facet('tag', tag)),
    ],
  };
}

/** Writes entries over those that are there, in one statement for however many. */
async function saveEntries(
  { db, teamId }: Handle,
  key: 'decision_id' | 'adr_id',
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => {
    const body = storable(entry.body.slice(0, longestBody));
    const configuration = configurationOf(guessLanguage(`${entry.title}\n\n${body}`));
    return {
      decision_id: entry.decisionId ?? null,
      adr_id: entry.adrId ?? null,
      channel_id: entry.channelId ?? null,
      archive: entry.archive ?? null,
      dated_on: entry.datedOn ?? null,
      title: storable(cleanLine(entry.title)),
      body,
      configuration,
      title_words: spellOut(entry.title).join(' '),
      key_words: spellOut(entry.keys.join('\n')).join(' '),
      all_words: spellOut(body).join(' '),
      facets: facets(teamId, entry.facets),
    };
  });
  const words = new Set(rows.flatMap((row) => `${row.title_words} ${row.key_words}`.split(' ')));
  const column = sql.ref(key);
  await sql`
    with fresh as (
      select nextval(pg_get_serial_sequence('search_entry', 'id')) as id, one.*, one.configuration::regconfig as language
      from json_to_recordset(${JSON.stringify(rows)}::json) as one (
        decision_id uuid, adr_id bigint, channel_id text, archive text, dated_on date, title text, body text,
        configuration text, title_words text, key_words text, all_words text, facets text[]
      )
    ), spelled as (
      select *, array_to_tsvector(facets || ('generation:' || id / ${generationSize}::bigint)) as lexemes,
        setweight(to_tsvector(language, title_words), 'A') || setweight(to_tsvector(language, key_words), 'B') as keys
      from fresh
    )
    insert into search_entry (
      id, team_id, decision_id, adr_id, channel_id, archive, dated_on, title, body, key_words, words
    )
    select id, ${teamId}, decision_id, adr_id, channel_id, archive, dated_on, title, body, keys || lexemes,
      strip(keys || to_tsvector(language, all_words)) || lexemes
    from spelled
    on conflict (team_id, ${column}) do update set
      id = excluded.id, channel_id = excluded.channel_id, archive = excluded.archive, dated_on = excluded.dated_on,
      title = excluded.title, body = excluded.body, key_words = excluded.key_words, words = excluded.words`.execute(db);
  await sql`
    insert into search_language select ${teamId}, language from unnest(${[
      ...new Set(rows.map(({ configuration }) => configuration)),
    ]}::text[]) as language on conflict do nothing`.execute(db);
  const kept = [...words].filter((word) => [...word].length >= shortestKept).toSorted();
  await sql`
    insert into search_word select ${teamId}, word from unnest(${kept}::text[]) as word
    on conflict do nothing`.execute(db);
}
