import { type Decision, type Objection, type ObjectionKind, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import {
  checkObjection,
  checkReason,
  endHolds,
  isStanding,
  type ObjectionForm,
  type ObjectionWeight,
  raiseObjection,
  settleObjection,
} from '../../decision/objection/objection.ts';
import { findFollowable } from '../../decision/outcome/confirmation.ts';
import { countsForVerdict, findBlocking, judge, waitForHolds } from '../../decision/outcome/judge.ts';
import { checkOpen } from '../../decision/outcome/outcome.ts';
import type { People } from '../../decision/person.ts';
import { commentOnObjection } from '../../decision/vote/final-comments.ts';
import { checkMayOverrideNow, findForActor, findForReader } from '../access/access.ts';
import { authorsOf, learnPeople } from '../access/people.ts';
import { changeDecision } from '../change/change.ts';
import { recallBackAt } from '../nudge/away.ts';
import type { Actor } from '../ports/actor.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { findStanding } from '../vote/standing.ts';
import { takeDownHolds } from './holds.ts';

/**
 * What this person's objections to a decision do: for a decider, what the rule says; for anybody else, they are advice.
 */
export function weighObjections(decision: Decision, userId: string): ObjectionWeight {
  if (!countsForVerdict(decision, userId)) return 'advice';
  return decision.rule.objections === 'block' ? 'block' : 'warn';
}

/** The decision that somebody wants to object to. Throws RuleBroken when it is already decided. */
export async function findToObject(ports: Ports, decisionId: string, actor: Actor): Promise<Decision> {
  const decision = await findForReader(ports, decisionId, actor);
  checkOpen(decision);
  return decision;
}

/**
 * Records that somebody objects, or needs time, and says so in the thread. A decider's hold keeps an open vote open
 * until the hold ends. `id` was made when the form opened, so a second delivery adds nothing. Throws RuleBroken.
 */
export async function object(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  { id, ...form }: ObjectionForm & { readonly id: string },
): Promise<void> {
  const { kind, until, reason } = checkObjection(form, ports.now());
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    if (before.objections.some((known) => known.id === id)) return undefined;
    const { userId: authorId } = actor;
    const objection = { id, kind, authorId, reason, raisedAt: ports.now(), until, resolution: undefined };
    const raised = commentOnObjection(raiseObjection(before, objection), objection, ports.now());
    const decision = waitForHolds(raised);
    const isMoved = decision.closesAt > raised.closesAt;
    if (isMoved) await records.jobs.add('close-voting', { decisionId }, { runAt: decision.closesAt });
    if (until) await records.jobs.add('end-hold', { decisionId, objectionId: id }, { runAt: until });
    const said = {
      objection: kind,
      reason,
      ...(until ? { until: until.toISOString() } : {}),
      ...(isMoved ? { closesAt: decision.closesAt.toISOString() } : {}),
    };
    const weight = weighObjections(before, authorId);
    const announcement = { kind: 'objection raised', by: authorId, weight, ...said } as const;
    return { decision, kind: 'objection raised', detail: said, announcement };
  });
}

/** The objections that somebody may settle, and everything needed to show them. */
export interface Settleable {
  readonly decision: Decision;
  /** Their own come first. */
  readonly objections: readonly Objection[];
  readonly people: People;
}

/**
 * Objections to a decision that somebody may settle: their own, and other people's if they may override them. Throws
 * RuleBroken when there are none.
 */
export async function findSettleable(ports: Ports, decisionId: string, actor: Actor): Promise<Settleable> {
  const decision = endHolds(await findToObject(ports, decisionId, actor), ports.now());
  const standing = decision.objections.filter(isStanding);
  if (standing.length === 0) throw new RuleBroken({ code: 'no objection stands' });
  const isOwn = ({ authorId }: Objection) => authorId === actor.userId;
  const own = standing.filter(isOwn);
  const others = standing.filter((objection) => !isOwn(objection));
  const mayOverride = await checkMayOverrideNow(ports, decision, actor, 'override an objection').then(
    () => true,
    (error) => {
      if (error instanceof RuleBroken && own.length > 0) return false;
      throw error;
    },
  );
  const people = await learnPeople(ports, decision.teamId, authorsOf(decision));
  return { decision, objections: [...own, ...(mayOverride ? others : [])], people };
}

