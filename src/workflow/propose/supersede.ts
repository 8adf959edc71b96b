import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { Bond, BondKind, Decision } from '../../decision/decision.ts';
import type { BondVerb } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { findReadable } from '../access/readers.ts';
import { findByReference, findInRepositories, findSuccessor } from '../find/find-adr.ts';
import { freshenIndexes } from '../follow/fresh-index.ts';
import type { Actor } from '../ports/actor.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositoriesFor } from '../settings/repository.ts';

/** An ADR that a proposal may be bound to, or the open proposal already bound to it. */
export type Binding =
  | { readonly kind: 'free'; readonly bond: Bond }
  | { readonly kind: 'taken'; readonly bond: Bond; readonly by: Decision };

const infinitives: Readonly<Record<BondKind, BondVerb>> = {
  supersedes: 'supersede',
  amends: 'amend',
  deprecates: 'deprecate',
};

/**
 * Finds the ADR that somebody in a channel wants to supersede, amend or deprecate. Nothing changes in git before a
 * proposal bound to it is accepted. Throws RuleBroken when there is no such ADR, when several have the number, or when
 * it is no longer in force.
 */
export async function findToBind(
  ports: Ports,
  actor: Actor,
  channelId: string,
  kind: BondKind,
  reference: AdrReference,
): Promise<Binding> {
  await checkMayUseCommands(ports, actor);
  const repositories = await findRepositoriesFor(ports, actor, channelId);
  const gaps = await freshenIndexes(ports, repositories);
  const [adr, ...others] = await findInRepositories(ports, repositories, reference);
  if (adr === undefined) throw new RuleBroken({ code: 'no such ADR', reference, gaps });
  if (others.length > 0) {
    const fileNames = [adr, ...others].map(({ fileName }) => fileName);
    throw new RuleBroken({ code: 'number taken by several', number: adr.number, fileNames, verb: infinitives[kind] });
  }
  await checkStands(ports, adr, infinitives[kind]);

  const bond = { kind, adrId: adr.id, number: adr.number, title: adr.title };
  const by = await findRival(ports, actor, { channelId }, adr.id);
  return by ? { kind: 'taken', bond, by } : { kind: 'free', bond };
}

/**
 * Checks a form that has been open for a while. Throws RuleBroken when the ADR that it is bound to has been taken or is
 * no longer in force. `id` is the form's own, which may have been submitted before.
 */
export async function checkStillFree(
  ports: Ports,
  actor: Actor,
  place: { readonly id: string; readonly channelId: string },
  { kind, adrId }: Bond,
): Promise<void> {
  const adr = await ports.store.read.adrs.find(adrId);
  if (adr === undefined) return;
  await checkStands(ports, adr, infinitives[kind]);
  const rival = await findRival(ports, actor, place, adrId);
  if (rival) throw new RuleBroken({ code: 'ADR taken', adr: adrName(adr), title: rival.title });
}

async function findRival(
  ports: Ports,
  actor: Actor,
  { id: own, channelId }: { readonly id?: string; readonly channelId: string },
  adrId: number,
): Promise<Decision | undefined> {
  const { read } = ports.store;
  const found = (await read.decisions.findBoundTo(actor.teamId, [adrId])).filter((id) => id !== own);
  const rivals = (await Promise.all(found.map((id) => read.decisions.find(id)))).flatMap((rival) => rival ?? []);
  // Another proposal that the asker can't be told about doesn't count here. Whichever is accepted first wins.
  const told = await findReadable(
    ports,
    rivals.map((rival) => rival.channelId),
    actor,
    channelId,
  );
  return rivals.find((rival) => told.has(rival.channelId));
}

/** Throws RuleBroken when an ADR is already superseded, deprecated or rejected, and says by what. */
async function checkStands(ports: Ports, adr: IndexedAdr, verb: BondVerb): Promise<void> {
  const name = adrName(adr);
  const { status, statusText } = adr;
  const successor = status === 'superseded' ? await findSuccessor(ports, adr.archive, adr) : undefined;
  if (successor) {
    const reference = await nameUniquely(ports, successor);
    throw new RuleBroken({
      code: 'ADR superseded',
      adr: name,
      successor: adrName(successor),
      reference,
      verb,
    });
  }
  if (status === 'superseded' || status === 'deprecated')
    throw new RuleBroken({ code: 'ADR fallen', adr: name, status, statusText });
  if (status === 'rejected' || status === 'withdrawn')
    throw new RuleBroken({ code: 'ADR rejected', adr: name, status, verb });
}

/** What to type to refer to an ADR: its number, unless others have it too. */
async function nameUniquely(ports: Ports, { archive, number, fileName }: IndexedAdr): Promise<string> {
  if (number === undefined) return fileName;
  return (await findByReference(ports, archive, { number })).length === 1 ? String(number) : fileName;
}
