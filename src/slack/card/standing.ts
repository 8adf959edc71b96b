import { phaseOf } from '../../decision/decision.ts';
import { findLack } from '../../decision/outcome/judge.ts';
import type { CardStanding } from '../../words/card-words.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { findDraft, findStandingReview } from '../publish/review-state.ts';

/** The state of a decision, as the first line of its card shows it. */
export function standingOf(view: CardView): CardStanding {
  const { decision, tally, undated, earlierRound, isBeingCounted, fate } = view;
  if (earlierRound !== undefined) return { kind: 'earlier round' };
  const { closesAt, status, outcome, voting } = decision;
  const phase = phaseOf(decision);
  switch (phase) {
    case 'voting':
      return isBeingCounted
        ? { kind: 'counting' }
        : { kind: phase, closesAt, draft: findDraft(view), isFinal: voting?.finalComments !== undefined };
    case 'discussing':
      return { kind: phase, closesAt };
    case 'undecided':
      return { kind: phase, lack: findLack(decision, undated?.isSettled === false ? undefined : tally) };
    case 'decided':
      return { kind: phase, status, at: outcome?.decidedAt, fate: fate?.kind, review: findStandingReview(view) };
    case 'withdrawn':
      return { kind: phase };
  }
}
