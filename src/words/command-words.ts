import type { Words } from './say.ts';

/** The words that `/adr` knows, in the order in which its help has them. */
export const commandWords = [
  'propose',
  'list',
  'show',
  'supersede',
  'amend',
  'deprecate',
  'style',
  'doctor',
  'history',
  'waiting',
  'nudges',
  'settings',
  'digest',
  'import',
  'help',
] as const;

/** A word that `/adr` knows. */
export type CommandWord = (typeof commandWords)[number];

/** What `/adr` says about itself, and what it answers to what it doesn't know. */
export interface CommandWords {
  /** What Gavel is for. */
  readonly title: string;
  /** How each command is typed, and what it does. */
  readonly commands: Readonly<Record<CommandWord, { readonly usage: string; readonly does: string }>>;
  /** What people do besides commands. */
  readonly how: string;
  /** Somebody typed a word that `/adr` doesn't know; `usage` is that of the nearest one. */
  unknown(typed: string, usage: string | undefined): Words;
}

/** What `/adr waiting` and `/adr nudges` answer. */
export interface WaitingWords {
  readonly nothing: Words;
  readonly votes: string;
  readonly proposals: string;
  /** More wait than are listed: so many, or nobody counted them. */
  more(count: number | undefined): string;
  /** A vote in the list; `decision` is what it is called. */
  vote(decision: Words, closesAt: Date): Words;
  /** A proposal in the list; `undecided` says how its vote ended, and is missing before it opens. */
  proposal(decision: Words, undecided: string | undefined): Words;
  readonly nudgesOn: Words;
  readonly nudgesOff: Words;
}

/** What whoever presses “Publish now” hears. */
export interface PublishNowWords {
  published(file: Words): Words;
  /** It did not work; `trouble` is told in sentences. */
  notPublished(trouble: string): string;
}
