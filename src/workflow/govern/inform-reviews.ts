import { followArchive } from '../follow/follow-archive.ts';
import type { OthersReviews } from '../ports/forge/forge.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import { learnHouseStyle } from '../publish/house-style.ts';
import { portsOf } from '../settings/repository.ts';
import { fingerprintDecisions, fingerprintReview } from './told-from.ts';

/** How many open reviews are looked at: those that changed last. Nobody goes on with the others. */
const mostOpen = 100;

/** How many are told anew at a time, and how long the others wait, in milliseconds, so that the forge has time for others. */
const atOnce = { reviews: 20, pause: 120_000 };

/**
 * Finds the open reviews of others for which something has changed since they were told: the review itself, also when no
 * webhook told of it, or a decision. It reads no files, so it is cheap when nothing has changed.
 */
export async function informReviews(ports: Ports, job: Jobs['inform-reviews']): Promise<void> {
  const at = portsOf(ports, job.archive);
  const others = at?.forge?.others;
  if (at === undefined || others === undefined) return;
  try {
    await lookThrough(at, others, job);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    // Every few minutes, Gavel looks again.
    ports.log.warn({ trouble: error.trouble }, 'The open reviews could not be listed.');
  }
}

async function lookThrough(ports: RepositoryPorts, others: OthersReviews, job: Jobs['inform-reviews']) {
  const { archive, chat, store } = ports;
  const { snapshot = await archive.fetch() } = await followArchive(ports);
  const learned = await learnHouseStyle(ports, snapshot);
  const isOff = learned.showing.checks === 'off';
  if (isOff && !(await store.read.informed.hasAny(chat.teamId, archive.id))) return;
  const open = await others.listOpen(mostOpen);
  const numbers = open.map(({ number }) => number);
  const states = await store.read.informed.findStates(chat.teamId, archive.id, numbers);
  const decisions = await fingerprintDecisions(ports, learned);
  const changed = open.filter((review) => {
    const state = states.get(review.number);
    return isOff ? state?.isTold === true : state?.seen !== fingerprintReview(review, decisions);
  });
  await store.transaction(async (records) => {
    for (const { number } of changed.slice(0, atOnce.reviews))
      await records.jobs.ensure('inform-review', { archive: archive.id, number });
    if (changed.length <= atOnce.reviews) return;
    const runAt = new Date(ports.now().getTime() + atOnce.pause);
    await records.jobs.add('inform-reviews', job, { runAt });
  });
}
