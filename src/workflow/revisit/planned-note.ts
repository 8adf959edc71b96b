import type { Change } from '../ports/archive/change.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { AskedRevisit, StillRight } from '../ports/records/revisits.ts';

/** A question that was answered, with its answer. */
export type Answered = AskedRevisit & { readonly answer: StillRight };

/** What is to be noted, on top of which snapshot. */
export interface PlannedNote {
  readonly asked: Answered;
  readonly snapshot: Snapshot;
  readonly change: Change;
}
