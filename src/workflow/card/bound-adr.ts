import type { Decision } from '../../decision/decision.ts';
import { isPastChange } from '../../decision/proposal/bond.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { findFate, nameAdr } from '../find/adr-fate.ts';
import { findByReference, findSuccessor } from '../find/find-adr.ts';
import type { CardView } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Publication } from '../ports/publication.ts';

/** What a card shows about the ADR that its decision is bound to, as the index has it now. */
export async function viewBoundAdr(
  ports: Ports,
  { archive, bond, channelId }: Decision,
  publication: Publication | undefined,
): Promise<Pick<CardView, 'boundAdrUrl' | 'boundAdrObstacle'>> {
  if (bond === undefined) return { boundAdrUrl: undefined };
  const adr = await ports.store.read.adrs.find(bond.adrId);
  if (adr === undefined) return { boundAdrUrl: undefined, boundAdrObstacle: { kind: 'gone', by: undefined } };
  const { url: boundAdrUrl } = await nameAdr(ports, adr, channelId);
  if (!isPastChange(adr.status, bond.kind)) return { boundAdrUrl };

  if (publication && isOnBranch(publication.state) && (await isOurDoing(ports, publication))) return { boundAdrUrl };
  const by = adr.status === 'superseded' ? await findSuccessor(ports, archive, adr) : undefined;
  const kind = adr.status === 'superseded' ? 'superseded' : 'deprecated';
  const successor = by && (await nameAdr(ports, by, channelId));
  return { boundAdrUrl, boundAdrObstacle: { kind, by: successor } };
}

/** What a card shows about what became of its decision's own ADR, as the index has it now. */
export async function viewFate(
  ports: Ports,
  { channelId }: Decision,
  publication: Publication | undefined,
): Promise<Pick<CardView, 'fate'>> {
  const { archive, fileName, state } = publication ?? { archive: '', fileName: undefined, state: 'not yet' };
  if (fileName === undefined || !isOnBranch(state)) return {};
  const found = await findByReference(ports, archive, { fileName });
  const adr = found.find((one) => one.fileName === fileName);
  const fate = adr && (await findFate(ports, adr, channelId));
  return fate ? { fate } : {};
}

/** Whether a published decision changed the ADR; its record in the index then says so. */
async function isOurDoing(ports: Ports, { archive, fileName }: Publication): Promise<boolean> {
  const records = fileName === undefined ? [] : await findByReference(ports, archive, { fileName });
  return records.some(({ links }) => links.some(({ kind }) => kind === 'supersedes' || kind === 'amends'));
}
