import { type Decision, phaseOf, type TakenOut } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import type { Rule } from '../rule/rule.ts';
import { findSilent, type Tally } from '../tally/tally.ts';
import type { Away } from '../time/away.ts';

/** Whether somebody who does not vote makes it harder to win under a rule. Where silence is assent, nobody does. */
export function needsTurnout({ quorum, threshold, silence }: Rule): boolean {
  if (silence === 'assent') return false;
  return quorum !== 0 || (threshold !== 'most votes' && threshold.of === 'eligible');
}

/** The deciders of an open vote who are away, and whose vote is missing where that makes a difference. */
export function findAbsent({ voting }: Pick<Decision, 'voting'>, tally: Tally, away: Away): readonly string[] {
  if (voting === undefined || !needsTurnout(voting.rule)) return [];
  return findSilent(tally).filter((id) => away.has(id));
}

/**
 * Takes deciders who are away out of the count, and puts those back who are not among `chosen`. Whoever is taken out is
 * not missed as long as they don't vote; a vote of theirs counts as before, and so does an objection. Throws RuleBroken
 * if voting is not open, for somebody who is here or has voted, and if nobody would be left to vote.
 */
export function takeOut(
  decision: Decision,
  { tally, away }: { readonly tally: Tally; readonly away: Away },
  chosen: readonly string[],
  { by, at }: Omit<TakenOut, 'id'>,
): Decision {
  const { voting } = decision;
  if (voting === undefined) throw new RuleBroken({ code: 'voting not open yet' });
  if (phaseOf(decision) !== 'voting') throw new RuleBroken({ code: 'voting over' });
  const kept = voting.takenOut.filter(({ id }) => chosen.includes(id));
  const isKept = new Set(kept.map(({ id }) => id));
  const added = [...new Set(chosen)].filter((id) => !isKept.has(id));
  const absent = new Set(findAbsent(decision, tally, away));
  if (!added.every((id) => absent.has(id))) throw new RuleBroken({ code: 'not away' });
  const isOut = new Set([...isKept, ...added]);
  if ([...tally.voted, ...tally.notVoted].every((id) => isOut.has(id))) throw new RuleBroken({ code: 'nobody left' });
  return { ...decision, voting: { ...voting, takenOut: [...kept, ...added.map((id) => ({ id, by, at }))] } };
}
