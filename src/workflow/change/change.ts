import { type Decision, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { takeDownHolds } from '../deliberate/holds.ts';
import type { Announcement } from '../message/announcement.ts';
import { planNudge } from '../nudge/plan-nudge.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import type { EventKind } from './event-kind.ts';

/** What a move does to a decision, and what the history and the thread say of it. */
export interface Move {
  readonly decision: Decision;
  readonly kind: EventKind;
  readonly detail?: object;
  readonly announcement?: Announcement;
}

/**
 * The way that every change of a decision takes: one transaction that locks it, makes the move, saves it with its
 * event, has the card shown anew, and plans the next nudge where the deadline is another. `move` may write more, in the
 * same transaction. It returns undefined when there is nothing to do (any more). Throws what the move throws, with
 * nothing written.
 */
export async function changeDecision(
  ports: Ports,
  decisionId: string,
  actorId: string | undefined,
  move: (decision: Decision, records: Records) => Promise<Move | undefined> | Move | undefined,
): Promise<Decision | undefined> {
  return ports.store.transaction(async (records) => {
    const locked = await records.decisions.lock(decisionId);
    if (locked === undefined) throw new RuleBroken({ code: 'decision not found' });
    const before = await takeDownHolds(records, locked, ports.now());
    const made = await move(before, records);
    if (made === undefined) return undefined;
    const { decision, kind, detail = {}, announcement } = made;
    await records.decisions.save(decision);
    await planNudge(records, before, decision, ports.now());
    await records.events.record({ decision, at: ports.now(), actorId, kind, detail });
    await records.marks.mark(decisionId, isOver(decision) ? 'closing' : 'acted');
    if (announcement) await announceInThread(ports, records, decision, announcement);
    return decision;
  });
}

/** Whether nobody votes on a decision any more, which is what people want to see first. */
function isOver(decision: Decision): boolean {
  return !['discussing', 'voting'].includes(phaseOf(decision));
}

/** Up to so many of a list stand in an event. */
const mostInEvent = 200;

/**
 * What an event tells of a list of people: all of a short one, of a longer one how many they are. Who may vote, and who
 * is gone, stands in the electorate.
 */
export function listOrCount<Item>(list: readonly Item[]): readonly Item[] | number {
  return list.length > mostInEvent ? list.length : list;
}

/** Has something said in the thread of a decision's card, once per kind and version. False when it was said before. */
export async function announceInThread(
  ports: Ports,
  records: Records,
  decision: Decision,
  body: Announcement,
  key = `${body.kind}:${decision.id}:${decision.version}`,
): Promise<boolean> {
  const { id: decisionId, teamId, channelId } = decision;
  return records.messages.write({ teamId, key, channelId, decisionId, body }, ports.now());
}
