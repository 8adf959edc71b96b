import type { SearchDoubt } from '../../decision/search-doubt.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { findSeen, keepTold } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import {
  isNarrowed,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
  type SearchScope,
} from '../ports/records/search.ts';
import { nameRepository } from '../settings/repository.ts';
import type { Listed } from './listed.ts';
import { askReadable, askRepositories } from './scope.ts';
import { type ExcerptPiece, findExcerpt } from './search-excerpt.ts';
import { readSearch, type TypedSearch } from './search-question.ts';

/** How many results a page has. */
const resultsOnPage = 8;

/** How many results there are at most: whoever gets more types another word. */
const mostFound = 100;

/** One more shows that there are more. */
const mostAsked = mostFound + 1;

/** Something that was found. `excerpt`: the line that has what was searched for, unless it is the title. */
export interface Found {
  readonly line: Listed;
  readonly excerpt: readonly ExcerptPiece[] | undefined;
}

/** A page of what a search found. */
export interface FoundPage {
  readonly found: readonly Found[];
  /** How many results there are in all; `hasMore`: there are even more. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  /** Words that were found nowhere, with those that were searched for in their place. */
  readonly corrected: readonly { readonly typed: string; readonly meant: string }[];
  /** Parts of the search that were left out. */
  readonly doubts: readonly SearchDoubt[];
  /** Whether there is something to search for at all. */
  readonly isAsked: boolean;
  /** All words are too common to search for. */
  readonly isTooCommon: boolean;
  /** Slack did not say what the asker may see, so anything that is not in git is left out. */
  readonly isPartial: boolean;
}

/** What to search for, as it was typed, where, and which page to show, counted from 0. */
export interface Search {
  readonly channelId: string;
  readonly typed: string;
  readonly page: number;
}

/**
 * Searches all decisions and ADRs that somebody may be told about where they ask: those that have all words, best first.
 * A word that nothing has is taken for the closest one that something has. Throws RuleBroken for people who may not use
 * commands, and ChatError.
 */
export async function searchDecisions(ports: Ports, actor: Actor, search: Search): Promise<FoundPage> {
  await checkMayUseCommands(ports, actor);
  const { read } = ports.store;
  const { teamId } = actor;
  const typed = readSearch(search.typed);
  const readable = await askReadable(ports, actor, search.channelId);
  const repositories = await askRepositories(ports, actor, search.channelId);
  const archives = repositories.map(({ archive }) => archive.id);
  const scope = { channelIds: [...(readable ?? [])], archives };
  const { question, doubts } = await resolve(ports, actor, { typed, repositories });
  const isAsked = typed.words.length > 0 || isNarrowed(question);
  const first = isAsked ? await read.search.find(teamId, question, scope, mostAsked) : nothing;
  const { answer, corrected } = await searchCorrected(ports, teamId, { question, scope, answer: first });
  const { words } = answer;
  const hits = await leaveOutTwice(ports, teamId, answer.hits);
  const total = Math.min(hits.length, mostFound);
  const pages = Math.max(1, Math.ceil(total / resultsOnPage));
  const page = Math.min(Math.max(0, search.page), pages - 1);
  const onPage = hits.slice(0, mostFound).slice(page * resultsOnPage, (page + 1) * resultsOnPage);
  const places = { channelIds: new Set(scope.channelIds), archives: new Set(archives) };
  const ids = onPage.map(({ id }) => id);
  const [shown, texts] = await Promise.all([
    toListed(ports, actor, onPage, places),
    read.search.readTexts(teamId, ids),
  ]);
  const byId = new Map(texts.map((text) => [text.id, text]));
  const excerptOf = ({ id }: SearchHit) => {
    const text = byId.get(id);
    return text && findExcerpt(text.title, text.body, words);
  };
  return {
    found: shown.map(({ hit, line }) => ({ line, excerpt: excerptOf(hit) })),
    total,
    hasMore: hits.length > mostFound,
    ...{ page, pages, corrected, doubts, isAsked },
    isTooCommon: answer.hits.length === 0 && words.length === 0 && answer.everyday.length > 0,
    isPartial: readable === undefined,
  };
}

const nothing: SearchAnswer = { hits: [], words: [], everyday: [] };

