import type { ObjectionKind } from '../decision/decision.ts';
import type { ArgumentKind } from '../decision/proposal/argument.ts';
import type { Words } from './say.ts';

/** What the form for an argument says. */
export interface ArgumentFormWords {
  readonly title: string;
  readonly option: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<ArgumentKind, string>>;
  readonly example: string;
}

/** What the form for an objection says, besides what the objection will do. */
export interface ObjectionFormWords {
  readonly kind: string;
  readonly kinds: Readonly<Record<ObjectionKind, string>>;
  readonly example: string;
  readonly until: string;
  /** What the moment is for, and how far away it may be. */
  untilHint(days: number): string;
}

/** Whose objections can be settled in a form: the reader's own, other people's, or both. */
type SettleableBy = 'author' | 'others' | 'both';

/** What the form for settling an objection says. */
export interface SettleFormWords {
  readonly submit: Readonly<Record<SettleableBy, string>>;
  readonly introduction: string;
  readonly objection: string;
  /** An objection or a hold as a menu item, with its author's name; without a name, it is the reader's own. */
  stance(kind: ObjectionKind, name: string | undefined, reason: string): string;
  /** How many there are that don't fit into the menu. */
  more(count: number): string;
  /** Asks why, if all are the reader's own. */
  readonly change: string;
  readonly changeExample: string;
  readonly becauseExample: string;
}

/** What “Read more” says around what people wrote. */
export interface WholeDecisionWords {
  readonly title: string;
  readonly drivers: string;
  /** An argument, and who gave it. */
  argument(kind: ArgumentKind, text: Words, name: string): Words;
  /** Who voted for an option, or gave it points. */
  votes(names: string): string;
  points(names: string): string;
  readonly contextCut: string;
  /** How much of a section is left out. */
  sectionCut(length: number): string;
  /** Names sections that are not shown; `others` is how many more there are. */
  sectionsLeft(headings: readonly string[], others: number): string;
  mayVote(count: number, names: string): string;
  /** Who will vote once voting opens; without names, everyone. */
  willVote(names: string | undefined): string;
}
