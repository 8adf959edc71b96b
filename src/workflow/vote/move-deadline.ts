import { type Decision, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { isEarlier, isSameMinute, noteShortening } from '../../decision/time/shortening.ts';
import { moveDeadline } from '../../decision/vote/voting.ts';
import { shortening } from '../../policy/manage.ts';
import { checkMayOverrideNow, findForManager } from '../access/access.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanReason } from './open-voting.ts';

/** The deadline that somebody wants, and why. */
export interface WantedDeadline {
  readonly closesAt: Date | undefined;
  readonly reason: string;
}

/** A deadline earlier than people were told, to be confirmed by the person who wants it. */
export interface EarlierDeadline {
  readonly decision: Decision;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Whether the deadline that somebody wants is earlier than the current one, and so has to be confirmed. Throws
 * RuleBroken if they may not move it there.
 */
export async function findEarlierDeadline(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  { closesAt }: Pick<WantedDeadline, 'closesAt'>,
): Promise<EarlierDeadline | undefined> {
  const decision = await findForManager(ports, decisionId, actor, 'move the deadline');
  const moved = moveDeadline(decision, closesAt, ports.now());
  if (!isEarlier(decision, moved.closesAt)) return undefined;
  await checkMayShorten(ports, decisionId, actor);
  return { decision, from: decision.closesAt, to: moved.closesAt };
}

/** Throws RuleBroken unless somebody may take time from others, which decides in place of a part of the vote. */
async function checkMayShorten(ports: Ports, decisionId: string, actor: Actor): Promise<void> {
  const decision = await findForManager(ports, decisionId, actor, 'make the deadline earlier', shortening);
  await checkMayOverrideNow(ports, decision, actor, 'make the deadline earlier');
}

/**
 * Moves the deadline, or resumes a vote that ended without a verdict. If it is already there, as after a double click,
 * there is nothing to tell. It moves to an earlier time only with a reason, by somebody who may do that, and from the
 * deadline that they saw: `confirmed`. Throws RuleBroken.
 */
export async function changeDeadline(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  wanted: WantedDeadline,
  confirmed?: Date,
): Promise<void> {
  const reason = cleanReason(wanted.reason);
  await findForManager(ports, decisionId, actor, 'move the deadline');
  if (confirmed) await checkMayShorten(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const moved = moveDeadline(before, wanted.closesAt, ports.now());
    if (isSameMinute(moved.closesAt, before.closesAt) && phaseOf(moved) === phaseOf(before)) return undefined;
    const move = isEarlier(before, moved.closesAt)
      ? shorten(before, moved, { by: actor.userId, at: ports.now(), reason }, confirmed)
      : extend(moved, actor.userId, reason);
    const { closesAt, voting } = move.decision;
    if (voting) await records.jobs.add('close-voting', { decisionId }, { runAt: closesAt });
    return move;
  });
}

function extend(decision: Decision, by: string, reason: string): Move {
  const closesAt = decision.closesAt.toISOString();
  const announcement = { kind: 'extended', by, reason, closesAt } as const;
  return { decision, kind: 'extended', detail: { closesAt, reason }, announcement };
}

function shorten(
  before: Decision,
  moved: Decision,
  by: { readonly by: string; readonly at: Date; readonly reason: string },
  confirmed: Date | undefined,
): Move {
  if (confirmed?.getTime() !== before.closesAt.getTime()) {
    throw new RuleBroken({ code: 'deadline moved meanwhile' }, { field: 'deadline' });
  }
  const decision = noteShortening(moved, { ...by, from: before.closesAt, to: moved.closesAt });
  const { reason = '' } = decision.voting?.shortenings.at(-1) ?? {};
  const detail = { from: before.closesAt.toISOString(), closesAt: moved.closesAt.toISOString(), reason };
  return { decision, kind: 'shortened', detail, announcement: { kind: 'shortened', by: by.by, ...detail } };
}
