import { type Decision, phaseOf } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import type { Rule } from '../rule/rule.ts';
import { abstentionIdOf, type Ballot } from './ballot.ts';

/** The most points that one person can give one option; the least are none. */
export const mostPoints = 3;

/** Whether people give points to options, in a form, instead of reacting to the card. */
export function isScored({ method }: Pick<Rule, 'method'>): boolean {
  return method === 'score';
}

/** How much one person can give one option: three points where options are scored, else a vote. */
export function worthOf(rule: Pick<Rule, 'method'>): number {
  return isScored(rule) ? mostPoints : 1;
}

/**
 * What somebody says in the form. `scores` has the options that the form showed, with their points, or nothing for what
 * was left empty.
 */
export type ScoreForm =
  | { readonly answer: 'score'; readonly scores: ReadonlyMap<string, number | undefined> }
  | { readonly answer: 'abstain' }
  | { readonly answer: 'take back' };

/** Throws RuleBroken unless points can be given now, in this round. */
export function checkMayScore(decision: Decision, round: number | undefined, now: Date): void {
  const { voting } = decision;
  if (voting === undefined) throw new RuleBroken({ code: 'voting not open yet' });
  if (!isScored(voting.rule)) throw new RuleBroken({ code: 'votes by reaction' });
  if (round !== undefined && round !== voting.round) throw new RuleBroken({ code: 'round over' });
  if (phaseOf(decision) !== 'voting' || now > decision.closesAt) {
    throw new RuleBroken({ code: 'voting over' });
  }
}

/** Who scores, when, and on which card. */
export interface Scoring {
  readonly userId: string;
  readonly eventUs: number;
  readonly cardTs: string;
}

/**
 * The ballots that somebody's form changes, out of theirs; others' are left alone. What a form leaves empty gets no
 * points; an option that it did not show, because it was added meanwhile, keeps what it has. Each form is later than
 * everything of the same person's before it, whatever the clock says. Throws RuleBroken for a form without any score.
 */
export function planScores(
  decision: Decision,
  ballots: readonly Ballot[],
  form: ScoreForm,
  { userId, eventUs, cardTs }: Scoring,
): Ballot[] {
  const own = ballots.filter((ballot) => ballot.userId === userId);
  const at = { userId, cardTs, eventUs: Math.max(eventUs, ...own.map((ballot) => ballot.eventUs + 1)) };
  const wanted = readForm(decision, form);
  const isLeft = ({ optionId }: Ballot) => form.answer === 'score' && optionId !== decision.id;
  const takenBack = own
    .filter((ballot) => ballot.isCast && !wanted.has(ballot.optionId) && !isLeft(ballot))
    .map((ballot) => ({ ...ballot, ...at, isCast: false }));
  const given = [...wanted].flatMap(([optionId, score]): Ballot[] => {
    const before = own.find((ballot) => ballot.optionId === optionId);
    return before?.isCast && before.score === score ? [] : [{ ...at, optionId, score, isCast: true }];
  });
  return [...takenBack, ...given];
}

/** What a form gives, by option; to what stands for abstaining, if it does that. */
function readForm(decision: Decision, form: ScoreForm): ReadonlyMap<string, number> {
  if (form.answer === 'take back') return new Map();
  if (form.answer !== 'score') {
    const abstentionId = abstentionIdOf(decision);
    if (abstentionId === undefined) throw new RuleBroken({ code: 'no abstaining' });
    return new Map([[abstentionId, 1]]);
  }
  const shown = decision.options.filter(({ id }) => form.scores.has(id));
  if (shown.every(({ id }) => form.scores.get(id) === undefined)) {
    throw new RuleBroken({ code: 'missing', what: 'score' });
  }
  return new Map(shown.map(({ id }) => [id, Math.min(mostPoints, Math.max(0, form.scores.get(id) ?? 0))]));
}
