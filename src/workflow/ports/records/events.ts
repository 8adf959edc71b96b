import type { Decision } from '../../../decision/decision.ts';
import type { EventKind } from '../../change/event-kind.ts';
import type { Cut } from '../list.ts';

/** An entry in the history of a decision; without an actor, it was Gavel itself. */
export interface HistoryEvent {
  readonly decision: Pick<Decision, 'id' | 'teamId'>;
  readonly at: Date;
  readonly actorId: string | undefined;
  readonly kind: EventKind;
  readonly detail: object;
}

/** An event as it was recorded, by this Gavel or by another version with kinds of its own. */
export interface RecordedEvent extends Omit<HistoryEvent, 'decision' | 'kind'> {
  readonly id: number;
  readonly kind: string;
}

/** What happened to decisions. */
export interface EventRecords {
  record(event: HistoryEvent): Promise<void>;
  /** What happened to a decision, in order: at most `most` events after or before the event that it is cut at. */
  find(decisionId: string, query: { readonly cut: Cut<number>; readonly most: number }): Promise<RecordedEvent[]>;
  /** When something new last happened to a decision, and whether its proposer has been asked about it since. */
  findLastNews(decisionId: string): Promise<{ readonly at: Date; readonly wasAsked: boolean } | undefined>;
  /** How many events a decision has, counted up to `most` plus one. */
  count(decisionId: string, most: number): Promise<number>;
}
