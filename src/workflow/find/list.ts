import { checkMayUseCommands } from '../access/access.ts';
import { keepTold } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Cut, UnpublishedQuery } from '../ports/list.ts';
import type { Ports } from '../ports/ports.ts';
import { nameRepository } from '../settings/repository.ts';
import { type Listed, type ListPage, type ListPart, type ListPlace, listParts } from './listed.ts';
import { type PagedList, readPage } from './read-page.ts';
import { askReadable, askRepositories } from './scope.ts';

/** How many lines a page of the list has. */
export const linesOnPage = 15;

/**
 * Lines are counted up to this number, separately for decisions and for ADRs, so that a long list is not read to its
 * end just to be counted.
 */
const mostCounted = 1_000;

/**
 * Which list to show: the channel it is for, and the words that every line has to contain. Without a place, it is the
 * first page. `size`: how many lines a page has, if not as many as the list itself shows.
 */
export interface ListQuestion {
  readonly channelId: string;
  readonly words: readonly string[];
  readonly place: ListPlace | undefined;
  readonly size?: number;
  /** The channels that the person may be told about, where they are known already. */
  readonly readable?: ReadonlySet<string>;
}

/**
 * All decisions that somebody may be told about as one list, each once: open ones; accepted ones that are not in the
 * index yet; those in git, highest number first; then those that never got there, are gone from it, or went to another
 * archive. Throws RuleBroken for people who may not use commands, and ChatError.
 */
export async function listDecisions(ports: Ports, actor: Actor, question: ListQuestion): Promise<ListPage> {
  await checkMayUseCommands(ports, actor);
  const { channelId, words, place, size = linesOnPage } = question;
  const { teamId } = actor;
  const { read } = ports.store;
  const readable = question.readable ?? (await askReadable(ports, actor, channelId));
  const channelIds = [...(readable ?? [])];
  const which = { words, channelIds, most: mostCounted };
  const repositories = await askRepositories(ports, actor, channelId);
  const archives = repositories.map(({ archive }) => archive.id);
  const counting = read.summaries.countListed(teamId, archives, which);
  const readWhere = async (areCommon: Which['areCommon']) =>
    readPage(openList(ports, teamId, { words, channelIds, archives, areCommon, size }), place);
  // Only for words does it matter how many lines have them.
  const reading =
    words.length === 0
      ? readWhere({ decisions: false, adrs: false })
      : counting.then(({ isCommon, adrs }) => readWhere({ decisions: isCommon, adrs: adrs > mostCounted }));
  const [{ decisions, adrs }, page] = await Promise.all([counting, reading]);
  const total = Math.min(decisions, mostCounted) + Math.min(adrs, mostCounted);
  const hasMore = decisions > mostCounted || adrs > mostCounted;
  return { ...page, total, hasMore, isPartial: readable === undefined };
}

/** The statuses in the parts that were never published. */
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
  readonly size: number;
}

function openList(
  ports: Ports,
  teamId: string,
  { words, channelIds, archives, areCommon, size }: Which,
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
    size,
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

/** The archive of the ADR where a page of the list ends, even if its file is gone since then. */
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
