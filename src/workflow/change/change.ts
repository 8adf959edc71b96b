import { type Decision, type FinalComments, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { stopAwaiting } from '../../decision/outcome/confirmation.ts';
import { findBegun } from '../../decision/vote/final-comments.ts';
import { takeDownHolds } from '../deliberate/holds.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Announcement } from '../message/announcement.ts';
import { planNotices } from '../message/notice.ts';
import { tellSource } from '../message/tell-source.ts';
import { planNudge } from '../nudge/plan-nudge.ts';
import { planStall } from '../nudge/plan-stall.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { planProposal } from '../publish/propose/plan-proposal.ts';
import { planRevisit } from '../revisit/plan-revisit.ts';
import { isStillAwaited } from '../vote/standing.ts';
import type { EventKind } from './event-kind.ts';

/** What a move does to a decision, and what the history and the thread say about it. */
export interface Move {
  readonly decision: Decision;
  readonly kind: EventKind;
  readonly detail?: object;
  readonly announcement?: Announcement;
}

/**
 * The path that every change of a decision takes: one transaction that locks it, makes the move, saves it with its
 * event, marks the card to be updated, schedules the next nudge if the deadline changed, schedules the end of final
 * comments that the move has begun and says so, and has the notices in the channel renewed if they say something else now. An outcome that waits for a second person waits no longer if the move
 * changes what it is about. `move` may write more in the same transaction, and returns undefined when there is nothing
 * (left) to do. Throws what the move throws, with nothing written.
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
    const { kind, detail = {}, announcement } = made;
    const begun = findBegun(before, made.decision);
    const overtaken = await findOvertaken(records, before, made.decision, ports.now());
    const decision = overtaken ? stopAwaiting(made.decision) : made.decision;
    await records.decisions.save(decision);
    await planNudge(records, before, decision, ports.now());
    await planStall(records, decision, ports.now());
    await planRevisit(records, before, decision, ports.now());
    await planNotices(records, before, decision);
    await planProposal(ports, records, before, decision);
    if (kind !== 'final comments') await records.events.record({ decision, at: ports.now(), actorId, kind, detail });
    if (overtaken && kind !== overtaken.kind) {
      await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: overtaken.kind, detail: {} });
    }
    await records.marks.mark(decisionId, isOver(decision) ? 'closing' : 'acted');
    if (announcement) await announceInThread(ports, records, decision, announcement);
    if (begun) await tellFinalComments(ports, records, decision, begun);
    if (overtaken) await announceInThread(ports, records, decision, overtaken);
    if (isSettled(decision) && !isSettled(before)) await tellSource(ports, records, decision, 'decided elsewhere');
    await planHomes(ports, records);
    return decision;
  });
}

/**
 * What the thread is told if a move makes an outcome something else than what somebody recorded, so that it no longer
 * waits for a second person.
 */
async function findOvertaken(
  records: Records,
  before: Decision,
  after: Decision,
  now: Date,
): Promise<Extract<Announcement, { kind: 'outcome overtaken' }> | undefined> {
  const { awaited } = after;
  if (awaited === undefined || awaited.id !== before.awaited?.id) return undefined;
  if (await isStillAwaited(records, after, now)) return undefined;
  return { kind: 'outcome overtaken', by: awaited.outcome.decidedBy ?? '' };
}

/** Has final comments end on time, and tells the thread and the history that they have begun. */
async function tellFinalComments(
  ports: Ports,
  records: Records,
  decision: Decision,
  { optionId, timesAnew }: FinalComments,
): Promise<void> {
  const option = decision.options.find(({ id }) => id === optionId)?.title ?? '';
  const told = { option, closesAt: decision.closesAt.toISOString(), isAnew: timesAnew > 0 };
  await records.jobs.add('close-voting', { decisionId: decision.id }, { runAt: decision.closesAt });
  await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'final comments', detail: told });
  await announceInThread(ports, records, decision, { kind: 'final comments', ...told });
}

/** Whether nobody waits for the outcome of a decision any more. */
function isSettled(decision: Decision): boolean {
  return ['decided', 'withdrawn'].includes(phaseOf(decision));
}

/** Whether voting on a decision is over, which is what people want to see first. */
function isOver(decision: Decision): boolean {
  return !['discussing', 'voting'].includes(phaseOf(decision));
}

/** The maximum number of list entries in an event. */
const mostInEvent = 200;

/**
 * What an event says about a list of people: everybody on a short list, or only how many are on a long one. The
 * electorate records who may vote and who is gone.
 */
export function listOrCount<Item>(list: readonly Item[]): readonly Item[] | number {
  return list.length > mostInEvent ? list.length : list;
}

/** Posts a message in the thread of a decision's card, once per kind and version. False when it was posted before. */
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
