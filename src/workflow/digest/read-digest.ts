import {
  type AdrChange,
  type AdrHappening,
  type Candidate,
  type Counted,
  type Digest,
  ofEachList,
  type Summary,
  sortOut,
  sumUp,
  type ToldDecision,
} from '../../decision/digest/digest.ts';
import { peopleIn } from '../../decision/outcome/departure.ts';
import { stallsAfter } from '../../decision/time/stall.ts';
import { isTellable, type Tellable } from '../access/readers.ts';
import { findFate, findSuperseded } from '../find/adr-fate.ts';
import type { IndexedAdr, SharedNumber } from '../ports/archive/adr-index.ts';
import type { Archive } from '../ports/archive/archive.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import type { OpenRevisit } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import type { Gather } from './gather.ts';

/** How many lines of a list a digest keeps: more than a message has room for. */
const mostTold = 20;

/** How many that are to be looked at again are read, of which a message shows the first and counts the rest. */
const mostDue = 200;

/** A digest that is to be written: for a channel with these repositories, about a period. */
interface DigestPlan {
  readonly repositories: readonly Repository[];
  readonly channelId: string;
  readonly from: Date;
  readonly to: Date;
  /** It tells what each of these lets it tell. */
  readonly tellable: readonly [Tellable, ...Tellable[]];
}

/**
 * Everything there is to tell about a period, from the database. What of it may be told is checked once more when it is
 * told. `gather`: how its parts are read; one after the other in a transaction.
 */
export async function readDigest(
  ports: Ports,
  { repositories, channelId, from, to, tellable }: DigestPlan,
  gather: Gather,
): Promise<Digest> {
  const { teamId } = ports.chat;
  const records = ports.store.read;
  const channelIds = [...tellable[0].channelIds];
  const period = { after: from, until: to };
  const [candidates, stalled, due, followed, happened, found] = await gather([
    () => records.summaries.findForDigest(teamId, channelIds, period),
    // Only the channel's own: what others have left lying is for them.
    () => records.summaries.findStalled(teamId, [channelId], new Date(to.getTime() - stallsAfter)),
    () => records.revisits.findOpen(teamId, { channelId }, mostDue),
    () => records.follows.findTags(teamId, channelId),
    () => inEach(repositories, ({ id }) => records.adrs.findChanges(teamId, id, from, to)),
    () => inEach(repositories, ({ id }) => records.adrs.findSharedNumbers(teamId, id, period)),
  ]);
  const archives = new Set(repositories.map(({ archive }) => archive.id));
  const isTold = (one: Candidate) => tellable.every((each) => isTellable(one, each, archives));
  const lists = sortOut(candidates.filter(isTold), from, to);
  const ordered = ofEachList((list) => followedFirst(lists[list], followed));
  const named = Object.values(ordered).flatMap((all) => all.slice(0, mostTold).map(({ id }) => id));
  const summaries = await records.summaries.find(teamId, named);
  const [told, names] = await gather([
    () => tellMore(ports, summaries, channelId),
    () => findNames(records, teamId, summaries),
  ]);
  return {
    ...{ from, to, stalled, names },
    ...ofEachList((list) => ordered[list].flatMap(({ id }) => told.get(id) ?? [])),
    more: ofEachList((list) => count(ordered[list].slice(mostTold))),
    ...(followed.length === 0 ? {} : { followed }),
    revisits: due.map((one) => tellDue(ports, one)),
    inRepository: tellNews(happened, found, from, to),
  };
}

/** Decisions under tags that the channel follows first, and otherwise in the same order. */
function followedFirst(candidates: readonly Candidate[], followed: readonly string[]): readonly Candidate[] {
  const isFollowed = ({ tags = [] }: Candidate) => tags.some((tag) => followed.includes(tag));
  return [...candidates.filter(isFollowed), ...candidates.filter((one) => !isFollowed(one))];
}

/** How many there are of each kind as to who may be told of them. */
function count(candidates: readonly Candidate[]): Counted[] {
  const kindOf = ({ channelId, archive, isPublished }: Candidate) => JSON.stringify([channelId, archive, isPublished]);
  return [...Map.groupBy(candidates, kindOf).values()].flatMap((those) =>
    those.slice(0, 1).map(({ channelId, archive, isPublished }) => {
      return { channelId, archive, isPublished, count: those.length };
    }),
  );
}

