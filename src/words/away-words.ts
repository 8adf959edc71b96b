import type { Day } from '../decision/time/away.ts';
import type { Words } from './say.ts';

/** What `/adr away` and `/adr back` answer. */
export interface AwayWords {
  /** Somebody is away from now on, or asks until when they are. */
  until(day: Day): Words;
  /** Somebody asks who has not said that they are away. */
  readonly here: Words;
  readonly back: Words;
  /** Somebody is back who was not away. */
  readonly wasHere: Words;
}
