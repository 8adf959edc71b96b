import type { Decision } from '../../../decision/decision.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { unpublished } from '../take-number.ts';
import { isDraftOnly } from './plan-proposal.ts';

/**
 * Closes the draft of an ADR that will not come, and removes its branch unless others have committed there. Its number
 * is free again.
 */
export async function closeDraft(ports: RepositoryPorts, decision: Decision, review: AdrReview): Promise<void> {
  const { archive, forge, store } = ports;
  const seen = await forge?.findReview(review.branch);
  if (seen?.state === 'open' && seen.number !== undefined) await forge?.closeReview(seen.number);
  const there = await archive.fetchReview(review.branch, await archive.fetch());
  if (there?.others.length === 0) await archive.deleteReview(review.branch, there.commit);
  await store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const current = await records.reviews.find(decision.id);
    if (!isDraftOnly(current)) return;
    const last = seen ?? current.seen;
    const isOver = last !== undefined && last.state !== 'open' && current.nextLookAt === undefined;
    const ended = last?.state === 'merged' ? last : last && { ...last, state: 'closed' as const };
    await records.reviews.save(decision, { ...current, seen: ended, nextLookAt: undefined });
    const publication = await records.publications.find(decision.id);
    if (publication?.state === 'not yet')
      await records.publications.save(decision, { ...unpublished, archive: publication.archive });
    await records.marks.mark(decision.id, 'stale');
    if (isOver || current.proposal === undefined) return;
    const { number, url } = current;
    const detail = { number, url };
    await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'proposal closed', detail });
  });
}
