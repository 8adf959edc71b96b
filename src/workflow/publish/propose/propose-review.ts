import { type Decision, phaseOf } from '../../../decision/decision.ts';
import type { PublicationTrouble } from '../../../decision/failure/forge-trouble.ts';
import type { Review } from '../../../decision/publication/review.ts';
import type { ReviewText } from '../../../record/review-text.ts';
import { announceInThread } from '../../change/change.ts';
import { publishedStatuses } from '../../decide/decide.ts';
import { followArchive } from '../../follow/follow-archive.ts';
import type { PushedReview } from '../../ports/archive/review-branches.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { Forge, OpenedReview } from '../../ports/forge/forge.ts';
import { ForgeError } from '../../ports/forge/forge-error.ts';
import type { Ports, RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { portsOf } from '../../settings/repository.ts';
import { chooseWay, findPublishSetting } from '../choose-way.ts';
import { learnHouseStyle } from '../house-style.ts';
import { type PlannedChange, planChange } from '../plan-change.ts';
import { awayPatience, isAway, troubleOf } from '../report-trouble.ts';
import { nameBranch } from '../review/name-branch.ts';
import { nextLookAt } from '../review/next-look.ts';
import { reviewInGit } from '../review/open-review.ts';
import { writeReview } from '../review/write-review.ts';
import { tellRules } from '../tell-rules.ts';
import { closeDraft } from './close-draft.ts';
import { isDraftOnly, nextPushAt } from './plan-proposal.ts';
import { pushDraft } from './push-draft.ts';

/** A draft as it is to be. */
interface Draft {
  readonly plan: PlannedChange;
  readonly snapshot: Snapshot;
}

/**
 * Brings the draft of an ADR to what is true of its decision: opens it when voting opens, if the team wants that and the
 * channel is public, has it follow what people change, and closes it if nothing will come of it. Safe to run twice, and
 * after a crash at any point. Throws ArchiveError and ForgeError, and BranchMoved if somebody pushes at the same moment.
 */
export async function proposeReview(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision === undefined) return;
  const review = await ports.store.read.reviews.find(decisionId);
  const at = portsOf(ports, review?.archive ?? decision.archive);
  if (at === undefined || (review !== undefined && !isDraftOnly(review))) return;
  try {
    if (phaseOf(decision) === 'voting') return await follow(at, decision);
    const isDropped = decision.status !== 'proposed' && !publishedStatuses(ports).includes(decision.status);
    if (isDropped && review) await closeDraft(at, decision, review);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    ports.log.warn({ decision: decisionId, trouble }, 'The draft of an ADR could not be brought up to date.');
    // Nobody has said that drafts are wanted here.
    if (review === undefined && !isWanted(at)) return;
    await tellNotProposed(at, decision, review, trouble);
    const runAt = error instanceof ForgeError ? error.retryAt : undefined;
    if (runAt === undefined) throw error;
    await ports.store.read.jobs.add('propose-review', { decisionId, archive: at.archive.id }, { runAt });
  }
}

/** Whether the team wants drafts, as far as is known. */
function isWanted({ publishing, memory }: RepositoryPorts): boolean {
  return findPublishSetting({ publishing }, memory.style?.found ?? { publish: undefined }).setting === 'propose';
}

/**
 * Says in the thread, once for each kind of trouble, why there is no draft, or why it does not follow; that nobody
 * answers, only after a while.
 */
async function tellNotProposed(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview | undefined,
  trouble: PublicationTrouble,
): Promise<void> {
  const { chat, store, now } = ports;
  const since = review?.seenAt ?? decision.voting?.openedAt ?? decision.proposedAt;
  if (isAway(trouble) && now().getTime() - since.getTime() <= awayPatience) return;
  const channel = await chat.findChannel(decision.channelId);
  if (channel === undefined || channel.isPrivate) return;
  const told = { kind: 'not proposed', isOpen: review?.proposal !== undefined, trouble } as const;
  const key = `not proposed:${decision.id}:${trouble.code}`;
  await store.transaction((records) => announceInThread(ports, records, decision, told, key));
}

