import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Day } from '../../decision/time/day.ts';
import {
  isNarrowed,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
  type SearchScope,
  type SearchText,
} from '../../workflow/ports/records/search.ts';
import type { Handle } from '../handle.ts';
import { isOneOf } from '../is-one-of.ts';
import { facet, generationLexeme, generationOf, workspaceLexeme } from './facet.ts';
import { askFor } from './spell-out.ts';

/**
 * How many of the latest generations are looked at first: enough to answer with when a word is common. For a rarer one,
 * more are looked at before all are, since reading a few thousand entries takes longer than telling them apart.
 */
const latestGenerations = { first: 2, second: 16 } as const;

/** At most so many words are looked for. */
const mostWords = 20;

/** The fewest letters of a word that may be the beginning of a longer one. */
const shortestPrefix = 3;

/** How many words of a title are compared with those of others. */
const mostAlike = 6;

/** How many earlier titles are compared: more that have its words would say little. */
const mostCompared = 200;

/** If words are so common that these generations, out of all times, have as many, no others are looked at. */
const generationsCompared = 4;

/** Queries of PostgreSQL (`tsquery`, as text) for each of the words that tell entries apart. */
interface WordQueries {
  readonly words: readonly string[];
  /** Words that are left out, since they are everyday ones in some language that the workspace has texts in. */
  readonly everyday: readonly string[];
  /** The words as they are. */
  readonly whole: readonly string[];
  /** Words that begin with them. */
  readonly begun: readonly string[];
  /** The same, in titles only. */
  readonly titled: readonly string[];
  /** The latest generation of entries. */
  readonly newest: number;
}

/** See `SearchRecords`. */
export async function findEntries(
  handle: Handle,
  question: SearchQuestion,
  scope: SearchScope,
  most: number,
): Promise<SearchAnswer> {
  const queries = await queryWords(handle, question.words);
  const { words, everyday, whole, begun, newest } = queries;
  const hasWords = words.length > 0;
  // Everyday words add nothing to what narrows a search down.
  const isLeft = isNarrowed(question) && (question.words.length === 0 || everyday.length > 0);
  if (!hasWords && !isLeft) return { hits: [], words, everyday };
  const { from, until } = question;
  const shared = {
    ...{ newest, scope, from, until, most },
    kind: hasWords ? ('words' as const) : ('filters' as const),
    rank: hasWords ? sql`(key_words @@ ${allOf(queries.titled)}::tsquery)::integer` : sql`0`,
  };
  const filters = filtersOf(question);
  const hits = new Map<number, SearchHit>();
  const looks = hasWords ? [whole, begun] : [[]];
  for (const query of looks) {
    if (hits.size >= most) break;
    const look = (column: LookUp['column']) => lookUp(handle, { ...shared, column, parts: [...query, ...filters] });
    const rows = await Promise.all((hasWords ? columns : columns.slice(0, 1)).map(look));
    for (const row of rows.flat()) if (!hits.has(row.id) && hits.size < most) hits.set(row.id, toHit(row));
  }
  return { hits: [...hits.values()], words, everyday };
}

interface FoundRow {
  readonly id: number;
  readonly decision_id: string | null;
  readonly adr_id: number | null;
}

function toHit({ id, decision_id, adr_id }: FoundRow): SearchHit {
  return { id, decisionId: decision_id ?? undefined, adrId: adr_id ?? undefined };
}

/** What is looked through: the words of titles and options, whose entries come first, and all words. */
const columns = ['key_words', 'words'] as const;

interface LookUp {
  /** What is looked for: each kind has one form of `rank` and `compared`. */
  readonly kind: 'words' | 'filters' | 'titles';
  readonly column: (typeof columns)[number];
  /** Queries that all have to hold. */
  readonly parts: readonly string[];
  /** The latest generation. */
  readonly newest: number;
  readonly scope: SearchScope;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  /** How good an entry is: a number, the best ones the highest. */
  readonly rank: RawBuilder<unknown>;
  readonly most: number;
  /** How many earlier entries are compared by their rank: all of them if undefined. */
  readonly compared?: number;
}

/**
 * The best entries of a query, the latest of equals first. For words that many entries have, only the latest entries are
 * looked at, so that a search among a hundred thousand takes as long as among a thousand.
 */
async function lookUp({ db, teamId }: Handle, look: LookUp): Promise<FoundRow[]> {
  const { kind, column, parts, newest, scope, from, until, rank, most, compared } = look;
  const select = (generations: readonly number[] = []) => sql`
    select id, decision_id, adr_id, dated_on, ${rank} as rank from search_entry
    where team_id = ${teamId}
      and ${sql.ref(column)} @@ ${allOf([quote(workspaceLexeme(teamId)), ...parts, ofGenerations(generations)])}::tsquery
      and (${isOneOf(sql`channel_id`, scope.channelIds)} or ${isOneOf(sql`archive`, scope.archives)})
      and (${from ?? null}::date is null or dated_on >= ${from ?? null}::date)
      and (${until ?? null}::date is null or dated_on <= ${until ?? null}::date)`;
  const best = sql`order by rank desc, dated_on desc nulls last, id desc limit ${most}`;
  // Each look has the entries of those before it, and is made if they had too few.
  const has = (look: 'first' | 'second') => sql`(select count(*) from ${sql.ref(look)})`;
  const second =
    compared === undefined
      ? sql`select * from (${select(latest(newest, latestGenerations.second))}) as one where ${has('first')} < ${most} ${best}`
      : sql`select * from (${select(spread(newest))} limit ${compared}) as one where ${has('first')} < ${most}`;
  const isEnough =
    compared === undefined
      ? sql`greatest(${has('first')}, ${has('second')}) >= ${most}`
      : sql`${has('first')} >= ${most} or ${has('second')} >= ${compared}`;
  const { rows } = await sql<FoundRow>`
    ${prepared(`look up ${kind} in ${column === 'words' ? 'all words' : 'titles'}`)}
    with first as materialized (${select(latest(newest, latestGenerations.first))} ${best}),
      second as materialized (${second}),
      last as materialized (
        select * from (${select()} ${compared === undefined ? sql`` : sql`limit ${compared}`}) as one
        where not (${isEnough}) ${best}
      )
    select id, decision_id, adr_id
    from (select * from first union select * from second union select * from last) as one ${best}`.execute(db);
  return rows;
}

