import type { Day } from '../../decision/time/day.ts';
import type { AdrWriting } from '../ports/archive/adr-index.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { planRevisit } from './plan-revisit.ts';

/**
 * Has decisions follow their files where somebody has written another day to look again into them, or none. To be called
 * before these files are written to the index. Returns the decisions that it changed.
 */
export async function followDays(
  ports: RepositoryPorts,
  records: Records,
  writings: readonly Pick<AdrWriting, 'id' | 'isRedated' | 'entry'>[],
): Promise<string[]> {
  const redated = new Map(writings.flatMap(({ id, isRedated, entry }) => (id && isRedated ? [[id, entry]] : [])));
  if (redated.size === 0) return [];
  const adrs = await records.adrs.findThese(ports.chat.teamId, [...redated.keys()]);
  const ours = adrs.flatMap(({ id, decisionId }) => (decisionId === undefined ? [] : [{ id, decisionId }]));
  const changed: string[] = [];
  // In the order of their ids, so that no two transactions wait for each other.
  for (const { id, decisionId } of ours.toSorted((one, other) => (one.decisionId < other.decisionId ? -1 : 1)))
    if (await takeDay(ports, records, decisionId, redated.get(id)?.revisitOn)) changed.push(decisionId);
  return changed;
}

/**
 * Takes the day to look again that the ADR of a decision names now; undefined if it names none anymore. The history says
 * so, and nobody is told. A day about which people were asked already stays as it is. True if that changed something.
 */
export async function takeDay(
  ports: Ports,
  records: Records,
  decisionId: string,
  on: Day | undefined,
): Promise<boolean> {
  const before = await records.decisions.lock(decisionId);
  const from = before?.revisit.on;
  if (before === undefined || from === on) return false;
  const asked = await records.revisits.findAbout({ decisionId });
  if (asked.some(({ dueOn }) => dueOn === on)) return false;
  const at = ports.now();
  const decision = { ...before, revisit: { ...before.revisit, on } };
  await records.decisions.save(decision);
  await planRevisit(records, before, decision, at);
  const detail = { from, to: on };
  await records.events.record({ decision, at, actorId: undefined, kind: 'revisit day found', detail });
  return true;
}