/**
 * Settles an objection with a reason: it is resolved by its author, or overridden, by name, by somebody who manages the
 * decision. A second delivery changes nothing. Throws RuleBroken.
 */
export async function settle(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  { objectionId, reason: typed }: { readonly objectionId: string; readonly reason: string },
): Promise<void> {
  const { userId: by } = actor;
  const seen = await findForActor(ports, decisionId, actor);
  const isOwn = seen.objections.some(({ id, authorId }) => id === objectionId && authorId === by);
  if (!isOwn) await checkMayOverrideNow(ports, seen, actor, 'override an objection');
  const reason = checkReason(typed, isOwn ? 'what has changed' : 'reason to override');
  const how = isOwn ? 'resolved' : 'overridden';

  await changeDecision(ports, decisionId, by, async (before, records) => {
    const known = before.objections.find(({ id }) => id === objectionId);
    if (known?.resolution && known.resolution.kind !== 'ended' && known.resolution.by === by) return undefined;
    const settled = settleObjection(before, objectionId, { kind: how, by, reason, at: ports.now() });
    const decision = known ? commentOnObjection(settled, known, ports.now()) : settled;
    const { kind: objection = 'objection', authorId = by, reason: about = '' } = known ?? {};
    const wasBlocked = phaseOf(before) === 'undecided' && findBlocking(before).length > 0;
    const isClear = wasBlocked && findBlocking(decision).length === 0;
    const next = isClear ? await findNext(ports, records, decision) : undefined;
    if (how === 'overridden')
      await tellOverridden(ports, records, decision, { by, objection, authorId, reason, objectionId });
    return {
      decision,
      kind: `objection ${how}`,
      detail: { objection, about, reason },
      announcement: {
        kind: 'objection settled',
        by,
        authorId,
        objection,
        how,
        reason,
        isClear,
        ...(next ? { next } : {}),
      },
    };
  });
}

/** What is missing for the outcome that the vote chose, now that no objection stands; undefined if it chose none. */
async function findNext(
  ports: Ports,
  records: Records,
  decision: Decision,
): Promise<'outcome' | 'second person' | undefined> {
  const standing = await findStanding(records, decision);
  const by = { decidedBy: decision.proposerId, decidedAt: ports.now() };
  if (findFollowable(decision, by, standing).accept) return 'outcome';
  const { tally, isUnclear } = standing;
  if (tally === undefined || isUnclear) return undefined;
  // By objections that only one person has overridden.
  return judge(decision, tally).kind === 'blocked' ? 'second person' : undefined;
}

/** An objection that somebody puts aside, and why. */
interface Overriding {
  readonly objectionId: string;
  readonly objection: ObjectionKind;
  readonly authorId: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Tells the author of an objection that somebody has put it aside, unless they want no direct messages; when they are
 * back, if they are away.
 */
async function tellOverridden(
  ports: Ports,
  records: Records,
  { id, teamId, channelId, title, card }: Decision,
  { authorId, objectionId, ...told }: Overriding,
): Promise<void> {
  if (!(await records.nudges.areWanted({ teamId, userId: authorId }))) return;
  const body = { kind: 'objection overridden', channelId, title, link: card?.link || undefined, ...told } as const;
  // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
  const message = { teamId, channelId: authorId, decisionId: undefined, body };
  const backAt = await recallBackAt(records, ports.now(), teamId, authorId);
  await records.messages.write({ ...message, key: `overridden:${id}:${objectionId}` }, ports.now(), backAt);
}

/** Records that the time of a hold is up, and shows it on the card. A job that comes early reschedules itself. */
export async function endHold(ports: Ports, { decisionId, objectionId }: Jobs['end-hold']): Promise<void> {
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const locked = await records.decisions.lock(decisionId);
    const hold = locked?.objections.find(({ id }) => id === objectionId);
    if (locked === undefined || hold?.until === undefined || !isStanding(hold)) return;
    if (hold.until > now) return records.jobs.add('end-hold', { decisionId, objectionId }, { runAt: hold.until });
    await takeDownHolds(records, locked, now);
    await records.marks.mark(decisionId, 'acted');
  });
}
