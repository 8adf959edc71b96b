import type { Actor, Draft, Ports } from './ports.ts';

/** What the propose modal holds so far, finished or not; `key` tells option rows apart while they come and go. */
export interface DraftForm {
  readonly title: string;
  readonly context: string;
  readonly drivers: string;
  readonly options: readonly { readonly key: string; readonly title: string; readonly description: string }[];
  readonly deciders: readonly string[];
  /** ISO date and time. */
  readonly closesAt: string | undefined;
  readonly opensVotingNow: boolean;
}

/** Keeps what somebody has typed so far; `savedAt` is when they typed it, as such looks may come out of order. */
export async function keepDraft(ports: Ports, draft: Draft): Promise<void> {
  await ports.store.read.saveDraft(draft);
}

/** The draft that somebody left unfinished in a channel, if there is one. */
export async function findUnfinishedDraft(ports: Ports, actor: Actor, channelId: string): Promise<Draft | undefined> {
  return ports.store.read.findUnfinishedDraft({ ...actor, channelId });
}

/** Puts a draft aside: it is not offered again. */
export async function putDraftAside(ports: Ports, draftId: string): Promise<void> {
  await ports.store.read.endDraft(draftId, ports.now());
}
