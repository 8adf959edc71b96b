import type { Status } from '../../decision/status.ts';

/** Where a part of a list is read from: on after a line, or back before it. Without a line, from its beginning or end. */
export interface Cut<Id> {
  readonly side: 'after' | 'before';
  readonly id: Id | undefined;
}

/** What a list is searched for: all of these words. `isCommon`: so many lines have them that they are found by reading on. */
interface Search {
  readonly words: readonly string[];
  readonly isCommon: boolean;
}

/** Asks for lines of a list: as many as this at the most, from a cut on. They come in the order of the list. */
export interface ListQuery<Id> {
  readonly cut: Cut<Id>;
  readonly most: number;
  readonly search: Search;
}

/** Decisions without a record in git: those of these channels that stand so, newest first. */
export interface UnpublishedQuery extends ListQuery<string> {
  readonly statuses: readonly Status[];
  readonly channelIds: readonly string[];
}

/**
 * Published decisions that the indexes of some archives do not have, latest first: those whose files they are to see at
 * the next look, those whose files are gone, or those of these channels that went to other archives.
 */
export interface UnindexedQuery extends ListQuery<string> {
  readonly archives: readonly string[];
  readonly where: 'awaited' | 'gone' | 'elsewhere';
  readonly channelIds: readonly string[];
}

/** How many lines a list has, as far as it was counted: `most` of each kind, plus one if there are more. */
export interface ListCount {
  readonly decisions: number;
  readonly adrs: number;
  /** Whether more decisions than `most` have the words, in the list or not. */
  readonly isCommon: boolean;
}
