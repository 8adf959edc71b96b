import type { Status } from '../../decision/status.ts';

/**
 * Where to read a part of a list from: forward after a line, or back before it. Without a line, from its beginning or
 * end.
 */
export interface Cut<Id> {
  readonly side: 'after' | 'before';
  readonly id: Id | undefined;
}

/**
 * What a list is searched for: all of these words. `isCommon`: so many lines contain them that they are found by
 * reading on.
 */
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

/** Decisions without a record in git: those with these statuses in these channels, newest first. */
export interface UnpublishedQuery extends ListQuery<string> {
  readonly statuses: readonly Status[];
  readonly channelIds: readonly string[];
}

/**
 * Published decisions that are not in the indexes of some archives, latest first: those whose files the next look
 * should find, those whose files are gone, or those of these channels that went to other archives.
 */
export interface UnindexedQuery extends ListQuery<string> {
  readonly archives: readonly string[];
  readonly where: 'awaited' | 'gone' | 'elsewhere';
  readonly channelIds: readonly string[];
}

/** How many lines a list has, as far as it was counted: up to `most` of each kind, plus one if there are more. */
export interface ListCount {
  readonly decisions: number;
  readonly adrs: number;
  /** Whether more than `most` decisions contain the words, in the list or not. */
  readonly isCommon: boolean;
}
