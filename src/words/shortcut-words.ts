import type { Words } from './say.ts';

/** How a proposal ended. */
export type ProposalEnd =
  | { readonly kind: 'accepted'; readonly chosen: string }
  | { readonly kind: 'rejected' | 'withdrawn' };

/** What is said about proposals that were made from a message. */
export interface ShortcutWords {
  /** Below the chosen channel, where others than those who see the message would read it. */
  readonly isPrivate: string;
  /** Who said what is quoted below, around a link to it: what comes before the link, the link, and what comes after. */
  quoted(author: string): readonly [string, string, string];
  /** The author of a message that came from no person, and without a name. */
  readonly someApp: string;
  /** In place of the words of a message that has none. */
  readonly noWords: string;
  readonly deleted: string;
  /** The files that a message has besides its words, or instead of them. */
  files(names: readonly string[]): string;
  /** On the card, for a link to the message. */
  readonly fromMessage: string;
  /** To the thread of the message; `decision`: its title with a link to its card. */
  proposed(by: string, decision: Words): Words;
  decided(decision: Words, end: ProposalEnd): Words;
}
