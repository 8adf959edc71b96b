import { readReference } from '@gavel/adr/name/adr-reference.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { atHome, checkMayUseTools, findForReader } from '../access/access.ts';
import { findToShow, type Shown, showAdr, showDecision } from '../find/show.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositoriesFor } from '../settings/repository.ts';

const decisionForm = /^decision:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
const adrForm = /^adr:(\d{1,15})$/;

/**
 * A decision or an ADR for a program of somebody's: by the id that a list gave it, or by the number or the file name of
 * an ADR. Throws RuleBroken when it is not there or not theirs to see, with one answer for both, and ChatError.
 */
export async function getDecision(ports: Ports, actor: Actor, wanted: string): Promise<Shown> {
  await checkMayUseTools(ports, actor);
  const decisionId = decisionForm.exec(wanted)?.[1];
  if (decisionId !== undefined) {
    await findForReader(ports, decisionId, actor);
    return showDecision(ports, actor, decisionId);
  }
  const adrId = adrForm.exec(wanted)?.[1];
  if (adrId !== undefined) {
    if (!(await isInReach(ports, actor, Number(adrId)))) throw new RuleBroken({ code: 'ADR gone' });
    return showAdr(ports, actor, Number(adrId));
  }
  const reference = readReference(wanted);
  if (reference === undefined) throw new RuleBroken({ code: 'ADR unnamed', command: 'show' });
  return findToShow(ports, actor, atHome, reference);
}

/** Whether an ADR is, or was, in a repository that somebody reads. */
async function isInReach(ports: Ports, actor: Actor, id: number): Promise<boolean> {
  const { adrs } = ports.store.read;
  const archives = (await findRepositoriesFor(ports, actor, atHome)).map(({ archive }) => archive.id);
  const adr = await adrs.find(id);
  if (adr !== undefined) return archives.includes(adr.archive);
  const gone = await Promise.all(archives.map((archive) => adrs.findGone(actor.teamId, archive, { id })));
  return gone.flat().length > 0;
}
