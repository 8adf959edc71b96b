import { RuleBroken } from '../../../decision/failure/rule-broken.ts';
import { findForManager } from '../../access/access.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Ports } from '../../ports/ports.ts';
import { portsOf } from '../../settings/repository.ts';
import { askWhatNow } from './review-ended.ts';
import { watchReview } from './watch-review.ts';

/**
 * Takes the word of somebody who may manage the decision that its review was closed without merging, which git alone
 * does not show; then people are asked what to do. Throws RuleBroken and ChatError, and whatever is wrong with the
 * archive.
 */
export async function tellClosed(ports: Ports, actor: Actor, decisionId: string): Promise<void> {
  await findForManager(ports, decisionId, actor, 'publish');
  // It may have been merged all the same.
  await watchReview(ports, decisionId);
  await ports.store.transaction(async (records) => {
    const decision = await records.decisions.lock(decisionId);
    const publication = await records.publications.find(decisionId);
    const review = await records.reviews.find(decisionId);
    const at = review && portsOf(ports, review.archive);
    const isUnseen = publication?.state === 'in review' && at?.forge === undefined;
    if (!decision || !review?.seen || !at || !isUnseen) throw new RuleBroken({ code: 'review not closed' });
    const seen = { ...review.seen, state: 'closed', endedBy: undefined } as const;
    await askWhatNow(at, records, decision, { publication, review, seen }, { hasBranch: true, toldBy: actor.userId });
  });
}
