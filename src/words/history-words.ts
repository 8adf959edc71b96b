import type { ArgumentKind } from '../decision/proposal/argument.ts';
import type { Rule } from '../decision/rule/rule.ts';
import type { Status } from '../decision/status.ts';
import type { HandoverEnd } from '../decision/vote/hand-over.ts';
import type { ToldReason } from './correction-words.ts';
import type { Words } from './say.ts';

/** An option as it was or is. */
interface ToldOption {
  readonly title: string;
  readonly description: string;
}

/**
 * An outcome in the history. `against`: what it went against, in a phrase. `recordedBy`: who had recorded it, if somebody
 * else confirmed it; else ''.
 */
interface RecordedOutcome {
  readonly reason: string;
  readonly against: string;
  readonly recordedBy: string;
}

/**
 * What an event tells, by its kind. Texts that somebody typed, and sentences that are used elsewhere as well (a
 * verdict, a trouble), are passed in words, and are '' if an older Gavel did not record them.
 */
export interface EventFacts {
  readonly draft: object;
  /** `options`: their titles, separated by commas. */
  readonly proposed: { readonly options: string };
  readonly 'argument given': { readonly stance: ArgumentKind; readonly option: string; readonly text: string };
  /** `author`: whose reason it was, '' if it was their own. */
  readonly 'argument corrected': {
    readonly author: string;
    readonly option: string;
    readonly before: ToldReason;
    readonly after: ToldReason;
  };
  readonly 'argument withdrawn': { readonly author: string; readonly option: string; readonly reason: ToldReason };
  readonly 'option added': { readonly title: string };
  /** `author`: whose option it was, '' if it was their own. */
  readonly 'option corrected': {
    readonly author: string;
    readonly before: ToldOption;
    readonly after: ToldOption;
  };
  readonly 'option withdrawn': { readonly author: string; readonly option: ToldOption };
  readonly edited: object;
  /** Tags and patterns, as many as there is room for; `on` is `YYYY-MM-DD` or ''. */
  readonly 'recall changed': {
    readonly tags: string;
    readonly affects: string;
    readonly on: string;
    readonly when: string;
  };
  /** Without names, everyone in the channel. `others`: how many more were named. */
  readonly 'deciders named': { readonly names: readonly string[]; readonly others: number };
  readonly 'voting asked for': { readonly closesAt: Date | undefined; readonly rule: string };
  readonly 'voting opened': { readonly deciders: number; readonly closesAt: Date | undefined };
  readonly 'reopening asked for': { readonly closesAt: Date | undefined; readonly reason: string };
  readonly 'voting reopened': {
    readonly round: number;
    readonly deciders: number;
    readonly closesAt: Date | undefined;
    readonly reason: string;
  };
  readonly 'deciders changed': { readonly left: number; readonly returned: number };
  /** How many people were taken out of the count, and how many were put back. */
  readonly 'taken out': { readonly out: number; readonly back: number };
  /** `to`: the name of who votes for them as well. */
  readonly 'handed over': { readonly to: string };
  readonly 'handover taken back': { readonly to: string };
  /** `from`: the name of whose vote it is. */
  readonly 'handover declined': { readonly from: string };
  /** How many votes went back to their people, and why; '' if an unknown reason is recorded. */
  readonly 'handovers ended': { readonly count: number; readonly why: HandoverEnd | '' };
  readonly extended: { readonly closesAt: Date | undefined; readonly reason: string };
  readonly 'final comments': { readonly option: string; readonly closesAt: Date | undefined; readonly isAnew: boolean };
  readonly shortened: {
    readonly from: Date | undefined;
    readonly closesAt: Date | undefined;
    readonly reason: string;
  };
  readonly 'stall asked': object;
  readonly 'left open': object;
  /** `on`: the day to look again. */
  readonly 'revisit asked': { readonly on: string };
  /** `next`: the next day to look again, or ''. */
  readonly 'still right': { readonly next: string; readonly note: string };
  /** The days before and now, or ''. */
  readonly 'revisit day found': { readonly from: string; readonly to: string };
  readonly nudged: { readonly missing: number };
  readonly 'ballots reconciled': { readonly added: number; readonly removed: number };
  readonly 'objection raised': {
    readonly isHold: boolean;
    readonly until: Date | undefined;
    readonly reason: string;
    readonly closesAt: Date | undefined;
  };
  readonly 'objection resolved': { readonly isHold: boolean; readonly about: string; readonly reason: string };
  readonly 'objection overridden': { readonly isHold: boolean; readonly about: string; readonly reason: string };
  readonly 'hold ended': { readonly reason: string };
  /** `chosen`: '' if all options are rejected. `against`: what it goes against, in a phrase. */
  readonly 'outcome awaits': { readonly chosen: string; readonly against: string; readonly reason: string };
  readonly 'outcome declined': object;
  readonly 'outcome overtaken': object;
  /**
   * `blocking`: how many objections keep the winner from being accepted. `unconfirmed`: how many others do because only
   * one person has overridden them.
   */
  readonly 'voting closed': { readonly blocking: number; readonly unconfirmed: number; readonly figures: string };
  /** `isClosed`: that closed a vote that was open. */
  readonly 'discussed on': { readonly isClosed: boolean; readonly reason: string };
  readonly 'undated votes': { readonly added: number; readonly removed: number };
  readonly accepted: RecordedOutcome;
  readonly rejected: RecordedOutcome;
  readonly withdrawn: { readonly reason: string };
  /** `commit` is abbreviated. `wasThere`: the record was in the repository already. */
  readonly published: { readonly path: string; readonly commit: string; readonly wasThere: boolean };
  readonly 'not published': { readonly trouble: string };
  /** `sign`: “#12”, undefined where git alone knows of the review; '' for who is not known at the forge. */
  readonly 'review proposed': { readonly sign: string | undefined };
  /** `count`: how many comments people have written there. */
  readonly 'review commented': { readonly sign: string | undefined; readonly count: number };
  readonly 'proposal closed': { readonly sign: string | undefined };
  readonly 'proposal merged': { readonly sign: string | undefined };
  readonly 'review completed': { readonly sign: string | undefined };
  readonly 'review opened': { readonly sign: string | undefined };
  readonly 'review closed': { readonly sign: string | undefined; readonly closedBy: string };
  readonly 'review reopened': { readonly sign: string | undefined };
  readonly 'review left': { readonly sign: string | undefined };
  /** The names of its file. */
  readonly 'review renumbered': { readonly before: string; readonly after: string };
  /**
   * `chosen`: the option that the file names now, if it names another one; otherwise ''. `status`: the one that it states
   * now, if that is another one; '' for none.
   */
  readonly 'edited in review': { readonly chosen: string; readonly status: string | undefined };
  readonly deprecated: { readonly reason: string };
  readonly superseded: { readonly reason: string };
  readonly 'card gone': object;
}