/** Finds the channels, repositories and people that were named; those that are not known are doubts. */
async function resolve(
  ports: Ports,
  actor: Actor,
  { typed, repositories }: { readonly typed: TypedSearch; readonly repositories: readonly Repository[] },
): Promise<{ question: SearchQuestion; doubts: readonly SearchDoubt[] }> {
  const doubts = [...typed.doubts];
  const own = typed.channels.length > 0 ? await listNamed(ports, actor) : new Map<string, string>();
  const channels = typed.channels.flatMap((name) => {
    const id = own.get(name.toLowerCase());
    if (id === undefined) doubts.push({ key: 'in', value: name });
    return id ?? [];
  });
  const archives = typed.repositories.flatMap((name) => {
    const repository = repositories.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (repository === undefined) doubts.push({ key: 'repo', value: name });
    return repository?.archive.id ?? [];
  });
  const people = await Promise.all(
    typed.people.map(async (name) => {
      const ids = /^[UW][A-Z0-9]{4,}$/.test(name)
        ? [name]
        : await ports.store.read.people.findNamed(actor.teamId, name);
      return { ids, names: [name] };
    }),
  );
  const { words, statuses, tags, from, until } = typed;
  return { question: { words, statuses, tags, channels, archives, people, from, until }, doubts };
}

/** The channels that somebody sees, by their names in lower case; none when Slack does not answer. */
async function listNamed(ports: Ports, actor: Actor): Promise<ReadonlyMap<string, string>> {
  try {
    const own = await ports.sight.listOwnChannels();
    const seen = await findSeen(ports, own.keys(), actor);
    return new Map(
      [...own.values()].flatMap(({ id, name }) => (seen.has(id) ? [[name.toLowerCase(), id] as const] : [])),
    );
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    return new Map();
  }
}

/**
 * The answer to a search; if there is none, that to the closest words for those that nothing has which the asker may be
 * told about.
 */
async function searchCorrected(
  { store }: Ports,
  teamId: string,
  asked: { readonly question: SearchQuestion; readonly scope: SearchScope; readonly answer: SearchAnswer },
): Promise<{ readonly answer: SearchAnswer; readonly corrected: FoundPage['corrected'] }> {
  const { question, scope, answer } = asked;
  if (answer.hits.length > 0) return { answer, corrected: [] };
  const { search } = store.read;
  const hasAny = async (typed: string) =>
    (question.words.length > 1 || isNarrowed(question)) &&
    (await search.find(teamId, { ...anything, words: [typed] }, scope, 1)).hits.length > 0;
  const words = answer.words.map(async (typed) => {
    return { typed, meant: (await hasAny(typed)) ? typed : ((await search.findNearestWord(teamId, typed)) ?? typed) };
  });
  const meant = await Promise.all(words);
  const corrected = meant.filter((word) => word.meant !== word.typed);
  if (corrected.length === 0) return { answer, corrected };
  const again = await search.find(teamId, { ...question, words: meant.map((word) => word.meant) }, scope, mostAsked);
  return again.hits.length > 0 ? { answer: again, corrected } : { answer, corrected: [] };
}

/** What narrows nothing down. */
const anything: Omit<SearchQuestion, 'words'> = {
  ...{ statuses: [], tags: [], channels: [], archives: [], people: [] },
  ...{ from: undefined, until: undefined },
};

interface Told {
  readonly hit: SearchHit;
  readonly line: Listed;
}

/** The hits without decisions whose ADRs were found, too: a decision is told with its ADR. */
async function leaveOutTwice({ store }: Ports, teamId: string, hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const adrIds = hits.flatMap(({ adrId }) => adrId ?? []);
  const told = new Set((await store.read.adrs.findDecisionsOf(teamId, adrIds)).values());
  return hits.filter(({ decisionId }) => decisionId === undefined || !told.has(decisionId));
}

/** Hits as lines of a list. */
async function toListed(
  ports: Ports,
  { teamId }: Actor,
  hits: readonly SearchHit[],
  { channelIds, archives }: { readonly channelIds: ReadonlySet<string>; readonly archives: ReadonlySet<string> },
): Promise<Told[]> {
  const { read } = ports.store;
  const adrs = new Map(
    (
      await read.adrs.findThese(
        teamId,
        hits.flatMap(({ adrId }) => adrId ?? []),
      )
    ).map((adr) => [adr.id, adr]),
  );
  const ours = [...adrs.values()].flatMap(({ decisionId }) => decisionId ?? []);
  const ids = [...new Set([...hits.flatMap(({ decisionId }) => decisionId ?? []), ...ours])];
  const summaries = keepTold(await read.summaries.find(teamId, ids), channelIds, archives);
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return hits.flatMap((hit): Told[] => {
    const adr = adrs.get(hit.adrId ?? -1);
    if (adr !== undefined) {
      const fileUrl = ports.repositories.byArchive(adr.archive)?.archive.addressOfFile(adr.fileName);
      const summary = byId.get(adr.decisionId ?? '');
      return [{ hit, line: { kind: 'adr', adr, summary, fileUrl, ...nameRepository(ports, adr) } }];
    }
    const summary = byId.get(hit.decisionId ?? '');
    if (summary === undefined) return [];
    return [{ hit, line: { kind: 'decision', summary, isGone: false, ...nameRepository(ports, summary) } }];
  });
}
