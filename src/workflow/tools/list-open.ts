import type { Summary } from '../../decision/digest/digest.ts';
import { atHome, checkMayUseTools } from '../access/access.ts';
import { askReadable } from '../find/scope.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** How many open decisions are listed at most. */
const mostListed = 50;

/** The decisions that are open where somebody sees them. */
export interface OpenDecisions {
  /** Newest first. */
  readonly decisions: readonly Summary[];
  readonly hasMore: boolean;
  /** Slack did not say what the asker may see, so nothing is listed. */
  readonly isPartial: boolean;
}

/** What is open in all channels that somebody sees. Throws RuleBroken and ChatError. */
export async function listOpen(ports: Ports, actor: Actor): Promise<OpenDecisions> {
  await checkMayUseTools(ports, actor);
  const readable = await askReadable(ports, actor, atHome);
  const found = await ports.store.read.summaries.findUnpublished(actor.teamId, {
    statuses: ['proposed'],
    channelIds: [...(readable ?? [])],
    cut: { side: 'after', id: undefined },
    most: mostListed + 1,
    search: { words: [], isCommon: false },
  });
  return {
    decisions: found.slice(0, mostListed),
    hasMore: found.length > mostListed,
    isPartial: readable === undefined,
  };
}
