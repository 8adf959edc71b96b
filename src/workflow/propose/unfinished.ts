import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Draft } from '../ports/records/forms.ts';

/** Keeps what somebody has typed so far; `savedAt` is when they typed it, as such looks may come out of order. */
export async function keepDraft(ports: Ports, draft: Draft): Promise<void> {
  await ports.store.read.forms.save(draft);
}

/** The draft that somebody left unfinished in a channel, if there is one. */
export async function findUnfinishedDraft(ports: Ports, actor: Actor, channelId: string): Promise<Draft | undefined> {
  return ports.store.read.forms.findUnfinished({ ...actor, channelId });
}

/** A draft by its id, if it is this person's own. */
export async function findOwnDraft(ports: Ports, { teamId, userId }: Actor, id: string): Promise<Draft | undefined> {
  const draft = await ports.store.read.forms.find(id);
  return draft?.teamId === teamId && draft.userId === userId ? draft : undefined;
}

/** Puts somebody's own draft aside: it is not offered again. */
export async function putDraftAside(ports: Ports, actor: Actor, draftId: string): Promise<void> {
  if (await findOwnDraft(ports, actor, draftId)) await ports.store.read.forms.end(draftId, ports.now());
}
