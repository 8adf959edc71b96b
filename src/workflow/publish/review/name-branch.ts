import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import { adrFileName } from '@gavel/adr/name/file-name.ts';
import type { Decision } from '../../../decision/decision.ts';
import { titleOfRecord } from '../../../decision/decision.ts';
import type { WayReason } from '../../../decision/publication/publish-way.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import { ForgeError } from '../../ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { PlannedChange } from '../plan-change.ts';

/** How many names are tried, by a number appended to the first one. */
const namesTried = 9;

/**
 * The review of a decision, which has a branch of its own from now on: the same one at every attempt. The name is free
 * in our table, and at the remote unless the branch there is ours, as after a restore from a dump. Throws ForgeError if
 * others have taken every name.
 */
export async function nameBranch(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  { plan, why }: { readonly plan: PlannedChange; readonly why: WayReason },
): Promise<AdrReview> {
  const known = await ports.store.read.reviews.find(decision.id);
  if (known?.archive === ports.archive.id) return known;
  const branch = await findFreeName(ports, decision, snapshot, branchNameOf(ports, decision, plan));
  return ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const found = await records.reviews.find(decision.id);
    if (found?.archive === ports.archive.id) return found;
    const review = {
      ...nothingYet,
      archive: ports.archive.id,
      branch,
      into: snapshot.branch,
      why,
      namedAt: ports.now(),
    };
    await records.reviews.save(decision, review);
    return review;
  });
}

const nothingYet = {
  ...{ number: undefined, url: undefined, seen: undefined, base: undefined, pushed: undefined, fileName: undefined },
  ...{ written: undefined, merged: undefined, openedAt: undefined, seenAt: undefined, nextLookAt: undefined },
  ...{ remindedAt: undefined, answer: undefined },
} as const;

function branchNameOf({ publishing }: RepositoryPorts, decision: Decision, { place, record }: PlannedChange): string {
  const slug = adrFileName(1, titleOfRecord(decision)).replaceAll(/^\d+-|\.md$/g, '');
  const number = place.number === undefined ? record.date : adrNumber(place.number).replace(/\D+/, '');
  return publishing.branchName.replaceAll('{number}', () => number).replaceAll('{slug}', () => slug);
}

async function findFreeName(
  { store, chat, archive }: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  name: string,
): Promise<string> {
  const names = [name, ...Array.from({ length: namesTried - 1 }, (_, index) => `${name}-${index + 2}`)];
  const taken = new Set(await store.read.reviews.findTakenBranches(chat.teamId, archive.id, names));
  for (const one of names.filter((each) => !taken.has(each))) {
    const there = await archive.fetchReview(one, snapshot);
    if (there === undefined) return one;
    if ((await archive.find(decision.id, decision.proposedAt, there.snapshot)) !== undefined) return one;
  }
  const { label: place, listed } = archive;
  throw new ForgeError({ code: 'review branch taken', place, branch: name, ...(listed ? { listed } : {}) });
}
