import { randomUUID } from 'node:crypto';
import { mayAskNow } from '../../decision/recall/revisit-time.ts';
import { beginningOf, dayIn } from '../../decision/time/day.ts';
import { findTellable } from '../access/readers.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { findRepositories, portsOf } from '../settings/repository.ts';
import { zoneOfDays } from './plan-about-adrs.ts';

/** About how many ADRs people are asked on one day: a repository may have many whose days are long past. */
const mostOnOneDay = 3;

/**
 * Asks whether ADRs that others wrote are still right, whose day to look again has come: once about each day, a few on one
 * weekday, in the channels that hear of the repository. Throws ChatError.
 */
export async function askAboutAdrs(ports: Ports, { teamId, archive }: Jobs['ask-revisits']): Promise<void> {
  const at = portsOf(ports, archive);
  if (at === undefined) return;
  const zone = zoneOfDays(at);
  const today = dayIn(zone, ports.now());
  // Whoever plans it next finds the right time.
  if (!mayAskNow(today, zone, ports.now())) return;
  const which = { until: today, most: mostOnOneDay, askedSince: beginningOf(today, zone) };
  const due = await ports.store.read.revisits.findDatedAdrs(teamId, archive, which);
  const channelIds = due.length === 0 ? [] : await findChannels(at);
  if (channelIds.length === 0) return;
  for (const { id, on } of due) {
    await ports.store.transaction(async (records) => {
      const adr = await records.adrs.find(id);
      if (adr) await ask(at, records, adr, { dueOn: on, channelIds });
    });
  }
}

/**
 * The channels with a digest that hear of a repository, as far as Gavel and the repository are theirs now; if there are
 * none, the channel that decided something for it last.
 */
async function findChannels(ports: RepositoryPorts): Promise<readonly string[]> {
  const { store, chat, archive } = ports;
  const { digests, latest } = await store.read.revisits.findChannelsOf(chat.teamId, archive.id);
  const found: string[] = [];
  for (const channelId of digests) if (await hearsOf(ports, channelId)) found.push(channelId);
  const isFallback = found.length === 0 && latest !== undefined && (await hearsOf(ports, latest));
  return isFallback ? [latest] : found;
}

async function hearsOf(ports: RepositoryPorts, channelId: string): Promise<boolean> {
  const { chat, archive, sight } = ports;
  const repositories = await findRepositories(ports, { teamId: chat.teamId, channelId });
  const channel = await sight.findChannel(channelId);
  if (!channel?.hasGavel || !repositories.some((one) => one.archive.id === archive.id)) return false;
  return (await findTellable(ports, [], channelId)).repository;
}

async function ask(
  ports: RepositoryPorts,
  records: Records,
  adr: IndexedAdr,
  { dueOn, channelIds }: Pick<AskedRevisit, 'dueOn' | 'channelIds'>,
): Promise<void> {
  const now = ports.now();
  const { teamId } = ports.chat;
  const id = randomUUID();
  const asked: AskedRevisit = {
    ...{ id, teamId, subject: { adrId: adr.id }, archive: adr.archive, channelIds, dueOn, askedAt: now },
    ...{ remindedAt: undefined, answer: undefined, noted: undefined, review: undefined },
  };
  if ((await records.revisits.ask(asked)) !== undefined) return;
  const { title, number, outcome: chosen, fileName } = adr;
  const url = ports.archive.addressOfFile(fileName);
  const more = { chosen, decidedAt: undefined, when: undefined };
  const body = { kind: 'revisit', revisitId: id, dueOn, title, number, url, ...more } as const;
  for (const channelId of channelIds) {
    const key = questionKey(id, channelId);
    await records.messages.write({ teamId, key, channelId, decisionId: undefined, body }, now);
  }
  await planHomes(ports, records);
}

/** The key of the question about an ADR in a channel. */
export function questionKey(revisitId: string, channelId: string): string {
  return `revisit:${revisitId}:${channelId}`;
}
