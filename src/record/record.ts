import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import type { Reason } from '../decision/decision.ts';
import type { Departure } from '../decision/outcome/departure.ts';
import type { KeptVerdict } from '../decision/outcome/verdict-facts.ts';
import type { Section } from '../decision/proposal/section.ts';
import type { Recall } from '../decision/recall/recall.ts';
import type { Rule } from '../decision/rule/rule.ts';

/** A person by name; `null` is somebody whom Slack no longer tells us about. */
export type NamedPerson = string | null;

/** One reason for or against an option, or a neutral one, with the name of the person who gave it. */
interface AdrArgument {
  readonly kind: 'pro' | 'con' | 'neutral';
  /** Plain text. */
  readonly text: string;
  /** '' if it is not said. */
  readonly by: NamedPerson;
}

/** A considered answer. The description is plain text and may have several lines and paragraphs. */
interface RecordedOption {
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly AdrArgument[];
  /** Who withdrew it while people could vote for it, and how many deciders backed it then. */
  readonly withdrawn?: { readonly by: NamedPerson; readonly votes: number };
}

/** What follows from the outcome, in plain text. */
interface AdrConsequence {
  readonly kind: 'good' | 'bad' | 'neutral';
  readonly text: string;
}

/** Who backs an option. `points`: how many points each of them gives it, if it was scored. */
interface AdrBacking {
  readonly option: string;
  readonly by: readonly NamedPerson[];
  readonly points?: readonly number[] | undefined;
}

/** How the vote went; people are given by name, options by title. */
interface AdrVotes {
  readonly rule: Rule;
  /** When voting closed, in readable form, with its time zone. */
  readonly closed: string;
  /** The days on which final comments on the option that won began, the last time, and ended; how often before that. */
  readonly finalComments?: { readonly from: string; readonly to: string; readonly timesAnew: number } | undefined;
  /** How often the deadline was moved to an earlier time; moments are in readable form. */
  readonly shortened?: readonly {
    readonly by: NamedPerson;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
  /** `votes` in the record's unit. */
  readonly tally: readonly ({ readonly votes: number } & AdrBacking)[];
  /** What is counted: votes, or points if options were scored. */
  readonly unit: 'vote' | 'point';
  readonly notVoted: readonly NamedPerson[];
  readonly abstained: readonly NamedPerson[];
  /** Deciders who had left, or whose account was closed, and who are not counted. */
  readonly notCounted?: readonly NamedPerson[];
  /** Deciders who were away and taken out of the count, and who did not vote. */
  readonly takenOut?: readonly NamedPerson[];
  /** Deciders for whom another decider voted. */
  readonly handedOver?: readonly { readonly from: NamedPerson; readonly to: NamedPerson }[];
  /** If options were scored, the people who gave none of them a point. */
  readonly backedNone?: readonly NamedPerson[];
  /** What is not counted because its timing is unclear; without an option, abstentions. */
  readonly undated?: readonly { readonly by: NamedPerson; readonly option?: string; readonly isCast: boolean }[];
  /** How much more of that there is. */
  readonly moreUndated?: number;
  /** What the rule would say with all of that, if it makes a difference. */
  readonly verdictWithUndated?: KeptVerdict | undefined;
  /** What the rule says about the tally. */
  readonly verdict: KeptVerdict;
  /** The verdict decided it, and not a person. */
  readonly isDecidedByRule: boolean;
  /** How many votes were withdrawn. */
  readonly takenBack: number;
  /** Votes of people who were not deciders; they do not count. */
  readonly advisory: readonly AdrBacking[];
}

/** One person's objection, or request for time, in plain text. */
export interface AdrObjection {
  readonly by: NamedPerson;
  readonly kind: 'objection' | 'hold';
  readonly reason: string;
  /** The day until which time was requested. */
  readonly until: string | undefined;
  /** It came from somebody who was not a decider, and blocked nothing. */
  readonly isAdvice: boolean;
  readonly resolution:
    | { readonly kind: 'resolved' | 'overridden'; readonly by: NamedPerson; readonly reason: string }
    | { readonly kind: 'ended' }
    | undefined;
}

/** The answer. */
interface AdrChoice {
  /** Title of the chosen option, if there is one. */
  readonly chosen: string | undefined;
  /** Why; undefined while nothing is decided. */
  readonly reason: Reason | undefined;
  /** Who recorded it, if it did not follow from the vote by itself; who confirmed it; and what it departs from. */
  readonly decided?: {
    readonly by: NamedPerson | undefined;
    readonly confirmedBy?: NamedPerson | undefined;
    readonly departures: readonly Departure<NamedPerson>[];
  };
  /** The name of an ADR that it could have changed, and leaves as it is. */
  readonly keptAdr?: string | undefined;
}

/** Everything that an ADR file says about a decision. People are given by the names to show, never by ids. */
export interface AdrRecord {
  /** The language for everything beyond what people typed. */
  readonly language: AdrLanguage;
  readonly title: string;
  /** What was asked, if the title is the answer. */
  readonly question?: string;
  /** `proposed`: nothing is decided yet, as in a preview. */
  readonly status: 'proposed' | 'accepted' | 'rejected';
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly date: string;
  readonly decisionMakers: readonly NamedPerson[];
  readonly consulted: readonly NamedPerson[];
  readonly informed: readonly string[];
  /** Context and problem statement, in Markdown. */
  readonly context: string;
  /** Plain text, one driver each. */
  readonly drivers: readonly string[];
  readonly options: readonly RecordedOption[];
  /** By what it is met again; left out if nobody said. */
  readonly recall?: Recall | undefined;
  /** Its own sections, and the Markdown draft that it was made from, if there was one. */
  readonly sections: readonly Section[];
  readonly draft: string | undefined;
  readonly outcome: AdrChoice;
  readonly consequences: readonly AdrConsequence[];
  readonly votes: AdrVotes | undefined;
  /** In the order in which they were raised; may be left out if nobody objected. */
  readonly objections?: readonly AdrObjection[];
  /** How many more there were than these. */
  readonly moreObjections?: number;
  /** Where it was discussed. */
  readonly discussionUrl: string | undefined;
}
