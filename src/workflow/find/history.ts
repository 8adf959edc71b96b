import { readReference } from '@gavel/adr/name/adr-reference.ts';
import { type Decision, hidesTally } from '../../decision/decision.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { withoutVotes } from '../../decision/outcome/departure.ts';
import type { People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import { checkMayUseCommands, findForReader } from '../access/access.ts';
import { learnPeople } from '../access/people.ts';
import { findReadableChannels } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { VoteCount } from '../ports/records/ballots.ts';
import type { RecordedEvent } from '../ports/records/events.ts';
import { findRepositoriesFor, nameRepository } from '../settings/repository.ts';
import { countBallots } from '../vote/count-ballots.ts';
import { findGone, findInRepositories } from './find-adr.ts';
import { type PagedList, type PagePlace, type ReadPage, readPage } from './read-page.ts';
import type { PlacedAdr } from './show.ts';

/** The maximum number of decisions found when several contain the words: more than anybody is offered. */
const mostFound = 21;

/** How many events a page has. */
export const eventsOnPage = 15;

/** Events are counted up to this number. */
const mostCounted = 1_000;

/** The events are one part of a list: see `PagedList`. */
export const historyParts = ['events'] as const;
export type HistoryPlace = PagePlace<(typeof historyParts)[number]>;

/** A page of what happened to a decision, with the names of those who did it. */
export interface History {
  readonly decision: Decision;
  readonly events: ReadPage<RecordedEvent, HistoryPlace['part']>;
  /** How many events there are in all; undefined when they are too many to be counted. */
  readonly total: number | undefined;
  readonly votes: readonly VoteCount[];
  /** The votes as they stand, once voting has closed. */
  readonly tally: Tally | undefined;
  readonly people: People;
}

/**
 * What happened to a decision, for people who may see it: the page at a place, or the first page. Throws RuleBroken.
 */
export async function readHistory(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  place?: HistoryPlace,
): Promise<History> {
  const decision = await findForReader(ports, decisionId, actor);
  const { read } = ports.store;
  const list: PagedList<RecordedEvent, HistoryPlace['part']> = {
    parts: historyParts,
    size: eventsOnPage,
    read: (_, { side, id }, most) =>
      read.events.find(decisionId, { cut: { side, id: id === undefined ? undefined : Number(id) }, most }),
    idOf: ({ id }) => String(id),
  };
  const page = await readPage(list, place);
  const events = hidesTally(decision) ? { ...page, lines: page.lines.map(hideVotes) } : page;
  const counted = await read.events.count(decisionId, mostCounted);
  const votes = await read.ballots.countByRound(decisionId);
  const tally = decision.voting?.closedAt && (await countBallots(read, decision));
  const people = await learnPeople(
    ports,
    decision.teamId,
    events.lines.flatMap(({ actorId }) => actorId ?? []),
  );
  return { decision, events, total: counted > mostCounted ? undefined : counted, votes, tally, people };
}

/**
 * An event without what it tells of votes that are hidden: what an outcome departs from that somebody has recorded, and
 * why the rule has extended the vote.
 */
function hideVotes(event: RecordedEvent): RecordedEvent {
  const { verdict: _, ...detail }: Readonly<Record<string, unknown>> = { ...event.detail };
  const { departures } = detail;
  if (Array.isArray(departures)) return { ...event, detail: { ...detail, departures: withoutVotes(departures) } };
  return event.kind === 'extended' ? { ...event, detail } : event;
}

/** What somebody may mean: decisions, or ADRs that others wrote. One of the two lists is empty. */
export interface Meant {
  readonly decisions: readonly Summary[];
  readonly adrs: readonly PlacedAdr[];
}

/**
 * What somebody may mean in a channel: the decision published under this number or file name, or the ADRs of others that
 * have it; or else the decisions whose titles contain all of these words, or the one with exactly this title; or else an ADR
 * of others whose file is gone. Throws RuleBroken when there is none.
 */
export async function findMeant(
  ports: Ports,
  actor: Actor,
  channelId: string,
  words: readonly string[],
): Promise<Meant> {
  await checkMayUseCommands(ports, actor);
  const reference = readReference(words.join(' '));
  if (reference === undefined) {
    throw new RuleBroken({ code: 'decision not named' });
  }
  const repositories = await findRepositoriesFor(ports, actor, channelId);
  const adrs = await findInRepositories(ports, repositories, reference);
  if (adrs.length > 0 && adrs.every(({ decisionId }) => decisionId === undefined))
    return { decisions: [], adrs: adrs.slice(0, mostFound).map((adr) => ({ ...adr, ...nameRepository(ports, adr) })) };
  const { read } = ports.store;
  const { teamId } = actor;
  const ours = adrs.flatMap(({ decisionId }) => decisionId ?? []);
  const published =
    ours.length > 0 ? await read.summaries.find(teamId, ours) : await read.summaries.findPublishedAs(teamId, reference);
  const readable = await findReadableChannels(ports, actor, channelId);
  const which = { channelIds: [...readable], most: mostFound };
  const meant = published.length > 0 ? published : await read.summaries.findTitled(teamId, words, which);
  const matches = meant.filter((summary) => readable.has(summary.channelId));
  if (matches.length > 0) return { decisions: matches, adrs: [] };
  for (const { archive } of repositories) {
    const gone = await findGone(ports, archive.id, reference);
    if (gone && gone.decisionId === undefined)
      return { decisions: [], adrs: [{ ...gone, ...nameRepository(ports, gone) }] };
  }
  throw new RuleBroken({ code: 'no decision with these words', words });
}
