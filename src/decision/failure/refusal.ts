import type { Overrider } from '../rule/rule.ts';
import type { Status } from '../status.ts';
import type { Trouble } from './trouble.ts';

/** What a person can leave out that a form needs. */
export type MissingPart =
  | 'title'
  | 'context'
  | 'option name'
  | 'heading'
  | 'rule name'
  | 'reason'
  | 'justification'
  | 'reason for less time'
  | 'what has changed'
  | 'reason to override'
  | 'deadline'
  | 'end of the hold'
  | 'option'
  | 'chosen option'
  | 'objection'
  | 'score'
  | 'draft'
  | 'channel';

/** What a person can write too much in. */
export type LongPart =
  | 'title'
  | 'context'
  | 'driver'
  | 'option name'
  | 'option description'
  | 'reason'
  | 'consequence'
  | 'heading'
  | 'section'
  | 'rule name'
  | 'tag'
  | 'pattern'
  | 'condition'
  | 'note';

type TextRefusal =
  | { readonly code: 'missing'; readonly what: MissingPart }
  | { readonly code: 'section without text'; readonly heading: string }
  /** `length` is in UTF-16 units, as Slack counts; `characters` is what a reader counts, where an emoji is one. */
  | {
      readonly code: 'too long';
      readonly what: LongPart;
      readonly length: number;
      readonly characters: number;
      readonly most: number;
    }
  | {
      readonly code: 'too many';
      readonly what: 'drivers' | 'options' | 'sections' | 'consequences' | 'tags' | 'patterns';
      readonly count: number;
      readonly most: number;
    }
  /** Another part of the ADR has this heading. */
  | { readonly code: 'heading taken'; readonly heading: string; readonly by: HeadingOwner };

/** A part of an ADR whose heading a section can't have. */
export type HeadingOwner = 'status' | 'date' | 'people' | 'context' | 'drivers' | 'options';

type OptionRefusal =
  | { readonly code: 'too few options'; readonly least: number }
  | { readonly code: 'options full'; readonly most: number }
  /** `position` (from 0) is there for an option of the same form. */
  | { readonly code: 'option name taken'; readonly name: string; readonly position?: number | undefined }
  | { readonly code: 'option withdrawn'; readonly name: string }
  | { readonly code: 'reason withdrawn' }
  | { readonly code: 'reason given already' }
  /** What people have voted on stays as it is. */
  | { readonly code: 'too late to correct' }
  | { readonly code: 'too few options left'; readonly least: number }
  | { readonly code: 'silence counts for the option' }
  | { readonly code: 'option deprecates the ADR' }
  | { readonly code: 'nothing to correct' }
  /** `names`: its author and the proposer. */
  | {
      readonly code: 'not yours to correct';
      readonly what: 'option' | 'reason';
      readonly names: readonly string[];
    }
  /** One person has added as much as one person may. */
  | {
      readonly code: 'own share used';
      readonly what: 'options' | 'reasons' | 'objections' | 'standing objections';
      readonly count: number;
    };

/** What is wrong with a pattern of paths. */
export type PatternFault =
  /** It begins with a drive, or has `\` between folders. */
  | 'not a path of git'
  /** It has a part `..`. */
  | 'leads outside'
  /** It begins with `!`. */
  | 'says what not'
  | 'open bracket';

type RecallRefusal =
  /** `strange`: the characters that no tag has. */
  | { readonly code: 'unusable tag'; readonly tag: string; readonly strange: readonly string[] }
  | { readonly code: 'unusable pattern'; readonly pattern: string; readonly fault: PatternFault }
  | { readonly code: 'not a day'; readonly typed: string }
  | { readonly code: 'day has passed' }
  | { readonly code: 'day too far away'; readonly years: number }
  /** Somebody else answered first: `by` is their name, if it is known, and `next` the day that they named, if any. */
  | { readonly code: 'looked again already'; readonly by: string | undefined; readonly next: string | undefined }
  /** It holds no more, so that there is nothing to look at again. */
  | { readonly code: 'nothing to look at again' }
  /** Its ADR is not in the repository, or not yet, so that nothing can be bound to it. */
  | { readonly code: 'ADR absent' };

