import { decisionMakers } from '../../decision/outcome/find-departures.ts';
import type { Change } from '../ports/archive/change.ts';
import type { CardView } from '../ports/chat/chat.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/** How many people a commit names; each is a question to Slack. */
const mostCoAuthors = 20;

/**
 * The proposer and the deciders with the addresses that Slack has, if the operator wants commits to name them. Slack tells
 * none where whoever installed Gavel declined that.
 */
export async function findCoAuthors(
  { chat, publishing }: RepositoryPorts,
  { decision, people, tally }: CardView,
): Promise<NonNullable<Change['coAuthors']>> {
  if (!publishing.namesCoAuthors) return [];
  const decided = decision.outcome === undefined ? [] : decisionMakers(decision, tally).decided;
  const ids = [...new Set([decision.proposerId, ...decided])].slice(0, mostCoAuthors);
  const emails = await chat.findEmails(ids);
  return ids.flatMap((id) => {
    const [name, email] = [people.get(id)?.name, emails.get(id)];
    return name && email ? [{ name, email }] : [];
  });
}
