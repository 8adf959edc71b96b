import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { presentDeciders } from '../../decision/vote/electorate.ts';
import { checkMayScore, planScores, type ScoreForm } from '../../decision/vote/score.ts';
import { findForActor, findForReader } from '../access/access.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** What the form for scores shows somebody. */
export interface OwnScores {
  readonly decision: Decision;
  /** The points that they give now, by option. */
  readonly scores: ReadonlyMap<string, number>;
  readonly isAbstaining: boolean;
  /** Whether their points count; other people's are advice. */
  readonly isDecider: boolean;
}

/** Somebody's scores in an open vote, for the form. Throws RuleBroken when it can't be scored now. */
export async function findOwnScores(ports: Ports, decisionId: string, actor: Actor): Promise<OwnScores> {
  const decision = await findForReader(ports, decisionId, actor);
  checkMayScore(decision, undefined, ports.now());
  const ballots = await ports.store.read.ballots.find(decision, actor.userId);
  const standing = ballots.filter(({ isCast }) => isCast);
  const scores = standing.filter(({ optionId }) => optionId !== decision.id);
  return {
    decision,
    scores: new Map(scores.map(({ optionId, score }) => [optionId, score])),
    isAbstaining: standing.length > scores.length,
    isDecider: decision.voting !== undefined && presentDeciders(decision.voting).includes(actor.userId),
  };
}

/**
 * Saves somebody's scores, all at once and durably, before the form closes. `round` is the one that the form was opened
 * in. Anybody who sees the card may score; scores from people who are not deciders are advice. A second delivery of one
 * form changes nothing, and of two forms the later one counts as a whole. Throws RuleBroken.
 */
export async function giveScores(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: ScoreForm,
  round: number,
): Promise<void> {
  await findForActor(ports, decisionId, actor);
  await ports.store.transaction(async (records) => {
    // Locked until we are done, so that the vote does not close and no other form is saved in the meantime.
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined) throw new RuleBroken({ code: 'decision not found' });
    const now = ports.now();
    checkMayScore(decision, round, now);
    const scoring = { userId: actor.userId, eventUs: now.getTime() * 1_000, cardTs: decision.card?.ts ?? '' };
    const own = await records.ballots.find(decision, actor.userId);
    const changed = planScores(decision, own, form, scoring);
    if (changed.length === 0) return;
    await records.ballots.write(decision, changed);
    await records.marks.mark(decisionId, 'stale');
  });
  ports.metrics.count('vote received');
}
