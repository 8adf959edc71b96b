import type { Summary } from '../../decision/digest/digest.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { PagePlace, ReadPage } from './read-page.ts';

/**
 * A line of the list: an ADR of the archive, with our decision if it came from one, or a decision that is not in the
 * index. `isGone`: it was published, and its file is gone. `repository`: the name of its repository, if the workspace
 * has several.
 */
export type Listed =
  | {
      readonly kind: 'adr';
      readonly adr: IndexedAdr;
      readonly summary: Summary | undefined;
      /** The web address of its file, on hosts that we know. */
      readonly fileUrl?: string | undefined;
      readonly repository?: string | undefined;
    }
  | {
      readonly kind: 'decision';
      readonly summary: Summary;
      readonly isGone: boolean;
      readonly repository?: string | undefined;
    };

/** The parts of the list, in order. */
export const listParts = ['open', 'coming', 'awaited', 'git', 'ended', 'gone', 'elsewhere'] as const;
/** One of them. */
export type ListPart = (typeof listParts)[number];

/** The position of a page in the list. The id is an ADR's in part `git`, and a decision's in all others. */
export type ListPlace = PagePlace<ListPart>;

/** One page of the list. */
export interface ListPage extends ReadPage<Listed, ListPart> {
  /** How many lines all pages have together; when `hasMore`, there are even more. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Slack did not say what the asker may see, so anything that is not in git is left out. */
  readonly isPartial: boolean;
}
