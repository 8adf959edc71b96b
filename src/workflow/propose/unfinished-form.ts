import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { emptyRecallForm } from '../../decision/recall/recall.ts';
import { isOutsideChannels } from '../access/access.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { ProposalInput } from '../ports/proposal-input.ts';
import type { UnfinishedForm } from '../ports/records/forms.ts';

/** How many unfinished forms are offered: the newest ones. */
const formsOffered = 5;

/** Keeps what somebody has typed so far; `savedAt` is when they typed it, as such looks may come out of order. */
export async function keepForm(ports: Ports, form: UnfinishedForm): Promise<void> {
  await ports.store.read.forms.save(form);
}

/** The form that somebody left unfinished in a channel last, if there is one. */
export async function findUnfinishedForm(
  ports: Ports,
  { teamId, userId }: Actor,
  channelId: string,
): Promise<UnfinishedForm | undefined> {
  const [newest] = await ports.store.read.forms.listUnfinished({ teamId, userId, channelId, most: 1 });
  return newest;
}

/**
 * The forms with something in them that somebody left unfinished, newest first: outside channels all of them, in a channel
 * those for that channel.
 */
export async function listUnfinishedForms(
  { store }: Ports,
  { teamId, userId }: Actor,
  askedIn: string,
): Promise<readonly UnfinishedForm[]> {
  const where = isOutsideChannels(askedIn) ? {} : { channelId: askedIn };
  const found = await store.read.forms.listUnfinished({ teamId, userId, ...where, most: formsOffered });
  return found.filter(({ form }) => hasWords(form));
}

/** Whether there is anything in a form that somebody would miss. */
export function hasWords(form: ProposalInput): boolean {
  const { title, context, drivers, options, sections, draft, removed = [], recall = emptyRecallForm } = form;
  if (draft !== undefined) return true;
  const all = [
    ...[title, context, drivers, recall.tags, recall.affects, recall.revisit.when],
    ...[...options, ...removed].flatMap((option) => [option.title, option.description]),
    ...sections.flatMap(({ heading, markdown }) => [heading, markdown]),
  ];
  return all.some((text) => text.trim() !== '');
}

/** A form by its id, if it is this person's own. */
export async function findOwnForm(
  ports: Ports,
  { teamId, userId }: Actor,
  id: string,
): Promise<UnfinishedForm | undefined> {
  const form = await ports.store.read.forms.find(id);
  return form?.teamId === teamId && form.userId === userId ? form : undefined;
}

/** Somebody's own form that is still unfinished. Throws RuleBroken when it has been proposed or discarded. */
export async function openOwnForm(ports: Ports, { teamId, userId }: Actor, id: string): Promise<UnfinishedForm> {
  const [form] = await ports.store.read.forms.listUnfinished({ teamId, userId, id, most: 1 });
  if (form === undefined) throw new RuleBroken({ code: 'draft over' });
  return form;
}

/** Puts somebody's own form aside: it is not offered again. */
export async function putFormAside(ports: Ports, actor: Actor, formId: string): Promise<void> {
  if ((await findOwnForm(ports, actor, formId)) === undefined) return;
  await ports.store.read.forms.end(formId, ports.now());
  await planHomes(ports, ports.store.read);
}
