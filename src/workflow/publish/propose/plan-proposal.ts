import { type Decision, phaseOf } from '../../../decision/decision.ts';
import { usualPublishing } from '../../ports/archive/publishing.ts';
import type { Ports } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { Records } from '../../ports/store.ts';
import { jobArchive } from '../../settings/repository.ts';
import { findPublishSetting } from '../choose-way.ts';

/** How often a branch is pushed at most while people discuss. */
const pause = 60_000;

/** Whether a review has a draft of an ADR, and not yet its outcome. */
export function isDraftOnly(review: AdrReview | undefined): review is AdrReview {
  return review !== undefined && review.openedAt === undefined;
}

/** When the branch of a draft may be pushed again. */
export function nextPushAt({ proposal }: Pick<AdrReview, 'proposal'>, now: Date): Date {
  const pushedAt = proposal === undefined ? 0 : Date.parse(proposal.pushedAt);
  return new Date(Math.max(now.getTime(), pushedAt + pause));
}

/**
 * Has the ADR of a decision proposed in a review when voting opens, if its team may want that, and has that review
 * follow whatever changes. To be called in the transaction of the change.
 */
export async function planProposal(ports: Ports, records: Records, before: Decision, after: Decision): Promise<void> {
  const isOpened = phaseOf(after) === 'voting' && phaseOf(before) !== 'voting';
  const review = await records.reviews.find(after.id);
  const isFollowed = isDraftOnly(review);
  if (!isFollowed && !(isOpened && review === undefined && (await mayPropose(ports, records, after)))) return;
  const runAt = isFollowed ? nextPushAt(review, ports.now()) : ports.now();
  await records.jobs.add('propose-review', { decisionId: after.id, archive: jobArchive(ports, after) }, { runAt });
}

/** Whether the team may want it: what `.gavel.yml` says is not known before it has been read as it is now. */
async function mayPropose(
  { repositories, chat }: Ports,
  records: Records,
  { archive }: Pick<Decision, 'archive'>,
): Promise<boolean> {
  const repository = repositories.byArchive(archive);
  if (repository === undefined) return false;
  const { memory, publishing = usualPublishing } = repository;
  const { found, commit } = memory.style ?? {};
  if (found === undefined || findPublishSetting({ publishing }, found).setting === 'propose') return true;
  return (await records.readings.find(chat.teamId, archive)).commit !== commit;
}
