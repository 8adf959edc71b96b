import type { Argument } from './argument.ts';
import type { Bond } from './bond.ts';
import type { Excluded, Gone } from './electorate.ts';
import type { Objection } from './objection.ts';
import type { Option } from './option.ts';
import type { Outcome } from './outcome.ts';
import type { Rule } from './rule.ts';
import type { Section } from './section.ts';
import type { Shortening } from './shortening.ts';
import type { Status } from './status.ts';

/** One round of voting: what was frozen when it opened, and what has happened to it since. */
export interface Voting {
  /** From 1; a new round begins from nothing, and keeps what was there. */
  readonly round: number;
  readonly rule: Rule;
  readonly deciders: readonly string[];
  /** Who was there or named, and may not vote. */
  readonly excluded: readonly Excluded[];
  /** Deciders who can't take part any more. They are not counted, unless they have voted and the rule lets that stand. */
  readonly gone: readonly Gone[];
  readonly openedAt: Date;
  /** The deadline that it opened with, whatever became of it. */
  readonly firstClosesAt: Date;
  /** Whether the rule has given it more time already, as it does once. */
  readonly wasExtended: boolean;
  /** How often its deadline was made earlier, in order. */
  readonly shortenings: readonly Shortening[];
  readonly closedAt: Date | undefined;
}

/** Where people see a decision: the message, and its address for those who may read the channel. */
export interface CardPlace {
  readonly ts: string;
  readonly link: string;
}

/** A group of people that the workspace has: `@handle`. */
export interface UserGroup {
  readonly id: string;
  /** Without its `@`. */
  readonly handle: string;
}

/**
 * The question and later its answer: the aggregate that every step of the workflow reads whole, changes by one of the
 * moves of this folder, and saves whole. People are Slack user ids throughout.
 */
export interface Decision {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  /** The question, on one line of plain text. */
  readonly title: string;
  /** Context and problem statement, in Markdown. */
  readonly context: string;
  /** Forces that the choice must satisfy, each a line of plain text. */
  readonly drivers: readonly string[];
  readonly status: Status;
  readonly proposerId: string;
  /** Whom the proposer named as deciders; nobody, and no group either, means everyone in the channel. */
  readonly namedDeciders: readonly string[];
  /** The groups whose members, as they are when voting opens, decide as well. */
  readonly namedGroups: readonly UserGroup[];
  readonly options: readonly Option[];
  readonly arguments: readonly Argument[];
  /** In the order in which they were raised, settled ones included. */
  readonly objections: readonly Objection[];
  /** What the ADR says beyond these fields, in its order. */
  readonly sections: readonly Section[];
  /** The Markdown draft that it was made from, if there was one: what still stands of it is published as it was written. */
  readonly draft: string | undefined;
  readonly bond: Bond | undefined;
  /** What voting goes by; from its opening on it stays as it is. */
  readonly rule: Rule;
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

/** Whether the figures of a vote are nobody's to see yet, by its rule. */
export function hidesTally(decision: Decision): boolean {
  return phaseOf(decision) === 'voting' && decision.voting?.rule.isTallyHidden === true;
}

/** Who was named as deciders. */
export type Naming = Pick<Decision, 'namedDeciders' | 'namedGroups'>;

/** Whether the proposer said who decides; else it is everyone in the channel. */
export function namesDeciders({ namedDeciders, namedGroups }: Naming): boolean {
  return namedDeciders.length + namedGroups.length > 0;
}

/** Whether the same people and groups are named, in whatever order. */
export function isSameNaming(a: Naming, b: Naming): boolean {
  const idsOf = ({ namedDeciders, namedGroups }: Naming) =>
    [...namedDeciders, ...namedGroups.map(({ id }) => id)].toSorted().join(' ');
  return idsOf(a) === idsOf(b);
}
