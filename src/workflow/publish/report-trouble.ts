import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../decision/decision.ts';
import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { announceInThread } from '../change/change.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { unpublished } from './take-number.ts';

/** What is wrong with the repository or its forge, if that is what went wrong. */
export function troubleOf(error: unknown): PublicationTrouble | undefined {
  // The archive has no token when the forge gives none, and the forge says why.
  if (error instanceof ArchiveError && error.cause instanceof ForgeError) return error.cause.trouble;
  return error instanceof ArchiveError || error instanceof ForgeError ? error.trouble : undefined;
}

/** For how long a repository or its forge may not answer before the thread hears of it, where nobody waits. */
export const awayPatience = 15 * 60_000;

/** Whether nobody answers, which often passes by itself. */
export function isAway({ code }: PublicationTrouble): boolean {
  return code === 'unreachable' || code === 'forge unreachable';
}

/** Reports each kind of trouble once; git's words may differ at every attempt, for example by a time or a number. */
export async function reportTrouble(
  ports: RepositoryPorts,
  decision: Decision,
  trouble: PublicationTrouble,
): Promise<void> {
  const { id: archive } = ports.archive;
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const before = await records.publications.find(decision.id);
    if (isDeepStrictEqual(before?.trouble, trouble) || (before && isOnBranch(before.state))) return;
    await records.publications.save(decision, { ...unpublished, archive, ...before, trouble });
    await records.marks.mark(decision.id, 'acted');
    const key = `not published:${decision.id}:${trouble.code}`;
    const isNews = await announceInThread(ports, records, decision, { kind: 'not published', trouble }, key);
    if (!isNews) return;
    const detail = { trouble };
    await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'not published', detail });
  });
}