/** A query for the entries of these generations; an empty one for all entries. */
function ofGenerations(generations: readonly number[]): string {
  return oneOf(generations.map(generationLexeme));
}

/** The newest generations. */
function latest(newest: number, count: number): number[] {
  return Array.from({ length: count }, (_, back) => newest - back);
}

/** A few generations out of all times. */
function spread(newest: number): number[] {
  return Array.from({ length: generationsCompared }, (_, place) => Math.floor((newest * place) / generationsCompared));
}

/** How PostgreSQL looks for words in all languages that the workspace's entries are in. */
async function queryWords({ db, teamId }: Handle, typed: readonly string[]): Promise<WordQueries> {
  const words = [...new Set(typed.flatMap(askFor))].slice(0, mostWords);
  const { rows } = await sql<{ last: number | null; words: readonly SpelledWord[] }>`
    ${prepared('spell words')}
    select (select max(id) from search_entry where team_id = ${teamId}) as last, array(
      select json_build_object(
        'word', word,
        'isEveryday', bool_or(numnode(stemmed) = 0),
        'whole', string_agg(distinct stemmed::text, ' | '),
        'begun', string_agg(distinct to_tsquery(language, quote_literal(word) || rtrim(':' || star, ':'))::text, ' | '),
        'titled', string_agg(distinct to_tsquery(language, quote_literal(word) || ':' || star || 'A')::text, ' | ')
      )
      from unnest(${words}::text[]) with ordinality as one (word, place)
        cross join (select language::regconfig from search_language where team_id = ${teamId}) as spoken
        cross join lateral (
          select to_tsquery(language, quote_literal(word)) as stemmed,
            case when length(word) < ${shortestPrefix} then '' else '*' end as star
        ) as asked
      group by word, place
      order by place
    ) as words`.execute(db);
  const { last = null, words: spelled = [] } = rows[0] ?? {};
  // Entries lack the words that are everyday ones in their language, which tell nothing apart.
  const telling = spelled.filter(({ isEveryday }) => !isEveryday);
  return {
    words: telling.map(({ word }) => word),
    everyday: spelled.filter(({ isEveryday }) => isEveryday).map(({ word }) => word),
    whole: telling.map(({ whole }) => whole),
    begun: telling.map(({ begun }) => begun),
    titled: telling.map(({ titled }) => titled),
    newest: generationOf(last ?? 0),
  };
}

/** A word in all languages: see `WordQueries`. */
interface SpelledWord {
  readonly word: string;
  readonly isEveryday: boolean;
  readonly whole: string;
  readonly begun: string;
  readonly titled: string;
}

/** All of these queries at once; an empty one asks for nothing. */
function allOf(queries: readonly string[]): string {
  return queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' & ');
}

/** One of these lexemes. */
function oneOf(lexemes: readonly string[]): string {
  return lexemes.map(quote).join(' | ');
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** What narrows a search down, as queries that all have to hold. */
function filtersOf(question: SearchQuestion): string[] {
  const { statuses, tags, channels, archives, people } = question;
  return [
    oneOf(statuses.map((status) => facet('status', status))),
    ...tags.map((tag) => quote(facet('tag', tag))),
    oneOf(channels.map((channel) => facet('in', channel))),
    oneOf(archives.map((archive) => facet('repo', archive))),
    ...people.map(({ ids, names }) => oneOf([...ids, ...names].map((one) => facet('by', one)))),
  ];
}

/** See `SearchRecords`. */
export async function findAlikeEntries(
  handle: Handle,
  title: string,
  scope: SearchScope,
  most: number,
): Promise<SearchHit[]> {
  const { words, whole, newest } = await queryWords(handle, [title]);
  if (words.length === 0) return [];
  // Longer words say more about what a title is about.
  const asked = whole
    .map((query, place) => ({ query, length: words[place]?.length ?? 0 }))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostAlike)
    .map(({ query }) => query);
  const enough = Math.max(Math.min(asked.length, 2), Math.ceil(asked.length / 2));
  const rows = await lookUp(handle, {
    column: 'key_words',
    parts: [
      choose(asked, enough)
        .map((some) => `(${allOf(some)})`)
        .join(' | '),
    ],
    ...{ kind: 'titles', newest, scope, most, compared: mostCompared },
    rank: sql`ts_rank('{0,0,0.2,1}', key_words, ${asked.map((query) => `(${query})`).join(' | ')}::tsquery)`,
  });
  return rows.map(toHit);
}

/** All ways to choose so many of these. */
function choose<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, place) => choose(items.slice(place + 1), count - 1).map((rest) => [item, ...rest]));
}

/** See `SearchRecords`. */
export async function readSearchTexts({ db, teamId }: Handle, ids: readonly number[]): Promise<SearchText[]> {
  const { rows } = await sql<SearchText>`
    ${prepared('read texts')}
    select id, title, body from search_entry where team_id = ${teamId} and id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}
