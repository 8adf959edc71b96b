import type { Argument } from './argument.ts';
import type { Option } from './option.ts';
import type { Outcome } from './outcome.ts';
import type { Rule } from './rule.ts';
import type { Status } from './status.ts';

/** One round of voting: what was frozen when it opened. */
export interface Voting {
  readonly round: number;
  readonly rule: Rule;
  readonly deciders: readonly string[];
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
}

/** Where people see a decision: the message, and its address for those who may read the channel. */
export interface CardPlace {
  readonly ts: string;
  readonly link: string;
}

/**
 * The question and later its answer: the aggregate that every step of the workflow reads whole, changes by one of the
 * moves of this folder, and saves whole. People are Slack user ids throughout.
 */
export interface Decision {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly isPrivate: boolean;
  /** The question, on one line of plain text. */
  readonly title: string;
  /** Context and problem statement, in Markdown. */
  readonly context: string;
  /** Forces that the choice must satisfy, each a line of plain text. */
  readonly drivers: readonly string[];
  readonly status: Status;
  readonly proposerId: string;
  /** Whom the proposer named as deciders; nobody means everyone in the channel. */
  readonly namedDeciders: readonly string[];
  readonly options: readonly Option[];
  readonly arguments: readonly Argument[];
  readonly closesAt: Date;
  /** The time zone in which the deadline was meant, an IANA name. */
  readonly timeZone: string;
  readonly voting: Voting | undefined;
  readonly outcome: Outcome | undefined;
  readonly card: CardPlace | undefined;
  /** Grows by one with each saved change. */
  readonly version: number;
  readonly proposedAt: Date;
}

/**
 * What people can do with a decision now. `undecided`: the vote has closed without a verdict, and the proposer and
 * deciders are asked.
 */
export type Phase = 'discussing' | 'voting' | 'undecided' | 'decided' | 'withdrawn';

/** The phase that a decision is in. */
export function phaseOf(decision: Decision): Phase {
  if (decision.status === 'withdrawn') return 'withdrawn';
  if (decision.status !== 'proposed') return 'decided';
  if (decision.voting === undefined) return 'discussing';
  return decision.voting.closedAt === undefined ? 'voting' : 'undecided';
}
