import type { Day } from '../decision/time/day.ts';
import type { Words } from './say.ts';

/** What `/adr away` and `/adr back` answer, and what a card says about people who are away. */
export interface AwayWords {
  /** Somebody is away from now on, or asks until when they are. */
  until(day: Day): Words;
  /** Somebody asks who has not said that they are away. */
  readonly here: Words;
  readonly back: Words;
  /** Somebody is back who was not away. */
  readonly wasHere: Words;
  /** Somebody's name, and until when they are away, if they are. */
  person(name: string, until: Day | undefined): string;
  /** How many of the deciders are away, and who. */
  absent(count: number, deciders: number, names: string): string;
  /** Who was taken out of the count. */
  takenOut(names: string): string;
  /** At Home: whether its reader is away, and a menu with days and “I am back”. */
  atHome(backOn: Day | undefined): string;
  awayUntil(day: Day): string;
  readonly isBack: string;
  /** The form in which people are taken out and put back. */
  readonly form: { readonly introduction: string; readonly label: string; readonly submit: string };
}