async function follow(ports: RepositoryPorts, decision: Decision): Promise<void> {
  const { archive, chat, store } = ports;
  const snapshot = await archive.fetch();
  // Nothing can be merged into a branch that doesn't exist.
  if (snapshot.commit === undefined || snapshot.madeFrom !== undefined) return;
  const learned = await learnHouseStyle(ports, snapshot);
  const { setting, in: where } = findPublishSetting(ports, learned);
  const known = await store.read.reviews.find(decision.id);
  if (known === undefined && setting !== 'propose') return;
  const channel = await chat.findChannel(decision.channelId);
  if (channel === undefined || channel.isPrivate) return;

  await followArchive(ports);
  const plan = await planChange(ports, decision, snapshot, learned);
  const why = { code: 'set', in: where, isProposed: true } as const;
  const named = await nameBranch(ports, decision, snapshot, { plan, why });
  if (!isDraftOnly(named)) return;
  const seen = named.number === undefined ? named.seen : await ports.forge?.readReview(named.number);
  // Somebody has closed or merged it.
  if (named.proposal !== undefined && seen?.state !== 'open') return;
  const isSame = plan.text === named.written && plan.place.fileName === named.fileName;
  if (named.proposal !== undefined && isSame && seen?.hasConflict !== true) return noteBase(ports, decision, snapshot);

  const there = await archive.fetchReview(named.branch, snapshot);
  if (named.proposal !== undefined && there === undefined) return;
  // From the outcome on, the branch is for publishing; whoever pushes there has seen it as it is now, or fails.
  const latest = await store.read.decisions.find(decision.id);
  if (latest === undefined || phaseOf(latest) !== 'voting') return;
  if (named.proposal === undefined) await tellRules(ports, decision, await chooseWay(ports, snapshot, learned));
  const pushed = await pushDraft(ports, decision, named, { plan, snapshot, there });
  if (pushed === undefined) return noteBase(ports, decision, snapshot);
  const text = await writeReview(ports, plan, named);
  const opened =
    ports.forge === undefined
      ? { review: reviewInGit({ ...pushed, link: pushed.link ?? named.url }), refused: [] }
      : await openDraft(ports, ports.forge, named, text);
  await writeDown(ports, decision, named, { plan, snapshot }, pushed, opened);
}

/** Opens the draft, or renews what it says. */
async function openDraft(
  { publishing }: RepositoryPorts,
  forge: Forge,
  { branch, into }: AdrReview,
  { title, body }: ReviewText,
): Promise<OpenedReview> {
  const found = await forge.findReview(branch);
  if (found?.state === 'open' && found.number !== undefined) {
    await forge.editReview(found.number, { title, body });
    return { review: found, refused: [] };
  }
  // Reviewers are asked for what was decided.
  const wishes = { labels: publishing.labels, reviewers: [], isDraft: true, mergesItself: false };
  return forge.openReview({ branch, into, title, body, ...wishes });
}

async function writeDown(
  ports: RepositoryPorts,
  decision: Decision,
  named: AdrReview,
  { plan, snapshot }: Draft,
  pushed: PushedReview,
  { review: seen, refused }: { readonly review: Review; readonly refused: OpenedReview['refused'] },
): Promise<void> {
  await ports.store.transaction(async (records) => {
    const locked = await records.decisions.lock(decision.id);
    const current = await records.reviews.find(decision.id);
    // The outcome may have been published meanwhile.
    if (locked === undefined || !isDraftOnly(current)) return;
    const at = ports.now();
    const { fileName } = plan.place;
    const { number, url } = seen;
    const { branch } = named;
    const now = at.toISOString();
    const proposal = { at: now, heardUntil: now, heard: [], ...current.proposal, pushedAt: now };
    const nextAt = ports.forge && nextLookAt(new Date(proposal.at), at);
    const review: AdrReview = {
      ...{ ...current, number, url, seen: { ...seen, head: pushed.commit }, base: snapshot.commit },
      ...{ pushed: pushed.commit, fileName, written: plan.text, proposal, seenAt: at, nextLookAt: nextAt },
    };
    await records.reviews.save(decision, review);
    const job = { decisionId: decision.id, archive: ports.archive.id };
    if (nextAt) await records.jobs.add('watch-review', job, { runAt: nextAt });
    // Something else may have been said while this was pushed.
    if (locked.version !== decision.version)
      await records.jobs.add('propose-review', job, { runAt: nextPushAt(review, at) });
    await records.marks.mark(decision.id, 'stale');
    if (current.proposal !== undefined) return;
    const told = { kind: 'review proposed', number, url, branch, fileName, refused } as const;
    await announceInThread(ports, records, decision, told, `review proposed:${decision.id}`);
    const detail = { number, url };
    await records.events.record({ decision, at, actorId: undefined, kind: 'review proposed', detail });
  });
}

/** Keeps that a draft has been compared with the followed branch. */
async function noteBase({ store }: RepositoryPorts, decision: Decision, { commit }: Snapshot): Promise<void> {
  await store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const current = await records.reviews.find(decision.id);
    if (isDraftOnly(current)) await records.reviews.save(decision, { ...current, base: commit });
  });
}
