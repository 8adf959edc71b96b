import { type Cadence, lastDigestBefore, nextDigestAt } from '../../decision/digest/cadence.ts';
import { type Digest, isEmpty } from '../../decision/digest/digest.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkMayUseCommands, findChannelToSetUp, findSeenChannel } from '../access/access.ts';
import { findReadable, findTellable } from '../access/readers.ts';
import { keepTellable } from '../access/screen.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { WrittenDigest } from '../message/announcement.ts';
import type { Actor } from '../ports/actor.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import type { Subscription } from '../ports/records/digests.ts';
import { findRepositories, findRepositoriesFor } from '../settings/repository.ts';
import { inTurn, together } from './gather.ts';
import { readDigest } from './read-digest.ts';

const aWeek = 7 * 24 * 60 * 60 * 1_000;

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
  const channelIds = await ports.store.read.decisions.findChannels(teamId);
  const theirs = { channelIds: await findReadable(ports, channelIds, actor, channelId), repository: true };
  const tellable = isShown
    ? ([await findTellable(ports, channelIds, channelId), theirs] as const)
    : ([theirs] as const);
  const plan = { repositories, channelId, from, to: now, tellable };
  let digest = writeDigest(await readDigest(ports, plan, together));
  for (const each of tellable) digest = await keepTellable(ports, digest, each, channelId);
  return digest;
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
  const channelIds = await ports.store.read.decisions.findChannels(teamId);
  const tellable = [await findTellable(ports, channelIds, channelId)] as const;
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const subscription = await records.digests.lock(teamId, channelId);
    if (subscription === undefined) return;
    const due = findDuePeriod(subscription, now);
    if (due) {
      // Whatever is being written to the index right now belongs to exactly one of this period and the next.
      for (const { archive } of byId(repositories)) await records.readings.lock(teamId, archive.id);
      const inside = { ...ports, store: { ...ports.store, read: records } };
      const plan = { repositories, channelId, from: subscription.toldUntil, to: due, tellable };
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
