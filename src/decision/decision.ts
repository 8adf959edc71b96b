import type { Departure } from './outcome/departure.ts';
import type { VerdictFacts } from './outcome/verdict-facts.ts';
import type { PersonKind } from './person.ts';
import type { Argument, WithdrawnArgument } from './proposal/argument.ts';
import type { Option, WithdrawnOption } from './proposal/option.ts';
import type { Section } from './proposal/section.ts';
import type { Recall } from './recall/recall.ts';
import type { Rule } from './rule/rule.ts';
import type { Status } from './status.ts';

/** What a decision does to an ADR of the archive when it is accepted. */
export type BondKind = 'supersedes' | 'amends' | 'deprecates';

/** An ADR that a proposal is bound to. It is found again by `adrId`; number and title are as they were then. */
export interface Bond {
  readonly kind: BondKind;
  /** The row of the index, which stays the same when the file is renamed. */
  readonly adrId: number;
  readonly number: number | undefined;
  readonly title: string;
  /** The option under which the ADR stays as it is, where the proposal offers that as one of its own. */
  readonly keepingOptionId?: string | undefined;
}

/** Why somebody may not vote; `unknown`: Slack does not tell us who they are. */
export type ExclusionReason = Exclude<PersonKind, 'member'> | 'unknown';

/** Somebody who was there or named when voting opened, and may not vote. */
export interface Excluded {
  readonly id: string;
  readonly why: ExclusionReason;
}

/** A decider who was there when voting opened and can't take part any more. */
export interface Gone {
  readonly id: string;
  /** `left`: is no longer in the channel, by whoever's doing, where its members are the deciders. */
  readonly why: 'deactivated' | 'left';
}

