import type { Summary } from '../../decision/digest/digest.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { findReadableChannels, keepTold } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { IndexedAdr } from '../ports/adr-index.ts';
import { ChatError } from '../ports/chat-error.ts';
import type { Cut, UnpublishedQuery } from '../ports/list.ts';
import type { Ports } from '../ports/ports.ts';
import type { Repository } from '../ports/repositories.ts';
import { findRepositories, nameRepository } from '../settings/repository.ts';
import { type PagedList, type Place, type ReadPage, readPage } from './read-page.ts';

/** How many lines a page of the list has. */
export const linesOnPage = 15;

/** Lines are counted up to here, separately for decisions and for ADRs: a long list is not read to its end to be counted. */
const mostCounted = 1_000;

/**
 * A line of the list: an ADR of the archive, with our decision if it was one; or a decision that the index does not
 * have. `isGone`: it was published, and its file is gone. `repository`: what its repository is called, where the workspace
 * has several.
 */
export type Listed =
  | {
      readonly kind: 'adr';
      readonly adr: IndexedAdr;
      readonly summary: Summary | undefined;
      /** Where its file is on the web, on hosts that we know. */
      readonly fileUrl?: string | undefined;
      readonly repository?: string | undefined;
    }
  | {
      readonly kind: 'decision';
      readonly summary: Summary;
      readonly isGone: boolean;
      readonly repository?: string | undefined;
    };

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
  const repositories = await askRepositories(ports, question);
  const archives = repositories.map(({ archive }) => archive.id);
  const { decisions, adrs, isCommon } = await read.summaries.countListed(teamId, archives, which);
  const areCommon = { decisions: isCommon, adrs: adrs > mostCounted };
  const page = await readPage(openList(ports, teamId, { words, channelIds, archives, areCommon }), place);
  const total = Math.min(decisions, mostCounted) + Math.min(adrs, mostCounted);
  const hasMore = decisions > mostCounted || adrs > mostCounted;
  return { ...page, total, hasMore, isPartial: readable === undefined };
}

/** The repositories that are read where somebody asks; none that only some channels have when Slack does not answer. */
async function askRepositories(ports: Ports, { channelId }: ListQuestion): Promise<readonly Repository[]> {
  return findRepositories(ports, { teamId: ports.chat.teamId, channelId }).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    return ports.repositories.all.filter(({ channels }) => channels === undefined);
  });
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
} as const satisfies Partial<Record<ListPart, UnpublishedQuery['statuses']>>;

interface Which {
  readonly words: readonly string[];
  readonly channelIds: readonly string[];
  readonly archives: readonly string[];
  readonly areCommon: { readonly decisions: boolean; readonly adrs: boolean };
}

function openList(
  ports: Ports,
  teamId: string,
  { words, channelIds, archives, areCommon }: Which,
): PagedList<Listed, ListPart> {
  const { read } = ports.store;
  const told = new Set(channelIds);
  const toldArchives = new Set(archives);
  const readAdrs = async ({ side, id }: Cut<string>, most: number): Promise<Listed[]> => {
    const search = { words, isCommon: areCommon.adrs };
    const inTurn = side === 'after' ? archives : archives.toReversed();
    const adrId = id === undefined ? undefined : Number(id);
    const start = adrId === undefined ? undefined : await findArchiveOf(ports, teamId, archives, adrId);
    let adrs: readonly IndexedAdr[] = [];
    for (const archive of inTurn.slice(start === undefined ? 0 : inTurn.indexOf(start))) {
      const cut = { side, id: archive === start ? adrId : undefined };
      const more = await read.adrs.list(teamId, archive, { cut, most: most - adrs.length, search });
      adrs = side === 'after' ? [...adrs, ...more] : [...more, ...adrs];
      if (adrs.length === most) break;
    }
    const ours = await read.summaries.find(
      teamId,
      adrs.flatMap(({ decisionId }) => decisionId ?? []),
    );
    const byId = new Map(keepTold(ours, told, toldArchives).map((summary) => [summary.id, summary]));
    return adrs.map((adr) => {
      const fileUrl = ports.repositories.byArchive(adr.archive)?.archive.addressOfFile(adr.fileName);
      return { kind: 'adr', adr, summary: byId.get(adr.decisionId ?? ''), fileUrl, ...nameRepository(ports, adr) };
    });
  };
  return {
    parts: listParts,
    size: linesOnPage,
    read: async (part, cut, most) => {
      if (part === 'git') return readAdrs(cut, most);
      const search = { words, isCommon: areCommon.decisions };
      const summaries =
        part === 'awaited' || part === 'gone' || part === 'elsewhere'
          ? await read.summaries.findUnindexed(teamId, { archives, where: part, channelIds, cut, most, search })
          : await read.summaries.findUnpublished(teamId, {
              statuses: unpublished[part],
              channelIds,
              cut,
              most,
              search,
            });
      return keepTold(summaries, told, toldArchives).map((summary) => {
        return { kind: 'decision', summary, isGone: part === 'gone', ...nameRepository(ports, summary) };
      });
    },
    idOf: (line) => (line.kind === 'adr' ? String(line.adr.id) : line.summary.id),
  };
}

/** The archive of an ADR where a page of the list ends, also if its file is gone since. */
async function findArchiveOf(
  { store: { read } }: Ports,
  teamId: string,
  archives: readonly string[],
  id: number,
): Promise<string | undefined> {
  if (archives.length < 2) return archives[0];
  const adr = await read.adrs.find(id);
  const gone = adr ? [] : await Promise.all(archives.map((archive) => read.adrs.findGone(teamId, archive, { id })));
  const archive = (adr ?? gone.flat()[0])?.archive;
  return archives.find((one) => one === archive);
}
