import type { ArgumentKind } from '../decision/proposal/argument.ts';
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
  /** Before what somebody wrote, in the description of an option. */
  wrote(author: string, words: string): string;
  /** The button that lists the messages of the thread. */
  readonly fromThread: string;
  /** The title of that list, in at most 24 characters. */
  readonly threadTitle: string;
  readonly threadIntroduction: string;
  readonly nothingSaid: string;
  /** What a message can be taken as. */
  readonly leaveOut: string;
  readonly quoteIt: string;
  readonly anOption: string;
  reasonFor(kind: ArgumentKind, option: string): string;
  /** Why a message was not taken. */
  notTaken(why: 'options full' | 'context full'): string;
  /** The buttons that lead to other messages of the thread, and to the one that the form was opened from. */
  readonly earlier: string;
  readonly later: string;
  readonly jump: string;
  /** On the card, for a link to the message. */
  readonly fromMessage: string;
  /** To the thread of the message; `decision`: its title with a link to its card. */
  proposed(by: string, decision: Words): Words;
  decided(decision: Words, end: ProposalEnd): Words;
}