/** The votes of the last round as they stand. */
export interface ToldTally {
  readonly rule: Pick<Rule, 'method'>;
  readonly options: readonly { readonly title: string; readonly votes: number }[];
  readonly abstained: number;
  /** The titles of options that were withdrawn while people could vote for them. */
  readonly withdrawn: readonly string[];
}

/** What `/adr history` says. */
export interface HistoryWords {
  readonly title: string;
  /** Asks which of several decisions is meant. */
  readonly which: string;
  readonly show: string;
  readonly moreMatches: string;
  proposed(at: Date): Words;
  status(status: Status): string;
  /**
   * The votes of a round; `round` is its number if there are several, and a missing `count` means that nobody voted.
   */
  votes(facts: {
    readonly round: number | undefined;
    readonly isOver: boolean;
    readonly count: { readonly cast: number; readonly takenBack: number } | undefined;
    readonly tally: ToldTally | undefined;
  }): string;
  /** What is said about an event, after the name of the person who did it, or “Gavel” if nobody did. */
  readonly events: { readonly [Kind in keyof EventFacts]: (facts: EventFacts[Kind]) => Words };
  readonly adr: AdrHistoryWords;
}

/** What is said about the past of an ADR that others wrote. */
interface AdrHistoryWords {
  readonly intro: (file: Words) => Words;
  readonly nothing: Words;
  /** What Gavel has seen in git, after its name: a status, or a file’s name, before and now; '' for none. */
  readonly events: {
    readonly [Kind in 'added' | 'status' | 'renamed' | 'edited' | 'removed' | 'returned']: (facts: {
      readonly before: string;
      readonly after: string;
    }) => Words;
  };
  /** Behind that, the commit in which it was seen. */
  readonly commit: (commit: Words) => Words;
  /** How far the note that it is still right is on its way into the file. `review`: what it is, or was, in. */
  readonly noted: (state: NotedState, review: Words | undefined) => Words;
}

type NotedState = 'not yet' | 'in review' | 'closed' | 'on branch' | 'left';
