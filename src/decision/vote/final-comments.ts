import { type Decision, type FinalComments, type Objection, phaseOf, type Voting } from '../decision.ts';
import { countsForVerdict } from '../outcome/judge.ts';

const aMinute = 60_000;

/**
 * Whether an option that has won at the end of a vote is not accepted yet, because the rule asks for final comments and
 * it has not had them.
 */
export function needsFinalComments({ rule, finalComments }: Voting, optionId: string): boolean {
  return rule.finalCommentMinutes > 0 && finalComments?.optionId !== optionId;
}

/** Begins the final comments on an option that has won; the vote stays open for them. */
export function beginFinalComments(decision: Decision, optionId: string, now: Date): Decision {
  const begun = { optionId, beganAt: now, timesAnew: 0 };
  return decision.voting ? { ...decision, ...comment(decision.voting, begun) } : decision;
}

/** When final comments end at the earliest. */
export function findFinalEnd({ beganAt }: FinalComments, { finalCommentMinutes }: Voting['rule']): Date {
  return new Date(beganAt.getTime() + finalCommentMinutes * aMinute);
}

function comment(voting: Voting, finalComments: FinalComments): Pick<Decision, 'closesAt' | 'voting'> {
  return { closesAt: findFinalEnd(finalComments, voting.rule), voting: { ...voting, finalComments } };
}

/** Ends final comments on an option that wins no longer. If an option wins later, it gets its own. */
export function dropFinalComments(decision: Decision): Decision {
  const { voting } = decision;
  return voting?.finalComments === undefined
    ? decision
    : { ...decision, voting: { ...voting, finalComments: undefined } };
}

function beginAnew(decision: Decision, now: Date): Decision {
  const { voting, closesAt } = decision;
  if (voting?.finalComments === undefined || phaseOf(decision) !== 'voting') return decision;
  const { finalComments } = voting;
  const begun = comment(voting, { ...finalComments, beganAt: now, timesAnew: finalComments.timesAnew + 1 });
  // Somebody has moved the end, or needs time until then.
  return { ...decision, ...begun, closesAt: closesAt > begun.closesAt ? closesAt : begun.closesAt };
}

/** Lets the final comments on an option begin anew after its words have changed. */
export function commentOnNewWords(decision: Decision, optionId: string, now: Date): Decision {
  return decision.voting?.finalComments?.optionId === optionId ? beginAnew(decision, now) : decision;
}

/**
 * Lets final comments begin anew after somebody has raised or settled an objection that blocks under the rule. A
 * request for time only moves their end.
 */
export function commentOnObjection(decision: Decision, { kind, authorId }: Objection, now: Date): Decision {
  const blocks = decision.rule.objections === 'block' && countsForVerdict(decision, authorId);
  return blocks && kind === 'objection' ? beginAnew(decision, now) : decision;
}

/** Final comments that a move has begun, for the first time or anew; undefined if it has not. */
export function findBegun(before: Decision, after: Decision): FinalComments | undefined {
  const [was, is] = [before.voting?.finalComments, after.voting?.finalComments];
  return is !== undefined && (was?.beganAt.getTime() !== is.beganAt.getTime() || was.optionId !== is.optionId)
    ? is
    : undefined;
}