/** A decider who was away, and whom somebody took out of the count. */
export interface TakenOut {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** A decider's word that another decider votes for them too, for one round. */
export interface Handover {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** `objection`: a reasoned block. `hold`: somebody needs time, until a moment that they name. */
export type ObjectionKind = 'objection' | 'hold';

/** How an objection was settled: by its author, or over their head with a reason; or the time of a hold is up. */
export type Resolution =
  | { readonly kind: 'resolved' | 'overridden'; readonly by: string; readonly reason: string; readonly at: Date }
  | { readonly kind: 'ended'; readonly at: Date };

/** A named, reasoned objection, or a hold; by one person, before, during or after the vote, until it is decided. */
export interface Objection {
  readonly id: string;
  readonly kind: ObjectionKind;
  readonly authorId: string;
  /** On one line of plain text. */
  readonly reason: string;
  readonly raisedAt: Date;
  /** When a hold ends by itself. */
  readonly until: Date | undefined;
  readonly resolution: Resolution | undefined;
}

/** What follows from an outcome, good, bad or neutral. */
export interface Consequence {
  readonly kind: 'good' | 'bad' | 'neutral';
  readonly text: string;
}

/**
 * What stands after "because": what the rule says of the vote, somebody's own words, or a sentence that an earlier
 * version made of a vote, which is told as it was told then.
 */
export type Reason =
  | { readonly by: 'rule'; readonly verdict: VerdictFacts }
  | { readonly by: 'person'; readonly text: string }
  | { readonly by: 'before'; readonly text: string };

/** The chosen option, if there is one, and why. */
export interface Outcome {
  readonly chosenOptionId: string | undefined;
  readonly reason: Reason;
  readonly consequences: readonly Consequence[];
  /** Who recorded it; nobody when it followed from the tally at the deadline. */
  readonly decidedBy: string | undefined;
  /** The second person who confirmed it, where the rule asks for one. */
  readonly confirmedBy?: string | undefined;
  readonly decidedAt: Date;
  /** What it departs from, as it was then. */
  readonly departures: readonly Departure[];
  /** The title of its record, where the decision's own title asks something; undefined for that one. */
  readonly title?: string | undefined;
}

/** How the vote and the question were when somebody recorded an outcome that has to be confirmed. */
export interface SeenVote {
  readonly title: string;
  readonly voted: number;
  readonly options: readonly { readonly id: string; readonly title: string; readonly votes: number }[];
}

/** An outcome that somebody recorded, and that waits until a second person confirms it, as the rule asks for. */
export interface AwaitedOutcome {
  /** Tells it from outcomes that were recorded before or after it. */
  readonly id: string;
  /** `decidedBy`: who recorded it. */
  readonly outcome: Outcome;
  readonly seen: SeenVote;
}

/** A deadline of a vote that somebody made earlier than people had been told. */
export interface Shortening {
  readonly by: string;
  readonly at: Date;
  readonly from: Date;
  readonly to: Date;
  /** On one line of plain text. */
  readonly reason: string;
}

/** Who wants to go on discussing after a round of voting, and why: one paragraph or more, or ''. */
export interface DiscussedOn {
  readonly by: string;
  readonly reason: string;
}

/**
 * The last part of a vote whose rule asks for it: an option has won, and is accepted at the end unless that changes.
 * People can still vote and object until then.
 */
export interface FinalComments {
  /** The option that has won. */
  readonly optionId: string;
  /** When they began, the last time if they began anew. */
  readonly beganAt: Date;
  /** How often they began anew. */
  readonly timesAnew: number;
}

/** One round of voting: what was frozen when it opened, and what has happened to it since. */
export interface Voting {
  /** From 1; a new round begins from nothing, and keeps what was there. */
  readonly round: number;
  readonly rule: Rule;
  readonly deciders: readonly string[];
  /** Who was there or named, and may not vote. */
  readonly excluded: readonly Excluded[];
  /**
   * Deciders who can't take part any more. They are not counted, unless they have voted and the rule lets that stand.
   */
  readonly gone: readonly Gone[];
  /** Deciders who are not missed as long as they don't vote. */
  readonly takenOut: readonly TakenOut[];
  /** Who has handed their vote to whom. As long as they don't vote, what the other casts counts for both. */
  readonly handovers: readonly Handover[];
  readonly openedAt: Date;
  /** The deadline that it opened with, whatever became of it. */
  readonly firstClosesAt: Date;
  /** Whether the rule has given it more time already, as it does once. */
  readonly wasExtended: boolean;
  /** How often its deadline was made earlier, in order. */
  readonly shortenings: readonly Shortening[];
  /** Whether the card has buttons to vote with, besides reactions. */
  readonly hasButtons: boolean;
  /** Unset before there are any, and when the option that they were about wins no longer. */
  readonly finalComments?: FinalComments | undefined;
  readonly closedAt: Date | undefined;
  /** Set if somebody closed it, or left it closed, to go on discussing. */
  readonly discussedOn: DiscussedOn | undefined;
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

/** What was withdrawn from a decision, in the order in which that happened. None of it counts any more. */
export interface Withdrawn {
  readonly options: readonly WithdrawnOption[];
  readonly arguments: readonly WithdrawnArgument[];
}

/** The message in Slack that a proposal was made from. */
export interface SourceMessage {
  readonly channelId: string;
  readonly ts: string;
  /** The message that its thread begins with, often itself. */
  readonly threadTs: string;
  /** Where people who may read it find it; undefined where Slack does not tell Gavel. */
  readonly link?: string | undefined;
}

/**
 * The question and later its answer: the aggregate that every step of the workflow reads whole, changes by one of the
 * moves of this folder, and saves whole. People are Slack user ids throughout.
 */
export interface Decision extends Recall {
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
  /** Those that people can vote for and choose; without the withdrawn ones. */
  readonly options: readonly Option[];
  readonly arguments: readonly Argument[];
  readonly withdrawn: Withdrawn;
  /** In the order in which they were raised, settled ones included. */
  readonly objections: readonly Objection[];
  /** What the ADR says beyond these fields, in its order. */
  readonly sections: readonly Section[];
  /**
   * The Markdown draft that it was made from, if there was one: what still stands of it is published as it was written.
   */
  readonly draft: string | undefined;
  readonly bond: Bond | undefined;
  /** Left out if it was not made from a message. */
  readonly source?: SourceMessage | undefined;
  /** The `id` of the archive that it goes to; empty where that is not known, as in an old database. */
  readonly archive: string;
  /** What voting goes by; from its opening on it stays as it is. */
  readonly rule: Rule;
  readonly closesAt: Date;
  /** The time zone in which the deadline was meant, an IANA name. */
  readonly timeZone: string;
  readonly voting: Voting | undefined;
  readonly outcome: Outcome | undefined;
  /** An outcome that it will have if a second person confirms it. */
  readonly awaited?: AwaitedOutcome | undefined;
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

/** What a decision's record is called: the answer, if somebody worded a title for it. */
export function titleOfRecord({ title, outcome }: Pick<Decision, 'title' | 'outcome'>): string {
  return outcome?.title ?? title;
}

/** Whether the figures of a vote are nobody's to see yet, by its rule. Final comments are about what they say. */
export function hidesTally(decision: Decision): boolean {
  const { voting } = decision;
  return phaseOf(decision) === 'voting' && voting?.rule.isTallyHidden === true && voting.finalComments === undefined;
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
