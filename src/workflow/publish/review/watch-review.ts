import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../../decision/decision.ts';
import { isOnBranch } from '../../../decision/publication/publication-state.ts';
import type { Review } from '../../../decision/publication/review.ts';
import { followArchive } from '../../follow/follow-archive.ts';
import { BranchMoved } from '../../ports/archive/archive-error.ts';
import type { ReviewBranch } from '../../ports/archive/review-branches.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import { ForgeError } from '../../ports/forge/forge-error.ts';
import type { Ports, RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { FoundPublication } from '../../ports/records/publications.ts';
import { portsOf } from '../../settings/repository.ts';
import { isDraftOnly } from '../propose/plan-proposal.ts';
import { watchDraft } from '../propose/watch-draft.ts';
import { awayPatience, isAway, reportTrouble, troubleOf } from '../report-trouble.ts';
import { findTaken, isFree } from '../take-number.ts';
import { arriveByReview } from './arrive-by-review.ts';
import { findArrival } from './find-arrival.ts';
import { nextLookAt, nextLookAtClosed } from './next-look.ts';
import { findOpenEdits, type OpenEdits, tellOpenEdits } from './open-edits.ts';
import { reviewInGit } from './open-review.ts';
import { remindOfReview } from './remind-of-review.ts';
import { renewReview } from './renew-review.ts';
import { closeWithdrawn, endUnmerged, reopenedAtForge } from './review-ended.ts';

/** What is looked at. */
interface Watched {
  readonly decision: Decision;
  readonly publication: FoundPublication;
  readonly review: AdrReview;
}

/**
 * Looks how the review of an ADR stands, and does what follows: writes down that it is merged, asks people about one
 * that was closed, gives it another number if its own is taken, and brings its card up to date. Then plans the next
 * look. Safe to run at any time and twice at once. Asks the forge once, and git only when something has changed.
 */
export async function watchReview(ports: Ports, decisionId: string): Promise<void> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  const publication = await read.publications.find(decisionId);
  const review = await read.reviews.find(decisionId);
  const draftAt = isDraftOnly(review) ? portsOf(ports, review.archive) : undefined;
  if (decision && isDraftOnly(review) && draftAt) return watchDraft(draftAt, decision, review);
  if (decision === undefined || publication === undefined || review?.openedAt === undefined) return;
  if (isOnBranch(publication.state) || publication.state === 'not yet') return;
  const at = portsOf(ports, review.archive);
  if (at === undefined) return;
  const watched = { decision, publication, review };
  try {
    await look(at, watched);
  } catch (error) {
    // Whoever pushed at the same moment has brought something new to see.
    if (error instanceof BranchMoved) return planNextLook(at, watched, { soon: true });
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    ports.log.warn({ decision: decisionId, trouble }, 'A review could not be looked at; it will be tried again.');
    const lastSeen = review.seenAt ?? review.openedAt;
    const isPatient = isAway(trouble) && ports.now().getTime() - lastSeen.getTime() <= awayPatience;
    if (!isPatient) await reportTrouble(at, decision, trouble);
    await planNextLook(at, watched, { retryAt: error instanceof ForgeError ? error.retryAt : undefined });
  }
}

async function look(ports: RepositoryPorts, watched: Watched): Promise<void> {
  const { decision, review, publication } = watched;
  const atForge = await askForge(ports, review);
  const isOpen = atForge?.state === 'open' && review.seen?.state === 'open';
  const isSame = isOpen && atForge.head === review.seen?.head;
  const reading = await ports.store.read.readings.find(ports.chat.teamId, ports.archive.id);
  const hasMoved = reading.commit !== review.base;
  if (isSame && !hasMoved && !atForge.hasConflict && decision.status !== 'withdrawn')
    return noteSeen(ports, watched, atForge, review);

  const looked = await lookInGit(ports, watched, atForge);
  if ('arrived' in looked) return;
  const { seen, snapshot, branch } = looked;
  if (decision.status === 'withdrawn') return closeWithdrawn(ports, decision, review, seen);
  // What is merged may take a moment to appear.
  if (seen.state === 'merged') return noteSeen(ports, watched, seen, { ...review, base: snapshot.commit });
  if (seen.state === 'closed') {
    if (publication.state === 'in review') return endUnmerged(ports, decision, review, seen, branch !== undefined);
    return noteSeen(ports, watched, seen, { ...review, base: snapshot.commit });
  }
  if (publication.state === 'closed without merging') await reopenedAtForge(ports, decision, { ...review, seen });
  const edited = await findOpenEdits(review, branch);
  const isTaken = !isFree(publication, await findTaken(ports, snapshot)) || review.fileName !== publication.fileName;
  const isNew = review.base !== snapshot.commit || review.seen?.head !== seen.head;
  const mayPush = branch !== undefined && !seen.isQueued && (isTaken || seen.hasConflict) && isNew;
  const renewed = mayPush
    ? await renewReview(ports, decision, review, { snapshot, branch })
    : { ...review, base: snapshot.commit };
  const head = renewed.pushed === review.pushed ? seen.head : renewed.pushed;
  await noteSeen(ports, watched, { ...seen, head }, renewed, edited);
}

