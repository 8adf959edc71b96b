import type { Words } from './say.ts';

/** The words that `/adr` knows, in the order of its help. */
export const commandWords = [
  'propose',
  'list',
  'find',
  'show',
  'supersede',
  'amend',
  'deprecate',
  'style',
  'doctor',
  'history',
  'waiting',
  'nudges',
  'away',
  'back',
  'settings',
  'digest',
  'follow',
  'unfollow',
  'import',
  'token',
  'help',
] as const;

/** A word that `/adr` knows. */
export type CommandWord = (typeof commandWords)[number];

/** The topics of the help, in the order of its buttons, each with its commands. */
export const helpTopics = {
  decide: ['propose', 'supersede', 'amend', 'deprecate', 'waiting', 'nudges', 'away', 'back'],
  find: ['find', 'list', 'show', 'history', 'token'],
  rules: [],
  channel: ['settings', 'digest', 'follow', 'unfollow'],
  repository: ['style', 'doctor', 'import'],
} as const satisfies Readonly<Record<string, readonly CommandWord[]>>;

/** A topic of the help. */
export type HelpTopic = keyof typeof helpTopics;

/** The topics of the help, in the order of its buttons. */
export const topicNames = Object.keys(helpTopics) as readonly HelpTopic[];

/** How a command is typed, and what it does. */
export interface CommandUsage {
  readonly usage: string;
  /** How it is typed where a channel has several repositories, if that is another way. */
  readonly usageOfSeveral?: string;
  readonly does: string;
}

/** What `/adr` says about itself, and what it answers to words that it doesn't know. */
export interface CommandWords {
  /** What Gavel is for. */
  readonly title: string;
  /** How each command is typed, and what it does. */
  readonly commands: Readonly<Record<CommandWord, CommandUsage>>;
  /** How a decision is taken, one sentence a line. */
  readonly how: readonly Words[];
  /** What each topic of the help is about: the heading, and the text of its button. */
  readonly topics: Readonly<Record<HelpTopic, string>>;
  /** Somebody typed a word that `/adr` doesn't know; `usage` is that of the closest one. */
  unknown(typed: string, usage: string | undefined): Words;
}

/** What `/adr waiting` and `/adr nudges` answer. */
export interface WaitingWords {
  readonly nothing: Words;
  readonly votes: string;
  readonly proposals: string;
  readonly reviews: string;
  readonly objections: string;
  /** More are waiting than are listed: this many, or nobody counted them. */
  more(count: number | undefined): string;
  /** A vote in the list; `decision` is its name. */
  vote(decision: Words, closesAt: Date): Words;
  /** A proposal in the list; `undecided` says how its vote ended, and is missing before it opens. */
  proposal(decision: Words, undecided: string | undefined): Words;
  /** An ADR in review in the list: the decision, the review, and what it waits for. */
  review(decision: Words, review: Words, progress: string): Words;
  readonly nudgesOn: Words;
  readonly nudgesOff: Words;
}

/** What a person who presses “Publish now” is told. */
export interface PublishNowWords {
  published(file: Words): Words;
  /** It is on its way, and nothing is known of it yet. */
  readonly underWay: Words;
  /** It is where it was, and nothing has to be tried: `review` says in which review, and what for. */
  inReview(review: Words, progress: string): Words;
  /** Its review was closed without merging. */
  closed(review: Words): Words;
  /** It did not work; `trouble` is told in sentences. */
  notPublished(trouble: string): Words;
}
