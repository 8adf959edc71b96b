import { type Cadence, lastDigestBefore, nextDigestAt } from '../../decision/digest/cadence.ts';
import {
  type AdrChange,
  composeDigest,
  type Digest,
  isEmpty,
  type Summary,
  type ToldDecision,
} from '../../decision/digest/digest.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { peopleIn } from '../../decision/outcome/departure.ts';
import { stallsAfter } from '../../decision/time/stall.ts';
import { checkMayUseCommands, findChannelToSetUp, findSeenChannel } from '../access/access.ts';
import { screenDigest, screenDigestFor } from '../access/screen.ts';
import { findFate, findSuperseded } from '../find/adr-fate.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { WrittenDigest } from '../message/announcement.ts';
import type { Actor } from '../ports/actor.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Archive } from '../ports/archive/archive.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import type { Subscription } from '../ports/records/digests.ts';
import type { OpenRevisit } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { findRepositories, findRepositoriesFor } from '../settings/repository.ts';
import { type Gather, inTurn, together } from './gather.ts';

const aWeek = 7 * 24 * 60 * 60 * 1_000;

/** How many decisions of a list are told with all that their files say: more than a message has room for. */
const mostTold = 30;

/**
 * Sets how often a channel gets a digest. Returns when the next one comes, if digests are on. Throws RuleBroken for
 * people who may not set it.
 */
export async function setCadence(
  ports: Ports,
  actor: Actor,
  channelId: string,
  cadence: Cadence,
): Promise<Date | undefined> {
  const { teamId } = actor;
  await findChannelToSetUp(ports, channelId, actor, 'digest');
  const now = ports.now();
  const next = nextDigestAt(cadence, now);
  await ports.store.transaction(async (records) => {
    const known = await records.digests.lock(teamId, channelId);
    const isOff = known === undefined || known.cadence.every === 'never';
    // One whole period back, so that the first one includes what was decided just before somebody asked for digests.
    const toldUntil = isOff ? (next ? lastDigestBefore(cadence, next) : now) : known.toldUntil;
    await records.digests.save({ teamId, channelId, cadence, toldUntil }, actor.userId);
    if (next) await records.jobs.add('send-digest', { teamId, channelId }, { runAt: next });
    await planHomes(ports, records);
  });
  return next;
}

/**
 * The digest of a channel as it would be now, limited to what the asker may be told. It covers the time since the last
 * digest, or the last week if there was none. Where Gavel can't see the channel, the digest is the asker's own. Throws
 * RuleBroken and ChatError.
 */
export async function previewDigest(ports: Ports, actor: Actor, channelId: string): Promise<WrittenDigest> {
  await checkMayUseCommands(ports, actor);
  const { teamId } = actor;
  const isShown = (await ports.sight.findChannel(channelId)) !== undefined;
  if (isShown && !(await findSeenChannel(ports, channelId, actor)))
    throw new RuleBroken({ code: 'not in the channel', wanted: 'digest' });
  const now = ports.now();
  const subscription = await ports.store.read.digests.find(teamId, channelId);
  const since = subscription && subscription.cadence.every !== 'never' ? subscription.toldUntil : undefined;
  const from = since ?? new Date(now.getTime() - aWeek);
  const repositories = await findRepositoriesFor(ports, actor, channelId);
  const digest = writeDigest(await readDigest(ports, { repositories, channelId, from, to: now }, together));
  const told = isShown ? await screenDigest(ports, digest, channelId) : digest;
  return screenDigestFor(ports, told, actor, channelId);
}

