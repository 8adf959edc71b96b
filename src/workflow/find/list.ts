import type { Summary } from '../../decision/digest.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { findReadableChannels, keepTold } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { IndexedAdr } from '../ports/adr-index.ts';
import { ChatError } from '../ports/chat-error.ts';
import type { Cut, UnpublishedPart } from '../ports/list.ts';
import type { Ports } from '../ports/ports.ts';
import { type PagedList, type Place, type ReadPage, readPage } from './read-page.ts';

/** How many lines a page of the list has. */
export const linesOnPage = 15;

/** Lines are counted up to here, separately for decisions and for ADRs: a long list is not read to its end to be counted. */
const mostCounted = 1_000;

/**
 * A line of the list: an ADR of the archive, with our decision if it was one; or a decision that the index does not
 * have. `isGone`: it was published, and its file is gone.
 */
export type Listed =
  | { readonly kind: 'adr'; readonly adr: IndexedAdr; readonly summary: Summary | undefined }
  | { readonly kind: 'decision'; readonly summary: Summary; readonly isGone: boolean };

/** The parts of the list, in their order. */
export const listParts = ['open', 'coming', 'awaited', 'git', 'ended', 'gone', 'elsewhere'] as const;
type ListPart = (typeof listParts)[number];

/** Where a page of the list is; the id is that of an ADR in part `git`, and of a decision in all others. */
export type ListPlace = Place<ListPart>;

/** One page of the list. */
export interface ListPage extends ReadPage<Listed, ListPart> {
  /** How many lines all pages have; when `hasMore`, there are more than that. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Slack did not tell what the asker may see: what is not in git is left out. */
  readonly isPartial: boolean;
}

/** Which list: as it may be shown in a channel, of what has all these words in it. The first page is at no place. */
export interface ListQuestion {
  readonly channelId: string;
  readonly words: readonly string[];
  readonly place: ListPlace | undefined;
}

/**
 * All decisions that somebody may be told of as one list, each once: open ones, then accepted ones that the index does not have yet, then what is in
 * git, highest number first, then what never came there, is gone from it, or went to another archive. Throws RuleBroken for
 * who has no commands, and ChatError.
 */
export async function listDecisions(ports: Ports, actor: Actor, question: ListQuestion): Promise<ListPage> {
  await checkMayUseCommands(ports, actor);
  const { channelId, words, place } = question;
  const { teamId } = actor;
  const { read } = ports.store;
  const readable = await askReadable(ports, actor, channelId);
  const channelIds = [...(readable ?? [])];
  const which = { words, channelIds, most: mostCounted };
  const { decisions, adrs, isCommon } = await read.summaries.countListed(
    teamId,
    ports.repositories.first.archive.id,
    which,
  );
  const areCommon = { decisions: isCommon, adrs: adrs > mostCounted };
  const page = await readPage(openList(ports, teamId, { words, channelIds, areCommon }), place);
  const total = Math.min(decisions, mostCounted) + Math.min(adrs, mostCounted);
  const hasMore = decisions > mostCounted || adrs > mostCounted;
  return { ...page, total, hasMore, isPartial: readable === undefined };
}

/** The channels of which somebody may be told; undefined when Slack does not answer. */
async function askReadable(ports: Ports, actor: Actor, channelId: string): Promise<ReadonlySet<string> | undefined> {
  return findReadableChannels(ports, actor, channelId).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn({ error: error.cause }, 'Slack did not tell what somebody may see; a list goes without it.');
    return undefined;
  });
}

/** What stands in the parts that were never published. */
const unpublished = {
  open: ['proposed'],
  coming: ['accepted'],
  ended: ['rejected', 'withdrawn', 'draft', 'deprecated', 'superseded'],
} as const satisfies Partial<Record<ListPart, UnpublishedPart['statuses']>>;

interface Which {
  readonly words: readonly string[];
  readonly channelIds: readonly string[];
  readonly areCommon: { readonly decisions: boolean; readonly adrs: boolean };
}

function openList(
  {
    store: { read },
    repositories: {
      first: { archive },
    },
  }: Ports,
  teamId: string,
  { words, channelIds, areCommon }: Which,
): PagedList<Listed, ListPart> {
  const readAdrs = async ({ side, id }: Cut<string>, most: number): Promise<Listed[]> => {
    const cut = { side, id: id === undefined ? undefined : Number(id) };
    const search = { words, isCommon: areCommon.adrs };
    const adrs = await read.adrs.list(teamId, archive.id, { cut, most, search });
    const ours = await read.summaries.find(
      teamId,
      adrs.flatMap(({ decisionId }) => decisionId ?? []),
    );
    const byId = new Map(keepTold(ours, new Set(channelIds)).map((summary) => [summary.id, summary]));
    return adrs.map((adr) => ({ kind: 'adr', adr, summary: byId.get(adr.decisionId ?? '') }));
  };
  return {
    parts: listParts,
    size: linesOnPage,
    read: async (part, cut, most) => {
      if (part === 'git') return readAdrs(cut, most);
      const search = { words, isCommon: areCommon.decisions };
      const summaries =
        part === 'awaited' || part === 'gone' || part === 'elsewhere'
          ? await read.summaries.findUnindexed(teamId, { archive: archive.id, where: part, cut, most, search })
          : await read.summaries.findUnpublished(teamId, {
              statuses: unpublished[part],
              channelIds,
              cut,
              most,
              search,
            });
      const told = keepTold(summaries, new Set(channelIds));
      return told.map((summary) => ({ kind: 'decision', summary, isGone: part === 'gone' }));
    },
    idOf: (line) => (line.kind === 'adr' ? String(line.adr.id) : line.summary.id),
  };
}
