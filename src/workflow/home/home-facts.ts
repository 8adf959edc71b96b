import type { Decision } from '../../decision/decision.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import type { IndexGap, Refusal } from '../../decision/failure/refusal.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import type { Day } from '../../decision/time/day.ts';
import type { ListPage } from '../find/listed.ts';
import type { Waiting, WaitingLine } from '../nudge/waiting-line.ts';
import type { PersonalToken } from '../ports/records/tokens.ts';

/** An open vote in a channel of somebody's. A hidden tally has no figures. */
export interface OpenVote {
  readonly summary: Summary;
  readonly decision: Decision;
  readonly tally: Tally | undefined;
}

/** A proposal's form that somebody left unfinished. */
export interface LeftForm {
  readonly id: string;
  readonly title: string;
  readonly savedAt: Date;
}

/** Something that is still missing before Gavel can do all its work, in the order in which to see to it. */
export type SetupStep =
  | { readonly kind: 'no channel' }
  /** The names of channels whose decisions go nowhere, of those that their reader sees. */
  | { readonly kind: 'no repository'; readonly channels: readonly string[] }
  | { readonly kind: 'repository'; readonly gap: IndexGap }
  | { readonly kind: 'no digest' };

/** Whether somebody is away. */
export interface Absence {
  /** When they are back, if they are away. */
  readonly backOn: Day | undefined;
  /** When they may be back if they say now that they are away. */
  readonly choices: readonly Day[];
  /** The votes in which another can vote for them meanwhile. */
  readonly toHandOver: readonly WaitingLine[];
}

/** What somebody's Home shows. */
export type Home =
  | { readonly kind: 'closed'; readonly refusal: Refusal }
  | {
      readonly kind: 'open';
      readonly waiting: Waiting;
      readonly absence?: Absence;
      readonly forms: readonly LeftForm[];
      /** Open votes in their channels, earliest deadline first: the first ones, and how many there are. */
      readonly open: readonly OpenVote[];
      readonly openInAll: number;
      /** Proposals in their channels on which nobody can vote now, newest first: the first ones. */
      readonly discussed: readonly Summary[];
      /** What was decided lately, latest first. */
      readonly decided: readonly Summary[];
      readonly register: ListPage;
      /** The names of the channels that they see, by id. */
      readonly channels: ReadonlyMap<string, string>;
      /** Whether the workspace has several repositories. */
      readonly hasSeveral: boolean;
      /** Their personal tokens that work, newest first. */
      readonly tokens?: readonly PersonalToken[];
      /** Undefined for people who don't set Gavel up. */
      readonly steps: readonly SetupStep[] | undefined;
    };
