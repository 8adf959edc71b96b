import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { AdrFate, NamedAdr } from '../../decision/publication/adr-fate.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Ports } from '../ports/ports.ts';
import { findByReference, findSuccessor } from './find-adr.ts';

/** How many ADRs are named that did something to one, the latest ones. */
const mostNamed = 3;

/** What became of an ADR, for people in a channel; undefined for one that stands as it was decided. */
export async function findFate(ports: Ports, adr: IndexedAdr, channelId: string): Promise<AdrFate | undefined> {
  const nameAll = (adrs: readonly IndexedAdr[]) => Promise.all(adrs.map((one) => nameAdr(ports, one, channelId)));
  if (adr.status === 'superseded') {
    const successor = await findSuccessor(ports, adr.archive, adr);
    return { kind: 'superseded', by: await nameAll(successor ? [successor] : []) };
  }
  const amenders = await findLinked(ports, adr, 'amended by');
  if (adr.status === 'deprecated') return { kind: 'deprecated', by: await nameAll(amenders) };
  return amenders.length === 0 ? undefined : { kind: 'amended', by: await nameAll(amenders) };
}

/** The ADRs that an ADR says it supersedes, for people in a channel. */
export async function findSuperseded(ports: Ports, adr: IndexedAdr, channelId: string): Promise<readonly NamedAdr[]> {
  const found = await findLinked(ports, adr, 'supersedes');
  return Promise.all(found.map((one) => nameAdr(ports, one, channelId)));
}

/** The ADRs of the index that an ADR links to in this way, the latest ones. */
async function findLinked(
  ports: Ports,
  { archive, links }: IndexedAdr,
  wanted: IndexedAdr['links'][number]['kind'],
): Promise<IndexedAdr[]> {
  const files = [...new Set(links.filter(({ kind }) => kind === wanted).map(({ file }) => file))].slice(-mostNamed);
  const found: IndexedAdr[] = [];
  for (const fileName of files) found.push(...(await findByReference(ports, archive, { fileName })).slice(0, 1));
  return found;
}

/**
 * An ADR by its name, with where people in a channel can read it: its file, on hosts that we know, or else the card in
 * this channel that it came from.
 */
export async function nameAdr(ports: Ports, adr: IndexedAdr, channelId: string): Promise<NamedAdr> {
  return { name: adrName(adr), url: await addressFor(ports, adr, channelId) };
}

async function addressFor(
  { repositories, store }: Ports,
  { archive, fileName, decisionId }: IndexedAdr,
  channelId: string,
): Promise<string | undefined> {
  const url = repositories.byArchive(archive)?.archive.addressOfFile(fileName);
  if (url !== undefined || decisionId === undefined) return url;
  const decision = await store.read.decisions.find(decisionId);
  return decision?.channelId === channelId ? decision.card?.link || undefined : undefined;
}