/** What others did in the repositories. */
function tellNews(
  happened: readonly InArchive<AdrHappening>[],
  found: readonly InArchive<SharedNumber>[],
  from: Date,
  to: Date,
): Digest['inRepository'] {
  const archives = new Map(happened.flatMap(({ archive, all }) => all.map(({ adrId }) => [adrId, archive])));
  const changes = sumUp(happened.flatMap(({ all }) => all)).map((change) => {
    const archive = archives.get(change.adrId);
    return { ...change, archive: archive?.id, url: archive && addressOfChange(archive, change) };
  });
  const sharedNumbers = found.flatMap(({ archive, all }) =>
    all
      .filter(({ since }) => since !== undefined && since > from && since <= to)
      .map(({ number, files }) => ({ number, fileNames: files.map(({ fileName }) => fileName), archive: archive.id })),
  );
  return { changes, sharedNumbers };
}

function tellDue(
  { repositories }: Ports,
  { title, number, cardLink, dueOn, adrId, archive, fileName }: OpenRevisit,
): NonNullable<Digest['revisits']>[number] {
  const file = fileName === undefined ? undefined : repositories.byArchive(archive)?.archive.addressOfFile(fileName);
  return { title, number, url: cardLink ?? file, dueOn, isImported: adrId !== undefined };
}

/** Decisions with what their files in git say, by their ids. */
async function tellMore(
  ports: Ports,
  decisions: readonly Summary[],
  channelId: string,
): Promise<ReadonlyMap<string, ToldDecision>> {
  const adrs = await findTheirAdrs(ports, decisions);
  const told = new Map<string, ToldDecision>();
  for (const decision of decisions) {
    const adr = adrs.get(decision.id);
    const more = adr && {
      fileUrl: ports.repositories.byArchive(decision.archive)?.archive.addressOfFile(adr.fileName),
      supersedes: await findSuperseded(ports, adr, channelId),
      fate: await findFate(ports, adr, channelId),
    };
    told.set(decision.id, { ...decision, ...more });
  }
  return told;
}

/** The ADRs of decisions whose files are in the branch, by the decision's id. */
async function findTheirAdrs(
  { store, chat }: Ports,
  decisions: readonly Summary[],
): Promise<ReadonlyMap<string, IndexedAdr>> {
  const published = decisions.filter(({ isPublished, fileName }) => isPublished && fileName !== undefined);
  const found = new Map<string, IndexedAdr>();
  for (const [archive, those] of Map.groupBy(published, (decision) => decision.archive)) {
    const names = those.map(({ fileName = '' }) => fileName);
    const adrs = await store.read.adrs.findAt(chat.teamId, archive, names);
    const byName = new Map(adrs.map((adr) => [adr.fileName, adr]));
    for (const { id, fileName = '' } of those) {
      const adr = byName.get(fileName);
      if (adr !== undefined) found.set(id, adr);
    }
  }
  return found;
}

/** The names of those who decided, and of those over whose objections something was decided. */
async function findNames(
  records: Records,
  teamId: string,
  decided: readonly Summary[],
): Promise<Readonly<Record<string, string>>> {
  const ids = decided.flatMap(({ decidedBy, confirmedBy, departures = [] }) => [
    ...[decidedBy, confirmedBy].filter((id) => id !== undefined),
    ...peopleIn(departures),
  ]);
  const people = await records.people.find(teamId, [...new Set(ids)]);
  return Object.fromEntries([...people.values()].map(({ id, name }) => [id, name]));
}

interface InArchive<Found> {
  readonly archive: Archive;
  readonly all: readonly Found[];
}

/** The results for each of these repositories, one after the other, since all of it may be in one transaction. */
async function inEach<Found>(
  repositories: readonly Repository[],
  find: (archive: Archive) => Promise<readonly Found[]>,
): Promise<InArchive<Found>[]> {
  const found: InArchive<Found>[] = [];
  for (const { archive } of repositories) found.push({ archive, all: await find(archive) });
  return found;
}

/** A link to the file, or, if the file is gone, to the commit that removed it. */
function addressOfChange(archive: Archive, { kind, fileName, commit }: AdrChange): string | undefined {
  if (kind !== 'removed') return archive.addressOfFile(fileName);
  return commit === undefined ? undefined : archive.addressOf(commit);
}
