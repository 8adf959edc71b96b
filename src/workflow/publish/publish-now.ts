import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { findForManager } from '../access/access.ts';
import { publishedStatuses } from '../decide/decide.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { AdrReview } from '../ports/publication.ts';
import type { FoundPublication } from '../ports/records/publications.ts';
import { openHome } from '../settings/repository.ts';
import { publish } from './publish.ts';

/** Where a decision is on its way into git, and the review that it takes, if it takes one. */
export interface PublishedNow {
  readonly publication: FoundPublication;
  readonly review: AdrReview | undefined;
}

/**
 * Publishes a decision without waiting for the next attempt, for people who may manage it. Returns its publication, or
 * nothing if this person has already asked and that request gets the answer. Throws RuleBroken, and whatever is wrong
 * with the archive.
 */
export async function publishNow(ports: Ports, actor: Actor, decisionId: string): Promise<PublishedNow | undefined> {
  const decision = await findForManager(ports, decisionId, actor, 'publish');
  const { status } = decision;
  if (!publishedStatuses(ports).includes(status)) throw new RuleBroken({ code: 'nothing to publish', status });

  const { attempts } = (await openHome(ports, decision)).memory;
  const attempt = attempts.get(decisionId) ?? { ended: publish(ports, decisionId), askers: new Set() };
  if (attempt.askers.has(actor.userId)) return undefined;
  attempt.askers.add(actor.userId);
  attempts.set(decisionId, attempt);
  try {
    await attempt.ended;
  } finally {
    attempts.delete(decisionId);
  }
  const publication = await ports.store.read.publications.find(decisionId);
  return publication && { publication, review: await ports.store.read.reviews.find(decisionId) };
}
