import type { Decision } from '../../decision/decision.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import type { ChosenWay } from '../../decision/publication/publish-way.ts';
import { followArchive } from '../follow/follow-archive.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Published } from '../ports/archive/archive.ts';
import { BranchMoved } from '../ports/archive/archive-error.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { AdrReview } from '../ports/publication.ts';
import { openHome } from '../settings/repository.ts';
import { type Arrival, arrive } from './arrive.ts';
import { chooseWay } from './choose-way.ts';
import { commitIfTaken } from './commit-if-taken.ts';
import { type FoundRecord, findRecord } from './find-record.ts';
import { learnHouseStyle } from './house-style.ts';
import { type PlannedChange, planChange } from './plan-change.ts';
import { isDraftOnly } from './propose/plan-proposal.ts';
import { reportTrouble, troubleOf } from './report-trouble.ts';
import { arriveUnheard } from './review/arrive-by-review.ts';
import { openReview } from './review/open-review.ts';
import { watchReview } from './review/watch-review.ts';
import { tellRules } from './tell-rules.ts';

const attemptsOnAMovingBranch = 8;

/**
 * Brings a decided decision to the archive and announces it: by a commit, or by a review that people merge, as the
 * branch demands. Safe to run twice, and after a crash at any point: the number is taken before the push, the commit
 * carries the decision's id, the branch of a review has a name before there is one, and each announcement is written
 * once. A record already in the archive counts as it is. When something is wrong with the archive or its forge, says so
 * in the thread and throws it; the job is then tried again later.
 */
export async function publish(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision?.outcome === undefined) return;
  const known = await ports.store.read.publications.find(decisionId);
  if (known && isOnBranch(known.state)) return;
  if (known && known.state !== 'not yet') return watchReview(ports, decisionId);
  if (decision.status === 'withdrawn') return;
  const at = await openHome(ports, decision);
  try {
    await bring(at, decision);
  } catch (error) {
    ports.metrics.count('publication failed');
    const trouble = troubleOf(error);
    if (trouble !== undefined) await reportTrouble(at, decision, trouble);
    const runAt = error instanceof ForgeError ? error.retryAt : undefined;
    if (runAt === undefined) throw error;
    await ports.store.read.jobs.add('publish', { decisionId, archive: at.archive.id }, { runAt });
  }
}

async function bring(ports: RepositoryPorts, decision: Decision): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bringOnce(ports, decision);
    } catch (error) {
      if (!(error instanceof BranchMoved) || attempt === attemptsOnAMovingBranch) throw error;
    }
  }
}

async function bringOnce(ports: RepositoryPorts, decision: Decision): Promise<void> {
  const { snapshot = await ports.archive.fetch() } = await followArchive(ports);
  const earlier = await findEarlier(ports, decision, snapshot);
  if (earlier && !earlier.isOurDoing)
    return arrive(ports, decision, { ...earlier, announcement: announceFound(decision, earlier) });

  const learned = await learnHouseStyle(ports, snapshot);
  const begun = await findBegun(ports, decision);
  const isRecorded = earlier !== undefined;
  if (
    begun &&
    begun.proposal === undefined &&
    (await arriveUnheard(ports, decision, begun, { snapshot, learned, isRecorded }))
  )
    return;
  // An earlier attempt may have succeeded without our hearing of it.
  if (earlier)
    return arrive(ports, decision, arrivalOf(await planChange(ports, decision, snapshot, learned, earlier), earlier));

  const chosen: ChosenWay = begun ? { way: 'review', why: begun.why } : await chooseWay(ports, snapshot, learned);
  await tellRules(ports, decision, chosen);
  const { way, why } = chosen;
  const plan = await planChange(ports, decision, snapshot, learned);
  if (way === 'review') return openReview(ports, decision, { plan, snapshot, why });
  const pushed = await commitIfTaken(ports, plan.change, snapshot, learned);
  if ('commit' in pushed) return arrive(ports, decision, arrivalOf(plan, pushed));
  return openReview(ports, decision, { plan, snapshot, why: pushed.refused });
}

/**
 * The record of a decision that is in the archive already. What people merged from a draft before there was an outcome
 * is none.
 */
async function findEarlier(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
): Promise<FoundRecord | undefined> {
  const found = await findRecord(ports, decision, snapshot);
  const review = found && (await ports.store.read.reviews.find(decision.id));
  const { proposal } = review ?? {};
  if (!found || !review || !proposal) return found;
  if (!isDraftOnly(review)) return found.fileName === proposal.mergedAs ? undefined : found;
  const mergedAs = found.fileName;
  await ports.store.read.reviews.save(decision, { ...review, proposal: { ...proposal, mergedAs } });
  return undefined;
}

/** The review that an earlier attempt has begun. */
async function findBegun({ store, archive }: RepositoryPorts, { id }: Decision): Promise<AdrReview | undefined> {
  const review = await store.read.reviews.find(id);
  return review?.archive === archive.id ? review : undefined;
}

function arrivalOf({ place, votes, remarks }: PlannedChange, { commit: id, path, url }: Published): Arrival {
  const announcement: Announcement = { kind: 'published', path, commit: id, url, votes, remarks };
  return { ...place, commit: id, path, url, announcement };
}

/**
 * The thread was told long ago about a record that is not this database's doing, as happens after a restore from a
 * dump. If the decision was open in the dump and was decided again, the thread is told that the record stays.
 */
function announceFound({ outcome }: Decision, { at, path, commit: id, url }: FoundRecord): Announcement | undefined {
  const toSecond = (date: Date) => Math.floor(date.getTime() / 1_000);
  if (outcome && toSecond(outcome.decidedAt) === toSecond(at)) return undefined;
  return { kind: 'record found', path, commit: id, url };
}
