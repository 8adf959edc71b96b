import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { People } from '../../decision/person.ts';
import type { Day } from '../../decision/time/day.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { learnPeople } from '../access/people.ts';
import { findSeen } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { SeenAdrEvent } from '../ports/archive/adr-index.ts';
import type { Ports } from '../ports/ports.ts';
import type { AskedRevisit, StillRight } from '../ports/records/revisits.ts';
import { nameRepository } from '../settings/repository.ts';
import { eventsOnPage } from './history.ts';
import type { PlacedAdr } from './show.ts';

/** What happened to an ADR that others wrote, as far as Gavel knows. */
export type AdrHappened =
  /** `commitUrl`: the web address of the commit, on hosts that we know. */
  | ({ readonly what: 'seen in git'; readonly commitUrl: string | undefined } & SeenAdrEvent)
  | { readonly at: Date; readonly what: 'revisit asked'; readonly dueOn: Day }
  /** How far the note about it is on its way into git. */
  | ({ readonly at: Date; readonly what: 'still right' } & StillRight & Pick<AskedRevisit, 'noted' | 'review'>);

/** A page of that, with the names of those who answered. */
export interface AdrHistory {
  readonly adr: PlacedAdr;
  /** The web address of its file, on hosts that we know. */
  readonly fileUrl: string | undefined;
  readonly happened: readonly AdrHappened[];
  /** Counted from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  readonly people: People;
}

/** How many of the latest events in git are told. */
const mostTold = 300;

/**
 * What Gavel knows of an ADR that others wrote, whether or not its file is still there: what it saw in git, and who found it
 * still right. An answer that is not in git is told to those who see a channel where it was asked for. Throws RuleBroken.
 */
export async function readAdrHistory(ports: Ports, adrId: number, actor: Actor, page = 0): Promise<AdrHistory> {
  await checkMayUseCommands(ports, actor);
  const { read } = ports.store;
  const adr = (await read.adrs.find(adrId)) ?? (await findGoneRow(ports, adrId));
  const repository = adr && ports.repositories.byArchive(adr.archive);
  if (adr === undefined || repository === undefined) throw new RuleBroken({ code: 'ADR gone' });
  const { archive } = repository;
  const seen = await read.adrs.findEvents(actor.teamId, adrId, mostTold);
  const asked = await keepTellable(ports, actor, await read.revisits.findAbout({ adrId }));
  const all = [
    ...seen.map((event): AdrHappened => {
      const commitUrl = event.commit === undefined ? undefined : archive.addressOf(event.commit);
      return { ...event, what: 'seen in git', commitUrl };
    }),
    ...asked.flatMap(happenedBy),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const pages = Math.max(1, Math.ceil(all.length / eventsOnPage));
  const here = Math.min(Math.max(0, page), pages - 1);
  const happened = all.slice(here * eventsOnPage, (here + 1) * eventsOnPage);
  const named = happened.flatMap((one) => (one.what === 'still right' ? [one.by] : []));
  return {
    adr: { ...adr, ...nameRepository(ports, adr) },
    fileUrl: 'goneAt' in adr ? undefined : archive.addressOfFile(adr.fileName),
    ...{ happened, page: here, pages, people: await learnPeople(ports, actor.teamId, named) },
  };
}

async function findGoneRow({ store, repositories, chat }: Ports, adrId: number) {
  const found = await Promise.all(
    repositories.all.map(({ archive }) => store.read.adrs.findGone(chat.teamId, archive.id, { id: adrId })),
  );
  return found.flat()[0];
}

async function keepTellable(ports: Ports, actor: Actor, asked: readonly AskedRevisit[]): Promise<AskedRevisit[]> {
  const inSlack = asked.filter(({ noted }) => noted !== 'on branch');
  const channels = await findSeen(ports, new Set(inSlack.flatMap(({ channelIds }) => channelIds)), actor);
  return asked.filter(({ noted, channelIds }) => noted === 'on branch' || channelIds.some((id) => channels.has(id)));
}

function happenedBy({ askedAt, dueOn, answer, noted, review }: AskedRevisit): AdrHappened[] {
  return [
    { at: askedAt, what: 'revisit asked', dueOn },
    ...(answer === undefined ? [] : [{ ...answer, what: 'still right', noted, review } as const]),
  ];
}
