import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { Status } from '../../decision/status.ts';
import { keepTold } from '../access/readers.ts';
import { askReadable, askRepositories } from '../find/scope.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** Something that asks much the same as a title, for people who may see it. */
export interface Alike {
  /** Its title, with its number if it has one. */
  readonly name: string;
  /** As its file says it. */
  readonly statusText: string | undefined;
  /** As it was decided here, for one that is not in git. */
  readonly status: Status | undefined;
  /** `YYYY-MM-DD`, if it has a date. */
  readonly date: string | undefined;
  readonly what: { readonly adrId: number } | { readonly decisionId: string };
  /** It is in force, so that a proposal can supersede it. */
  readonly stands: boolean;
}

/** How many are told. */
const mostTold = 2;

/** The fewest letters of a title that says what it is about. */
const shortestTitle = 8;

/**
 * What was decided, or is being decided, under a title like this, for somebody in a channel: at most two, the most alike
 * first. Proposals that are still open count, but withdrawn ones don't.
 */
export async function findAlike(
  ports: Ports,
  actor: Actor,
  channelId: string,
  title: string,
): Promise<readonly Alike[]> {
  if (title.trim().length < shortestTitle) return [];
  const { read } = ports.store;
  const readable = (await askReadable(ports, actor, channelId)) ?? new Set<string>();
  const archives = (await askRepositories(ports, actor, channelId)).map(({ archive }) => archive.id);
  const scope = { channelIds: [...readable], archives };
  const hits = await read.search.findAlike(actor.teamId, title, scope, 2 * mostTold);
  const adrs = await read.adrs.findThese(
    actor.teamId,
    hits.flatMap(({ adrId }) => adrId ?? []),
  );
  const ours = new Set(adrs.flatMap(({ decisionId }) => decisionId ?? []));
  const ids = hits.flatMap(({ decisionId }) => decisionId ?? []).filter((id) => !ours.has(id));
  const summaries = keepTold(await read.summaries.find(actor.teamId, ids), readable, new Set(archives));
  const found = hits.flatMap((hit): Alike[] => {
    const adr = adrs.find(({ id }) => id === hit.adrId);
    if (adr !== undefined) {
      const { status, statusText, date, id: adrId } = adr;
      const stands = status === 'accepted';
      return [{ name: adrName(adr), statusText, status: undefined, date, what: { adrId }, stands }];
    }
    const summary = summaries.find(({ id }) => id === hit.decisionId);
    if (summary === undefined || summary.status === 'withdrawn') return [];
    const date = (summary.decidedAt ?? summary.proposedAt).toISOString().slice(0, 10);
    const { status } = summary;
    const what = { decisionId: summary.id };
    return [{ name: adrName(summary), statusText: undefined, status, date, what, stands: false }];
  });
  return found.slice(0, mostTold);
}
