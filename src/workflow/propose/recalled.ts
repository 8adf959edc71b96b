import type { Decision } from '../../decision/decision.ts';
import { isSameRecall, type Recall } from '../../decision/recall/recall.ts';
import type { Move } from '../change/change.ts';

/** The move that changes by what a decision is met again; none if it is the same. */
export function recalled(decision: Decision, recall: Recall): (Move & { readonly detail: object })[] {
  if (isSameRecall(decision, recall)) return [];
  const { tags, affects, revisit } = recall;
  return [
    { decision: { ...decision, tags, affects, revisit }, kind: 'recall changed', detail: { tags, affects, revisit } },
  ];
}
