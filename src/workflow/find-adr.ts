import { type AdrReference, isCalled } from '../adr/adr-reference.ts';
import type { IndexedAdr } from './ports/adr-index.ts';
import type { Ports } from './ports.ts';

/** Enough to find a file by its whole name among those that have the name as a part of theirs. */
const candidates = 100;

/** The ADRs of the index that somebody may mean: none, one, or several that have the same number. */
export async function findByReference(ports: Ports, reference: AdrReference): Promise<IndexedAdr[]> {
  const { store, archive, chat } = ports;
  if ('number' in reference) return store.read.findAdrsByNumber(chat.teamId, archive.id, reference.number);
  const page = { limit: candidates, offset: 0, words: [reference.fileName] };
  const { adrs } = await store.read.listAdrs(chat.teamId, archive.id, page);
  return adrs.filter(({ fileName }) => isCalled(fileName, reference.fileName));
}
