import type { Stall } from '../decision/time/stall.ts';
import type { Words } from './say.ts';

/** What is said about proposals where nothing new happens. */
export interface StalledWords {
  /** Asks the proposer; `decision` is what `decisionName` says. */
  ask(facts: { readonly stall: Stall; readonly decision: Words; readonly since: Date }): Words;
  /** The proposer leaves it as it is, and is asked again after `until`. */
  left(until: Date): Words;
  /** There is nothing to leave: voting is open, or it is decided. */
  readonly over: Words;
  /** How long ago something new happened, in a phrase. */
  since(since: Date): Words;
  /** A line of a digest or of `/adr waiting`: nothing new since then. */
  line(decision: Words, since: Date): Words;
}