/** A digest that is to be written: for a channel with these repositories, about a period. */
interface DigestPlan {
  readonly repositories: readonly Repository[];
  readonly channelId: string;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Everything there is to tell about a period, from the database. What of it may be told is checked when it is told.
 * `gather`: how its parts are read; one after the other in a transaction.
 */
async function readDigest(
  ports: Ports,
  { repositories, channelId, from, to }: DigestPlan,
  gather: Gather,
): Promise<Digest> {
  const { teamId } = ports.chat;
  const records = ports.store.read;
  const channelIds = await records.decisions.findChannels(teamId);
  const period = { after: from, until: to };
  const [decided, inReview, open, stalled, due, followed, happened, found] = await gather([
    () => records.summaries.findDecided(teamId, channelIds, period),
    () => records.summaries.findInReview(teamId, channelIds),
    () => records.summaries.findOpenVotes(teamId, channelIds),
    // Only the channel's own: what others have left lying is for them.
    () => records.summaries.findStalled(teamId, [channelId], new Date(to.getTime() - stallsAfter)),
    () => records.revisits.findOpen(teamId, { channelId }, mostTold),
    () => records.follows.findTags(teamId, channelId),
    () => inEach(repositories, ({ id }) => records.adrs.findChanges(teamId, id, from, to)),
    () => inEach(repositories, ({ id }) => records.adrs.findSharedNumbers(teamId, id, period)),
  ]);
  const archives = new Map(happened.flatMap(({ archive, all }) => all.map(({ adrId }) => [adrId, archive])));
  const happenings = happened.flatMap(({ all }) => all);
  const shared = found.flatMap(({ archive, all }) => all.map((one) => ({ ...one, archive: archive.id })));
  const sharedNumbers = shared
    .filter(({ since }) => since !== undefined && since > from && since <= to)
    .map(({ number, files, archive }) => ({ number, fileNames: files.map(({ fileName }) => fileName), archive }));
  const digest = composeDigest(distinct([...decided, ...inReview, ...open]), { happenings, sharedNumbers }, from, to);
  const changes = digest.inRepository.changes.map((change) => {
    const archive = archives.get(change.adrId);
    return { ...change, archive: archive?.id, url: archive && addressOfChange(archive, change) };
  });
  const [accepted, rejected, awaited, names] = await gather([
    () => tellMore(ports, digest.accepted, channelId),
    () => tellMore(ports, digest.rejected, channelId),
    () => tellMore(ports, digest.inReview, channelId),
    () => findNames(records, teamId, [...digest.accepted, ...digest.rejected, ...digest.inReview]),
  ]);
  return {
    ...digest,
    ...(followed.length === 0 ? {} : { followed }),
    ...{ stalled, accepted, rejected, inReview: awaited, names },
    revisits: due.map((one) => tellDue(ports, one)),
    inRepository: { ...digest.inRepository, changes },
  };
}

function tellDue(
  { repositories }: Ports,
  { title, number, cardLink, dueOn, adrId, archive, fileName }: OpenRevisit,
): NonNullable<Digest['revisits']>[number] {
  const file = fileName === undefined ? undefined : repositories.byArchive(archive)?.archive.addressOfFile(fileName);
  return { title, number, url: cardLink ?? file, dueOn, isImported: adrId !== undefined };
}

/** Each of these decisions once. */
function distinct(summaries: readonly Summary[]): Summary[] {
  return [...new Map(summaries.map((summary) => [summary.id, summary])).values()];
}

/** Decisions with what their files in git say, as far as a message has room for them. */
async function tellMore(ports: Ports, decisions: readonly Summary[], channelId: string): Promise<ToldDecision[]> {
  const shown = decisions.slice(0, mostTold);
  const adrs = await findTheirAdrs(ports, shown);
  const told: ToldDecision[] = [];
  for (const decision of shown) {
    const { archive } = decision;
    const adr = adrs.get(decision.id);
    if (adr === undefined) told.push(decision);
    else
      told.push({
        ...decision,
        fileUrl: ports.repositories.byArchive(archive)?.archive.addressOfFile(adr.fileName),
        supersedes: await findSuperseded(ports, adr, channelId),
        fate: await findFate(ports, adr, channelId),
      });
  }
  return [...told, ...decisions.slice(mostTold)];
}

/** The ADRs of decisions whose files are in the branch, by the decision's id. */
async function findTheirAdrs(
  { store, chat }: Ports,
  decisions: readonly Summary[],
): Promise<ReadonlyMap<string, IndexedAdr>> {
  const published = decisions.filter(({ isPublished, fileName }) => isPublished && fileName !== undefined);
  const byArchive = Map.groupBy(published, ({ archive }) => archive);
  const found = await Promise.all(
    [...byArchive].map(async ([archive, those]) => {
      const adrs = await store.read.adrs.findAt(
        chat.teamId,
        archive,
        those.map(({ fileName = '' }) => fileName),
      );
      const byName = new Map(adrs.map((adr) => [adr.fileName, adr]));
      return those.flatMap(({ id, fileName = '' }): [string, IndexedAdr][] => {
        const adr = byName.get(fileName);
        return adr === undefined ? [] : [[id, adr]];
      });
    }),
  );
  return new Map(found.flat());
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

/** The results for each of these repositories, one after the other, since all of it may be in one transaction. */
async function inEach<Found>(
  repositories: readonly Repository[],
  find: (archive: Archive) => Promise<readonly Found[]>,
) {
  const found: { readonly archive: Archive; readonly all: readonly Found[] }[] = [];
  for (const { archive } of repositories) found.push({ archive, all: await find(archive) });
  return found;
}

/** A link to the file, or, if the file is gone, to the commit that removed it. */
function addressOfChange(archive: Archive, { kind, fileName, commit }: AdrChange): string | undefined {
  if (kind !== 'removed') return archive.addressOfFile(fileName);
  return commit === undefined ? undefined : archive.addressOf(commit);
}

/** The end of the last period that is over and not yet told; undefined if there is none. */
function findDuePeriod({ cadence, toldUntil }: Subscription, now: Date): Date | undefined {
  let due: Date | undefined;
  for (let next = nextDigestAt(cadence, toldUntil); next && next <= now; next = nextDigestAt(cadence, next)) due = next;
  return due;
}

/**
 * Sends a channel the digest of the period that has just ended, and schedules the next. There is one message per
 * channel and period, whatever crashes, since the message is written in the transaction that moves `toldUntil`. A long
 * absence gets a single digest, and an empty one is not sent.
 */
export async function sendDigest(ports: Ports, teamId: string, channelId: string): Promise<void> {
  const repositories = await findRepositories(ports, { teamId, channelId });
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const subscription = await records.digests.lock(teamId, channelId);
    if (subscription === undefined) return;
    const due = findDuePeriod(subscription, now);
    if (due) {
      // Whatever is being written to the index right now belongs to exactly one of this period and the next.
      for (const { archive } of byId(repositories)) await records.readings.lock(teamId, archive.id);
      const inside = { ...ports, store: { ...ports.store, read: records } };
      const plan = { repositories, channelId, from: subscription.toldUntil, to: due };
      const digest = await readDigest(inside, plan, inTurn);
      await records.digests.markTold(subscription, due);
      if (!isEmpty(digest)) {
        const body = { kind: 'digest', digest: writeDigest(digest) } as const;
        const key = `digest:${channelId}:${due.toISOString()}`;
        await records.messages.write({ teamId, key, channelId, decisionId: undefined, body }, now);
      }
    }
    const next = nextDigestAt(subscription.cadence, due ?? subscription.toldUntil);
    if (next) await records.jobs.add('send-digest', { teamId, channelId }, { runAt: next });
  });
}

/** The digest as it waits in the database: its dates are ISO strings. */
function writeDigest(digest: Digest): WrittenDigest {
  return JSON.parse(JSON.stringify(digest)) as WrittenDigest;
}

/** In a fixed order, so that two digests written at once do not wait for each other. */
function byId(repositories: readonly Repository[]): readonly Repository[] {
  return repositories.toSorted((a, b) => (a.archive.id < b.archive.id ? -1 : 1));
}
