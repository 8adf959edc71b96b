import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { Decision } from '../../decision/decision.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Trouble } from '../../decision/failure/trouble.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { checkMayUseCommands, findForReader, findIfReadable } from '../access/access.ts';
import { viewCard } from '../card/show-card.ts';
import { freshenIndexes } from '../follow/fresh-index.ts';
import type { Actor } from '../ports/actor.ts';
import type { GoneAdr, IndexedAdr } from '../ports/archive/adr-index.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { CardView } from '../ports/chat/chat.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import { findRepositoriesFor, nameRepository, portsOf } from '../settings/repository.ts';
import { findGone, findInRepositories } from './find-adr.ts';

/** An ADR, and the name of its repository if the workspace has several. */
export type PlacedAdr = IndexedAdr & { readonly repository?: string | undefined };

/** Why the text of a file can't be shown. */
export type FileTrouble =
  | Trouble
  | { readonly code: 'file gone' }
  | { readonly code: 'file too long'; readonly bytes: number };

/** An ADR with the text of its file; without it, `trouble` says why. */
export interface OpenedAdr {
  readonly adr: IndexedAdr;
  readonly text: string | undefined;
  readonly trouble: FileTrouble | undefined;
  /** The web address of the file, on hosts that we know. */
  readonly fileUrl: string | undefined;
  /** Our decision that it came from, if there was one and the asker may read it. */
  readonly decision: Decision | undefined;
  /** The name of its repository, if the workspace has several. */
  readonly repository?: string | undefined;
}

/**
 * What `/adr show N` finds: one ADR; several with the same number; one whose file is gone, with our decision behind it
 * if the asker may see that; or a decision that is not in git yet.
 */
export type Shown =
  | { readonly kind: 'adr'; readonly opened: OpenedAdr }
  | { readonly kind: 'several'; readonly adrs: readonly PlacedAdr[] }
  | {
      readonly kind: 'gone';
      readonly adr: GoneAdr;
      /** The web address of the commit that removed it, on hosts that we know. */
      readonly commitUrl: string | undefined;
      readonly decision: CardView | undefined;
    }
  /** `isGone`: it was in git and its file is gone, although the index never had it. */
  | { readonly kind: 'decision'; readonly view: CardView; readonly isGone: boolean };

/** Finds what somebody asks to see. Throws RuleBroken when it does not exist. */
export async function findToShow(
  ports: Ports,
  actor: Actor,
  channelId: string,
  reference: AdrReference,
): Promise<Shown> {
  await checkMayUseCommands(ports, actor);
  const repositories = await findRepositoriesFor(ports, actor, channelId);
  const gaps = await freshenIndexes(ports, repositories);
  const [adr, ...others] = await findInRepositories(ports, repositories, reference);
  if (adr !== undefined && others.length > 0) return { kind: 'several', adrs: [adr, ...others].map(placed(ports)) };
  if (adr !== undefined) return { kind: 'adr', opened: await openAdr(ports, actor, adr) };

  for (const { archive } of repositories) {
    const gone = await findGone(ports, archive.id, reference);
    if (gone !== undefined) return showGone(ports, actor, gone);
  }
  // One of our decisions that was published under this name, while it is not in the index yet.
  const isHere = ({ archive }: Summary) => repositories.some((one) => one.archive.id === archive);
  const published = (await ports.store.read.summaries.findPublishedAs(actor.teamId, reference)).find(isHere);
  if (published !== undefined) return showDecision(ports, actor, published.id);
  throw new RuleBroken({ code: 'no such ADR', reference, gaps });
}

/** The ADR in a row of the index. Throws RuleBroken when there is no such row. */
export async function showAdr(ports: Ports, actor: Actor, adrId: number): Promise<Shown> {
  const { store, repositories, chat } = ports;
  await checkMayUseCommands(ports, actor);
  const adr = await store.read.adrs.find(adrId);
  if (adr !== undefined) return { kind: 'adr', opened: await openAdr(ports, actor, adr) };
  const found = await Promise.all(
    repositories.all.map(({ archive }) => store.read.adrs.findGone(chat.teamId, archive.id, { id: adrId })),
  );
  const [gone] = found.flat();
  if (gone === undefined) throw new RuleBroken({ code: 'ADR gone' });
  return showGone(ports, actor, gone);
}

/** A decision as it is now, even if its file is gone. Throws RuleBroken for people who may see neither. */
export async function showDecision(ports: Ports, actor: Actor, decisionId: string): Promise<Shown> {
  await checkMayUseCommands(ports, actor);
  const {
    archive = '',
    fileName,
    state = 'not yet',
    isGone = false,
  } = (await ports.store.read.publications.find(decisionId)) ?? {};
  const gone = isOnBranch(state) && fileName !== undefined ? await findGone(ports, archive, { fileName }) : undefined;
  if (gone?.decisionId === decisionId) return showGone(ports, actor, gone);
  const view = await viewCard(ports, await findForReader(ports, decisionId, actor));
  return { kind: 'decision', view, isGone };
}

async function showGone(ports: Ports, actor: Actor, adr: GoneAdr): Promise<Shown> {
  const archive = ports.repositories.byArchive(adr.archive)?.archive;
  // Everybody may see what was in git, but not what was said in a channel.
  const decision = adr.decisionId === undefined ? undefined : await findIfReadable(ports, adr.decisionId, actor);
  return {
    kind: 'gone',
    adr,
    commitUrl: adr.goneIn === undefined ? undefined : archive?.addressOf(adr.goneIn),
    decision: decision && (await viewCard(ports, decision)),
  };
}

async function openAdr(ports: Ports, actor: Actor, adr: IndexedAdr): Promise<OpenedAdr> {
  const decision = adr.decisionId === undefined ? undefined : await findIfReadable(ports, adr.decisionId, actor);
  const at = portsOf(ports, adr.archive);
  // The operator removed its repository.
  if (at === undefined) throw new RuleBroken({ code: 'ADR gone' });
  const read = await readText(at, adr);
  // Only after reading does the archive know its branch.
  return { adr, ...read, fileUrl: at.archive.addressOfFile(adr.fileName), decision, ...nameRepository(ports, adr) };
}

async function readText(
  { archive, memory }: RepositoryPorts,
  { fileName, blob }: IndexedAdr,
): Promise<Pick<OpenedAdr, 'text' | 'trouble'>> {
  const known = memory.recallText(blob);
  if (known !== undefined) return { text: known, trouble: undefined };
  try {
    const snapshot = await archive.fetch();
    const { text, tooLong } = (await snapshot.read([fileName])).get(fileName) ?? {};
    if (text === undefined) return { text, trouble: { code: 'file gone' } };
    if (tooLong) return { text: undefined, trouble: { code: 'file too long', bytes: tooLong } };
    memory.keepText(snapshot.files.get(fileName) ?? blob, text);
    return { text, trouble: undefined };
  } catch (error) {
    if (error instanceof ArchiveError) return { text: undefined, trouble: error.trouble };
    throw error;
  }
}

function placed(ports: Ports): (adr: IndexedAdr) => PlacedAdr {
  return (adr) => ({ ...adr, ...nameRepository(ports, adr) });
}