type DraftRefusal =
  | { readonly code: 'nothing in the draft' }
  | {
      readonly code: 'drafted reason too long';
      readonly beginning: string;
      readonly length: number;
      readonly most: number;
    }
  | { readonly code: 'too many drafted reasons'; readonly count: number; readonly most: number }
  | { readonly code: 'draft and file' }
  | { readonly code: 'other kind of file' }
  | { readonly code: 'file too large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'file empty' }
  | { readonly code: 'file not text' }
  | { readonly code: 'file not readable here' }
  | { readonly code: 'file not handed over' };

type DeadlineRefusal =
  | { readonly code: 'time has passed' }
  | { readonly code: 'more than a year away' }
  | { readonly code: 'hold too long'; readonly mostDays: number }
  | { readonly code: 'open too briefly'; readonly leastMinutes: number; readonly isOpen: boolean }
  | { readonly code: 'final comments too brief'; readonly leastMinutes: number }
  | { readonly code: 'hold lasts longer' }
  | { readonly code: 'shortened too often'; readonly times: number }
  | { readonly code: 'deadline moved meanwhile' };

/** Why somebody can't vote for another. `handed over`: they have handed over their own vote. */
export type UnfitReceiver = 'yourself' | 'no decider' | 'gone' | 'away' | 'taken out' | 'handed over';

type VotingRefusal =
  | { readonly code: 'voting not open yet' }
  | { readonly code: 'voting open already' }
  | { readonly code: 'voting never open' }
  | { readonly code: 'voting still open' }
  /** Voting was open before and could go on. */
  | { readonly code: 'voting closed before' }
  /** A vote came too late. */
  | { readonly code: 'voting over' }
  | { readonly code: 'round over' }
  | { readonly code: 'votes by reaction' }
  | { readonly code: 'no abstaining' }
  /** `areNamed`: all of those who can't vote were named by name. */
  | { readonly code: 'nobody can vote'; readonly areNamed: boolean }
  | { readonly code: 'several deciders'; readonly count: number }
  /** `chosen` is what somebody chose that doesn't go with the other. */
  | { readonly code: 'no single decider'; readonly chosen: 'deciders' | 'rule' }
  /** Somebody is to be taken out of the count who is here, or has voted. */
  | { readonly code: 'not away' }
  /** Nobody would be left to vote. */
  | { readonly code: 'nobody left' }
  /** The rule doesn't let people hand their votes over. */
  | { readonly code: 'no handing over' }
  /** Somebody who is no decider, or no longer, wants to hand over a vote. */
  | { readonly code: 'no vote to hand over' }
  | { readonly code: 'voted already' }
  /** Whoever is to vote for somebody can't. */
  | { readonly code: 'unfit to vote for you'; readonly why: UnfitReceiver }
  /** There is no other decider who could. */
  | { readonly code: 'nobody to hand over to' }
  | { readonly code: 'group gone'; readonly handle: string; readonly wasOpen: boolean };

type ObjectionRefusal =
  /** A name is null where nobody knows it anymore. */
  | { readonly code: 'objections stand'; readonly names: readonly (string | null)[]; readonly count: number }
  | { readonly code: 'objections not asked for' }
  | { readonly code: 'objection settled already' }
  | { readonly code: 'no objection stands' };

type OutcomeRefusal =
  /** Whoever recorded an outcome can't be the second person who confirms it. */
  | { readonly code: 'own outcome' }
  /** It was confirmed, declined, or overtaken. */
  | { readonly code: 'outcome not awaited' }
  | { readonly code: 'vote changed meanwhile' }
  | { readonly code: 'decided already'; readonly status: Status }
  | { readonly code: 'nothing to publish'; readonly status: Status }
  /**
   * Its review is open or merged, or somebody has chosen already what becomes of it. `isNote`: the review has a note that
   * something is still right.
   */
  | { readonly code: 'review not closed'; readonly isNote?: true }
  | { readonly code: 'edited meanwhile' }
  | { readonly code: 'voting opened meanwhile' };

/** What a part of a rule can be. */
export type AllowedValue =
  | { readonly kind: 'one of'; readonly words: readonly string[] }
  | { readonly kind: 'list of'; readonly words: readonly string[] }
  | { readonly kind: 'whole number'; readonly least: number; readonly most: number }
  | { readonly kind: 'true or false' }
  | { readonly kind: 'quorum' }
  | { readonly kind: 'threshold' }
  | { readonly kind: 'length of time' }
  | { readonly kind: 'months' };

type RuleRefusal =
  /** `value` is JSON, as somebody wrote it. */
  | {
      readonly code: 'unusable part of a rule';
      readonly part: string;
      readonly value: unknown;
      readonly allowed: AllowedValue;
    }
  | { readonly code: 'unknown rule'; readonly value: unknown; readonly known: readonly string[] }
  | { readonly code: 'unknown part of a rule'; readonly part: string; readonly known: readonly string[] }
  | { readonly code: 'threshold counts abstentions' }
  | { readonly code: 'more in favor than deciders' }
  /** Nobody could be the second person that the rule asks for. */
  | { readonly code: 'no second person' }
  /** There is nobody to hand a vote to. */
  | { readonly code: 'handover with one decider' }
  /** The rule that somebody chose is not offered anymore. */
  | { readonly code: 'chosen rule gone' }
  /** A channel has no repository of this name; `names` are those that it has. */
  | { readonly code: 'no such repository'; readonly name: string; readonly names: readonly string[] }
  | { readonly code: 'chosen repository gone' }
  /** The decisions of a channel don't go to the repository of the ADR that a proposal is bound to. */
  | { readonly code: 'ADR elsewhere'; readonly adr: string }
  /** An unfinished form has been proposed or discarded. */
  | { readonly code: 'draft over' }
  /** Gavel may not read the thread that a form was opened from. */
  | { readonly code: 'thread closed' }
  | { readonly code: 'thread gone' }
  /** The rule of the channel that somebody wants to change is not there anymore. */
  | { readonly code: 'own rule gone' }
  | { readonly code: 'rule name taken'; readonly name: string }
  | { readonly code: 'rules full'; readonly most: number };

/** What only some people may do with a decision. */
export type ManagedAct =
  | 'open voting'
  | 'open voting again'
  | 'move the deadline'
  | 'make the deadline earlier'
  | 'take out who is away'
  | 'edit'
  | 'leave it open'
  | 'look again'
  | 'override an objection'
  | 'record the outcome'
  | 'withdraw'
  | 'publish';

/** What a rule leaves to some people: deciding in place of the vote, and what leads to that. */
export type OverrideAct =
  | 'decide in place of the vote'
  | 'override an objection'
  | 'make the deadline earlier'
  | 'end the vote'
  | 'confirm the outcome';

type AccessRefusal =
  /** Covers decisions that don't exist and decisions that this person may not see, so that it reveals nothing. */
  | { readonly code: 'decision not found' }
  | { readonly code: 'other workspace' }
  | { readonly code: 'people of the workspace only' }
  | { readonly code: 'members only' }
  /** Programs can't read here what people see: the operator has not turned that on. */
  | { readonly code: 'no tools' }
  | { readonly code: 'tools of members only' }
  /** A channel that a program named is not there, or its person or Gavel is not in it. */
  | { readonly code: 'channel not seen'; readonly name: string }
  /** As many forms as may wait for somebody have been filled in by programs. */
  | { readonly code: 'forms prepared already'; readonly most: number }
  /** `names`: some of those who may. */
  | {
      readonly code: 'not a manager';
      readonly act: ManagedAct;
      readonly managers: 'proposer and deciders' | 'proposer';
      readonly names: readonly string[];
    }
  /** The rule says who decides in place of the vote. `names`: some of them. */
  | {
      readonly code: 'not an overrider';
      readonly act: OverrideAct;
      readonly overriders: readonly Overrider[];
      readonly names: readonly string[];
    }
  | { readonly code: 'not invited'; readonly channel: string }
  /** What somebody wants there is about a channel. */
  | { readonly code: 'direct message' }
  | { readonly code: 'cannot post here' }
  | { readonly code: 'not in the channel'; readonly wanted: 'propose' | 'import' | 'digest' }
  | { readonly code: 'members of the channel only'; readonly what: 'settings' | 'digest' | 'revisit' };

/** What stands for an ADR in a command. */
type TypedReference = { readonly number: number } | { readonly fileName: string };

/** Why an ADR in git may not be known here. `repository`: the name of its repository, if there are several. */
export type IndexGap = { readonly repository?: string } & (
  | { readonly kind: 'away'; readonly trouble: Trouble }
  | { readonly kind: 'being read' }
  | { readonly kind: 'stopped' }
);

/** What an accepted proposal does to an ADR that it is bound to. */
export type BondVerb = 'supersede' | 'amend' | 'deprecate';

type ArchiveRefusal =
  | { readonly code: 'no such ADR'; readonly reference: TypedReference; readonly gaps: readonly IndexGap[] }
  | { readonly code: 'ADR gone' }
  | { readonly code: 'ADR unnamed'; readonly command: 'show' | BondVerb }
  | { readonly code: 'decision not named' }
  | { readonly code: 'no decision with these words'; readonly words: readonly string[] }
  | {
      readonly code: 'number taken by several';
      readonly number: number | undefined;
      readonly fileNames: readonly string[];
      readonly verb: BondVerb;
    }
  | { readonly code: 'ADR taken'; readonly adr: string; readonly title: string }
  /** The ADR is superseded or deprecated, as its file says. */
  | {
      readonly code: 'ADR fallen';
      readonly adr: string;
      readonly status: 'superseded' | 'deprecated';
      readonly statusText: string;
    }
  /** `reference` is what to type for the successor. */
  | {
      readonly code: 'ADR superseded';
      readonly adr: string;
      readonly successor: string;
      readonly reference: string;
      readonly verb: BondVerb;
    }
  | {
      readonly code: 'ADR rejected';
      readonly adr: string;
      readonly status: 'rejected' | 'withdrawn';
      readonly verb: BondVerb;
    }
  | { readonly code: 'import ended already' };

type CommandRefusal =
  | { readonly code: 'unknown word'; readonly word: string; readonly command: 'digest' | 'nudges' }
  | { readonly code: 'not followed'; readonly tag: string }
  | { readonly code: 'too many followed'; readonly most: number }
  | { readonly code: 'unreadable day'; readonly word: string }
  /** `day`: as `2026-12-24`. */
  | { readonly code: 'day not to come'; readonly day: string }
  | { readonly code: 'unreadable cadence'; readonly word: string }
  | { readonly code: 'unknown time zone'; readonly name: string };

/**
 * Why Gavel doesn't do what somebody asks, as facts: figures, names and what people typed, never sentences. It is plain
 * data, so that it can be stored and sent to a thread. `src/words` has a sentence for each code in each language.
 */
export type Refusal =
  | TextRefusal
  | OptionRefusal
  | RecallRefusal
  | DraftRefusal
  | DeadlineRefusal
  | VotingRefusal
  | ObjectionRefusal
  | OutcomeRefusal
  | RuleRefusal
  | AccessRefusal
  | ArchiveRefusal
  | CommandRefusal;
