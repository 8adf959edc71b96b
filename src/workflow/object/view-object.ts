import type { Decision } from '../../decision/decision.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import type { ObjectFacts } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Publication } from '../ports/publication.ts';

/** What is known of a decision as a thing of its own, as the index has it now. */
export async function viewObject(
  { repositories, store }: Ports,
  { archive, bond }: Decision,
  publication: Publication | undefined,
): Promise<ObjectFacts> {
  const repository = repositories.byArchive(publication?.archive ?? archive);
  const { fileName, state } = publication ?? {};
  const isThere = fileName !== undefined && state !== undefined && isOnBranch(state);
  const bound = bond && (await store.read.adrs.find(bond.adrId));
  return {
    repository: repository?.name,
    fileUrl: isThere ? repository?.archive.addressOfFile(fileName) : undefined,
    boundDecisionId: bound?.decisionId,
  };
}
