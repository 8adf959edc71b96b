import { nextDigestAt } from '../../decision/digest/cadence.ts';
import { findRevisitAt } from '../../decision/recall/revisit-time.ts';
import { addDays, dayIn } from '../../decision/time/day.ts';
import { findStallAt } from '../../decision/time/stall.ts';
import { publishedStatuses } from '../decide/decide.ts';
import { foldersOf, mayInform } from '../govern/told-from.ts';
import { planNextNudge } from '../nudge/plan-nudge.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { jobArchive } from '../settings/repository.ts';

/**
 * Looks for everything that an absence may have left undone, and starts it: open votes are compared with Slack's own
 * list as fast as Slack answers, as are the cards of all proposals; overdue votes are closed, missing outcomes
 * published, reviews looked at, digests sent, and the index of ADRs brought in step with git. Runs at start-up, after each gap in the
 * connection to Slack, and every few minutes.
 */
export async function catchUp(ports: Ports): Promise<void> {
  const { teamId } = ports.chat;
  const { waiting, voting, unpublished, reviews, subscriptions } = await ports.store.read.jobs.findUnfinishedWork(
    teamId,
    publishedStatuses(ports),
  );
  await fillSearch(ports);
  await ports.store.transaction(async (records) => {
    for (const { archive } of ports.repositories.all)
      await records.jobs.ensure('follow-archive', { teamId, archive: archive.id });
    // Webhooks get lost, or do not reach us at all.
    for (const { archive } of ports.repositories.all) {
      const [first] = foldersOf(ports, archive.label);
      if (first?.archive === archive && mayInform(first))
        await records.jobs.ensure('inform-reviews', { archive: archive.id });
    }
    await records.marks.markToCompare([...voting, ...waiting]);
    for (const decisionId of voting) await records.jobs.ensure('close-voting', { decisionId });
    // From now on, where an earlier version scheduled none: nobody is asked about all old proposals at once.
    const inTwoWeeks = findStallAt(ports.now());
    for (const decisionId of waiting) await records.jobs.ensure('ask-stalled', { decisionId }, { runAt: inTwoWeeks });
    await planMissingRevisits(records, teamId, ports.now());
    await planMissingNudges(records, teamId, ports.now());
    for (const decision of unpublished)
      await records.jobs.ensure('publish', { decisionId: decision.id, archive: jobArchive(ports, decision) });
    for (const { id: decisionId, archive, at: runAt } of reviews) {
      if (ports.repositories.byArchive(archive) === undefined) continue;
      await records.jobs.ensure('watch-review', { decisionId, archive }, runAt ? { runAt } : {});
    }
    for (const { id: revisitId, archive } of await records.revisits.findUnnoted(teamId))
      if (ports.repositories.byArchive(archive)) await records.jobs.ensure('note-revisit', { revisitId, archive });
    for (const { channelId, cadence, toldUntil } of subscriptions) {
      const runAt = nextDigestAt(cadence, toldUntil);
      if (runAt) await records.jobs.ensure('send-digest', { teamId, channelId }, { runAt });
    }
  });
}

/** For how many days after the day to look again a question that was never asked is looked for. */
const unaskedFor = 7;

/** Schedules the question about decisions whose day to look again has come, where an earlier version scheduled none. */
async function planMissingRevisits(records: Records, teamId: string, now: Date): Promise<void> {
  const today = dayIn('UTC', now);
  const days = { from: addDays(today, -unaskedFor), to: addDays(today, 1) };
  for (const { id: decisionId, on, timeZone } of await records.revisits.findUnasked(teamId, days))
    await records.jobs.ensure('ask-revisit', { decisionId }, { runAt: findRevisitAt(on, timeZone, now) });
}

/** Schedules nudges for votes that have none: those opened before Gavel nudged anybody. */
async function planMissingNudges(records: Records, teamId: string, now: Date): Promise<void> {
  for (const decisionId of await records.nudges.findVotesWithout(teamId, now)) {
    const decision = await records.decisions.find(decisionId);
    if (decision) await planNextNudge(records, decision, now);
  }
}

/** How many decisions get their entries in the search index in one transaction, and in one look around. */
const entries = { together: 100, most: 2_000 };

/** Writes the entries of decisions that an earlier version of Gavel left without one. */
async function fillSearch({ store, chat }: Ports): Promise<void> {
  for (let done = 0; done < entries.most; done += entries.together) {
    const ids = await store.read.search.findWithoutEntry(chat.teamId, entries.together);
    if (ids.length === 0) return;
    await store.transaction(async (records) => {
      for (const id of ids) {
        const decision = await records.decisions.lock(id);
        if (decision) await records.search.save(decision);
      }
    });
  }
}