/** The review as the forge has it; undefined without a forge. A review that is gone from the forge is closed. */
async function askForge({ forge }: RepositoryPorts, review: AdrReview): Promise<Review | undefined> {
  if (forge === undefined) return undefined;
  const { number, branch, seen } = review;
  const found = number === undefined ? undefined : await forge.readReview(number);
  const known = found ?? (await forge.findReview(branch));
  if (known !== undefined) return known;
  return seen && { ...seen, state: 'closed', isQueued: false, endedBy: undefined };
}

/** What git shows of a review; if its ADR is on the followed branch, that has been written down. */
async function lookInGit(
  ports: RepositoryPorts,
  { decision, review }: Watched,
  atForge: Review | undefined,
): Promise<
  | { readonly arrived: true }
  | { readonly seen: Review; readonly snapshot: Snapshot; readonly branch: ReviewBranch | undefined }
> {
  const { archive } = ports;
  let { snapshot = await archive.fetch() } = await followArchive(ports);
  const branch = await archive.fetchReview(review.branch, snapshot);
  // It may have been merged and removed in this very moment.
  if (branch === undefined) snapshot = await archive.fetch();
  const merge = { isMerged: atForge?.state === 'merged', commit: atForge?.mergeCommit };
  const found = await findArrival(ports, decision, review, snapshot, merge);
  if (found !== undefined) {
    await arriveByReview(ports, decision, review, { found, snapshot, branch, atForge });
    return { arrived: true };
  }
  const inGit = { ...(review.seen ?? reviewInGit({ branch: review.branch, commit: '', link: review.url })) };
  // Somebody has said so, and nobody has pushed there since.
  const isLeftClosed = inGit.state === 'closed' && inGit.head === branch?.commit;
  const isOpen = branch !== undefined && !isLeftClosed;
  const shown = { head: branch?.commit, state: isOpen ? 'open' : 'closed', endedBy: undefined } as const;
  const seen: Review = atForge ?? { ...inGit, ...shown };
  // Merged, and its file is nowhere, also when asked a second time: to us, that is a review without a result.
  const isLost = seen.state === 'merged' && review.seen?.state === 'merged';
  return { seen: isLost ? { ...seen, state: 'closed' } : seen, snapshot, branch };
}

/** Keeps how a review was seen, tells its card, and plans the next look. */
async function noteSeen(
  ports: RepositoryPorts,
  { decision, publication }: Watched,
  seen: Review,
  { base }: AdrReview,
  edited?: OpenEdits,
): Promise<void> {
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const now = ports.now();
    const current = await records.publications.find(decision.id);
    const review = await records.reviews.find(decision.id);
    if (current === undefined || review?.openedAt === undefined || isOnBranch(current.state)) return;
    const [number, url] = [seen.number ?? review.number, seen.url ?? review.url];
    const noted = { ...review, number, url, seen, base, seenAt: now };
    if (edited) await tellOpenEdits(ports, records, decision, noted, edited);
    const reminded = await remindOfReview(ports, records, decision, noted);
    const next = seen.state === 'closed' ? nextLookAtClosed(review.openedAt, now) : nextLookAt(review.openedAt, now);
    await records.reviews.save(decision, { ...noted, ...reminded, nextLookAt: next });
    const isNews = !isDeepStrictEqual(asKept(seen), review.seen) || current.trouble !== undefined;
    if (current.trouble !== undefined) await records.publications.save(decision, { ...current, trouble: undefined });
    if (isNews || publication.state !== current.state) await records.marks.mark(decision.id, 'stale');
    const job = { decisionId: decision.id, archive: review.archive };
    if (next) await records.jobs.add('watch-review', job, { runAt: next });
  });
}

/** As it is read back from the database, without what is not known. */
function asKept(seen: Review): unknown {
  return JSON.parse(JSON.stringify(seen));
}

/** Plans the next look after one that failed. */
async function planNextLook(
  ports: RepositoryPorts,
  { decision, review }: Watched,
  { retryAt, soon = false }: { readonly retryAt?: Date | undefined; readonly soon?: boolean },
): Promise<void> {
  const now = ports.now();
  const next = nextLookAt(review.openedAt ?? now, now);
  const runAt = soon ? now : retryAt && retryAt > next ? retryAt : next;
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const current = await records.reviews.find(decision.id);
    if (current === undefined) return;
    await records.reviews.save(decision, { ...current, nextLookAt: runAt });
    await records.jobs.add('watch-review', { decisionId: decision.id, archive: current.archive }, { runAt });
  });
}
