import { type AdrReference, isCalled, isPathOf } from '@gavel/adr/name/adr-reference.ts';
import type { GoneAdr, IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';

/** The ADRs of an archive that somebody may mean: none, one, or several with one number. */
export async function findByReference(
  { store, chat }: Ports,
  archive: string,
  reference: AdrReference,
): Promise<IndexedAdr[]> {
  if ('number' in reference) return store.read.adrs.findByNumber(chat.teamId, archive, reference.number);
  const adrs = await store.read.adrs.findNamed(chat.teamId, archive, reference.fileName);
  return keepCalled(adrs, reference.fileName);
}

/** Those that are called by a name. One whose whole path it is comes before those in other folders. */
function keepCalled<Adr extends IndexedAdr>(adrs: readonly Adr[], name: string): Adr[] {
  const whole = adrs.filter(({ fileName }) => isPathOf(fileName, name));
  return whole.length > 0 ? whole : adrs.filter(({ fileName }) => isCalled(fileName, name));
}

/** The ADRs that somebody may mean in these repositories, in the repositories' order. */
export async function findInRepositories(
  ports: Ports,
  repositories: readonly Repository[],
  reference: AdrReference,
): Promise<IndexedAdr[]> {
  const found = await Promise.all(repositories.map(({ archive }) => findByReference(ports, archive.id, reference)));
  return found.flat();
}

/** The ADR that somebody may mean whose file is gone; of several, the most recently removed. */
export async function findGone(
  { store, chat }: Ports,
  archive: string,
  reference: AdrReference,
): Promise<GoneAdr | undefined> {
  const gone = await store.read.adrs.findGone(chat.teamId, archive, reference);
  return ('number' in reference ? gone : keepCalled(gone, reference.fileName))[0];
}

/** The ADR that replaced a superseded one, as its file says; undefined when it names none from the index. */
export async function findSuccessor(
  ports: Ports,
  archive: string,
  { links, statusText }: IndexedAdr,
): Promise<IndexedAdr | undefined> {
  const file = links.find(({ kind }) => kind === 'superseded by')?.file;
  const number = /\bby\b\D{0,300}(\d{1,6})/i.exec(statusText)?.[1];
  const references: AdrReference[] = [
    ...(file === undefined ? [] : [{ fileName: file }]),
    ...(number === undefined ? [] : [{ number: Number(number) }]),
  ];
  for (const reference of references) {
    const [successor] = await findByReference(ports, archive, reference);
    if (successor) return successor;
  }
  return undefined;
}
