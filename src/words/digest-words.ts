import type { Cadence } from '../decision/digest/cadence.ts';
import type { Words } from './say.ts';

/** What a digest says, and how often it comes. */
export interface DigestWords {
  readonly title: string;
  /** What a notification says about it: how many decisions, and how many changes in the repository, or in several. */
  summary(counts: {
    readonly accepted: number;
    readonly rejected: number;
    readonly open: number;
    readonly inRepository: number;
    readonly areSeveral: boolean;
  }): string;
  period(from: Date, to: Date): Words;
  /** The names of its lists. */
  readonly accepted: string;
  readonly rejected: string;
  readonly votingIsOpen: string;
  readonly inRepository: string;
  readonly inRepositories: string;
  /** A decision with the option that was chosen, and one with its deadline. */
  acceptedLine(name: Words, chosen: string): Words;
  openLine(name: Words, closesAt: Date): Words;
  more(count: number): Words;
  readonly nothing: string;
  readonly isOff: string;
  isOn(cadence: Cadence, next: Date): Words;
}
