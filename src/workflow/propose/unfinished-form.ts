import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { UnfinishedForm } from '../ports/records/forms.ts';

/** Keeps what somebody has typed so far; `savedAt` is when they typed it, as such looks may come out of order. */
export async function keepForm(ports: Ports, form: UnfinishedForm): Promise<void> {
  await ports.store.read.forms.save(form);
}

/** The form that somebody left unfinished in a channel, if there is one. */
export async function findUnfinishedForm(
  ports: Ports,
  actor: Actor,
  channelId: string,
): Promise<UnfinishedForm | undefined> {
  return ports.store.read.forms.findUnfinished({ ...actor, channelId });
}

/** An unfinished form by its id, if it is this person's own. */
export async function findOwnForm(
  ports: Ports,
  { teamId, userId }: Actor,
  id: string,
): Promise<UnfinishedForm | undefined> {
  const form = await ports.store.read.forms.find(id);
  return form?.teamId === teamId && form.userId === userId ? form : undefined;
}

/** Puts somebody's own form aside: it is not offered again. */
export async function putFormAside(ports: Ports, actor: Actor, formId: string): Promise<void> {
  if (await findOwnForm(ports, actor, formId)) await ports.store.read.forms.end(formId, ports.now());
}
