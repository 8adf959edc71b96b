import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { findTellable, keepTold } from '../access/readers.ts';
import { viewCard } from '../card/show-card.ts';
import { findFate } from '../find/adr-fate.ts';
import { findByReference, findGone } from '../find/find-adr.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { CardView } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositories } from '../settings/repository.ts';

/** What a link leads to: one of our decisions, an ADR that others wrote, or a file that is gone, in its last state. */
export type Linked =
  | { readonly kind: 'decision'; readonly view: CardView }
  | { readonly kind: 'ADR'; readonly adr: IndexedAdr; readonly fate: AdrFate | undefined }
  | { readonly kind: 'gone'; readonly adr: IndexedAdr };

/**
 * What links lead to, as far as everybody in the channel may be told now; by their addresses. A link that leads nowhere
 * we know, or to what they may not be told, is left out. Throws ChatError.
 */
export async function findLinked(
  ports: Ports,
  channelId: string,
  urls: readonly string[],
): Promise<ReadonlyMap<string, Linked>> {
  const repositories = await findRepositories(ports, { teamId: ports.chat.teamId, channelId });
  const found = new Map<string, Linked>();
  for (const url of urls) {
    const linked = await findBehind(ports, channelId, repositories, url);
    if (linked) found.set(url, linked);
  }
  return found;
}

async function findBehind(
  ports: Ports,
  channelId: string,
  repositories: readonly Repository[],
  url: string,
): Promise<Linked | undefined> {
  for (const { archive } of repositories) {
    const fileName = archive.fileAt(url);
    const [adr] = fileName === undefined ? [] : await findByName(ports, archive.id, fileName);
    if (adr?.decisionId !== undefined) {
      const told = await viewTold(ports, channelId, repositories, adr.decisionId);
      if (told) return told;
    }
    if (adr !== undefined) {
      const { repository } = await findTellable(ports, [], channelId);
      return repository ? { kind: 'ADR', adr, fate: await findFate(ports, adr, channelId) } : undefined;
    }
    const gone = fileName === undefined ? undefined : await findGone(ports, archive.id, { fileName });
    if (gone !== undefined && gone.fileName === fileName) {
      const { repository } = await findTellable(ports, [], channelId);
      return repository ? { kind: 'gone', adr: gone } : undefined;
    }
    const decisionId = await ports.store.read.reviews.findByAddress(ports.chat.teamId, archive.id, reviewsAt(url));
    if (decisionId !== undefined) return viewTold(ports, channelId, repositories, decisionId);
  }
  return undefined;
}

/** The addresses of reviews that a link may lead to: itself, or what it shows a part of. */
function reviewsAt(url: string): string[] {
  const [bare = ''] = url.split(/[?#]/);
  const whole = bare.endsWith('/') ? bare.slice(0, -1) : bare;
  return [whole, whole.slice(0, whole.lastIndexOf('/'))];
}

/** The ADR with exactly this file name. */
async function findByName(ports: Ports, archive: string, fileName: string): Promise<IndexedAdr[]> {
  const reference: AdrReference = { fileName };
  return (await findByReference(ports, archive, reference)).filter((adr) => adr.fileName === fileName);
}

/** A decision, if everybody in the channel may be told of it. */
async function viewTold(
  ports: Ports,
  channelId: string,
  repositories: readonly Repository[],
  decisionId: string,
): Promise<Linked | undefined> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision === undefined) return undefined;
  const publication = await read.publications.find(decisionId);
  const tellable = await findTellable(ports, [decision.channelId], channelId);
  const line = {
    channelId: decision.channelId,
    cardLink: decision.card?.link,
    isPublished: publication !== undefined && isOnBranch(publication.state),
    archive: publication?.archive ?? decision.archive,
  };
  const archives = new Set(tellable.repository ? repositories.map(({ archive }) => archive.id) : []);
  const [told] = keepTold([line], tellable.channelIds, archives);
  if (told === undefined) return undefined;
  const view = await viewCard(ports, decision);
  // Where its card is, is not told with what is in git.
  const { card } = decision;
  return {
    kind: 'decision',
    view: { ...view, decision: { ...view.decision, card: told.cardLink ? card : undefined } },
  };
}
