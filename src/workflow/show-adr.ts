import type { AdrReference } from '../adr/adr-reference.ts';
import type { Decision } from '../decision/decision.ts';
import { mayBeSeenIn } from '../decision/digest.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { findForActor } from './access.ts';
import { ArchiveError } from './archive-error.ts';
import { findByReference } from './find-adr.ts';
import { explainGaps, freshenIndex } from './fresh-index.ts';
import type { IndexedAdr } from './ports/adr-index.ts';
import type { CardView } from './ports/chat.ts';
import type { Actor, Ports } from './ports.ts';
import { keepText, recallText } from './recent-texts.ts';
import { viewCard } from './show-card.ts';

/** An ADR with the text of its file; without it, `trouble` says why in words. */
export interface OpenedAdr {
  readonly adr: IndexedAdr;
  readonly text: string | undefined;
  readonly trouble: string | undefined;
  /** The web address of the file on hosts that we know. */
  readonly fileUrl: string | undefined;
  /** Our decision that it was, if it was one. */
  readonly decision: Decision | undefined;
}

/** What `/adr show N` finds: one ADR, several with the same number, or a decision that git does not have yet. */
export type Shown =
  | { readonly kind: 'adr'; readonly opened: OpenedAdr }
  | { readonly kind: 'several'; readonly adrs: readonly IndexedAdr[] }
  | { readonly kind: 'decision'; readonly view: CardView };

/** Finds what somebody asks to see in a channel. Throws RuleBroken when there is no such thing. */
export async function findToShow(
  ports: Ports,
  actor: Actor,
  channelId: string,
  reference: AdrReference,
): Promise<Shown> {
  const freshness = await freshenIndex(ports);
  const [adr, ...others] = await findByReference(ports, reference);
  if (adr !== undefined && others.length > 0) return { kind: 'several', adrs: [adr, ...others] };
  if (adr !== undefined) return { kind: 'adr', opened: await openAdr(ports, adr) };

  const decisionId = await findPublished(ports, actor.teamId, channelId, reference);
  if (decisionId !== undefined) return { kind: 'decision', view: await viewDecision(ports, actor, decisionId) };
  throw new RuleBroken(noSuchAdr(reference, explainGaps(freshness)));
}

/** That there is no such ADR, and what to type instead. `because` is why the index may not have it yet. */
export function noSuchAdr(reference: AdrReference, because = ''): string {
  if ('number' in reference)
    return [`There is no ADR with number ${reference.number}.`, because, '`/adr list` has those that there are.']
      .filter(Boolean)
      .join(' ');
  const name = reference.fileName.slice(0, 80);
  const words = `There is no ADR “${name}”. A number or the name of a file says which.`;
  // Within backquotes nothing else may end them.
  const search = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name)
    ? `\`/adr list ${name}\` looks for it.`
    : '`/adr list` has those that there are.';
  return [words, because, search].filter(Boolean).join(' ');
}

/** The ADR of a row of the index, with its text. Throws RuleBroken when its file is gone. */
export async function openAdrById(ports: Ports, adrId: number): Promise<OpenedAdr> {
  const adr = await ports.store.read.findAdr(adrId);
  if (adr === undefined) throw new RuleBroken('The file of this ADR is not in the repository any more.');
  return openAdr(ports, adr);
}

/** A decision as it is now. Throws RuleBroken for those who may not see it. */
export async function viewDecision(ports: Ports, actor: Actor, decisionId: string): Promise<CardView> {
  return viewCard(ports, await findForActor(ports, decisionId, actor));
}

async function openAdr(ports: Ports, adr: IndexedAdr): Promise<OpenedAdr> {
  const decision = adr.decisionId === undefined ? undefined : await ports.store.read.findDecision(adr.decisionId);
  const read = await readText(ports, adr);
  // After reading, when the archive knows its branch.
  return { adr, ...read, fileUrl: ports.archive.addressOfFile(adr.fileName), decision };
}

async function readText(
  { archive }: Ports,
  { fileName, blob }: IndexedAdr,
): Promise<Pick<OpenedAdr, 'text' | 'trouble'>> {
  const known = recallText(archive, blob);
  if (known !== undefined) return { text: known, trouble: undefined };
  try {
    const snapshot = await archive.fetch();
    const text = (await snapshot.read([fileName])).get(fileName)?.text;
    if (text === undefined) return { text, trouble: 'Its file is not in the repository any more.' };
    keepText(archive, snapshot.files.get(fileName) ?? blob, text);
    return { text, trouble: undefined };
  } catch (error) {
    if (error instanceof ArchiveError) return { text: undefined, trouble: error.message };
    throw error;
  }
}

/** A decision of ours that has been published under this name, while the index does not have it yet. */
async function findPublished(
  { store }: Ports,
  teamId: string,
  channelId: string,
  reference: AdrReference,
): Promise<string | undefined> {
  const summaries = await store.read.findSummaries(teamId);
  return summaries.find(
    (summary) =>
      mayBeSeenIn(channelId, summary) &&
      summary.isPublished &&
      ('number' in reference ? summary.number === reference.number : summary.fileName === reference.fileName),
  )?.id;
}
