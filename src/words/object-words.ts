import type { ArgumentKind } from '../decision/proposal/argument.ts';
import type { Status } from '../decision/status.ts';
import type { CardStanding } from './card-words.ts';
import type { Words } from './say.ts';

/** The state of a decision or an ADR, in a word or two. */
export type ObjectStatus = Exclude<CardStanding['kind'], 'decided'> | Status | 'in review';

/** The fields of a decision that Slack shows as a thing of its own. */
export type ObjectField =
  | 'status'
  | 'rule'
  | 'closes'
  | 'decided'
  | 'turnout'
  | 'outcome'
  | 'repository'
  | 'supersedes'
  | 'amends'
  | 'deprecates'
  | 'since'
  | 'context'
  | 'tags'
  | 'affects'
  | 'revisit'
  | 'changeOfMind'
  | 'objections';

/** A decision as a thing of its own in Slack, which people open beside a conversation (Slack: Work Objects). */
export interface ObjectWords {
  /** What kind of thing it is. */
  readonly decision: string;
  readonly labels: Readonly<Record<ObjectField, string>>;
  readonly statuses: Readonly<Record<ObjectStatus, string>>;
  /** The outcome by which no option was chosen. */
  readonly noneChosen: string;
  /** An argument for or against an option, as a comment of whoever gave it. */
  comment(kind: ArgumentKind, option: string, text: Words): Words;
  /** In place of comments on what is not there, or not theirs to read. */
  readonly noComments: string;
  /** How many objections stand. */
  objections(standing: number): string;
}
