import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { cleanTag } from '../../decision/recall/tags.ts';
import { listDecisions } from '../find/list.ts';
import type { Actor } from '../ports/actor.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';

/** How many decisions and ADRs are looked at: the first of the list that this person may see. */
const lookedAt = 100;

/** How many tags are told. */
const mostTold = 8;

/**
 * The tags that decisions and ADRs have already, for somebody in a channel: the most used first. None while Slack does
 * not say what they may see, and for people of other workspaces, who may edit a decision of theirs but see no list.
 */
export async function listKnownTags(ports: Ports, actor: Actor, channelId: string): Promise<readonly string[]> {
  const question = { channelId, words: [], place: undefined, size: lookedAt };
  const { lines } = await listDecisions(ports, actor, question).catch((error) => {
    if (!(error instanceof ChatError || error instanceof RuleBroken)) throw error;
    return { lines: [] };
  });
  const all = lines
    .flatMap((line) => (line.kind === 'adr' ? line.adr.tags : (line.summary.tags ?? [])))
    .map(cleanTag)
    .filter((tag) => tag !== '');
  return [...Map.groupBy(all, (tag) => tag)]
    .toSorted(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1))
    .slice(0, mostTold)
    .map(([tag]) => tag);
}
