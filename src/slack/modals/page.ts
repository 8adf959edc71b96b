import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context } from '../blocks.ts';
import { readMetadata } from './metadata.ts';
import { notice } from './notice.ts';

/** The buttons that turn the pages of a modal; the value of each is the page that it leads to. */
export const pageActions = { back: 'page_back', next: 'page_next' } as const;

/** One page of a modal that has several, and what makes the others: `about` goes along in the modal. */
export interface Page<About extends object> {
  readonly title: string;
  /** By it the modal is known again when its page is turned. */
  readonly callback: string;
  readonly about: About;
  /** What stands on every page. */
  readonly head: readonly KnownBlock[];
  readonly blocks: readonly KnownBlock[];
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  /** The words on the buttons, where they are not “Back” and “Next”. */
  readonly turns?: { readonly back: string; readonly next: string };
}

/** Shows one page, with the buttons to those beside it. */
export function pageView<About extends object>(shown: Page<About>): ModalView {
  const { title, callback, about, head, blocks, page, pages, turns = { back: 'Back', next: 'Next' } } = shown;
  const buttons = [
    ...(page > 0 ? [button(pageActions.back, turns.back, { value: String(page - 1) })] : []),
    ...(page + 1 < pages ? [button(pageActions.next, turns.next, { value: String(page + 1) })] : []),
  ];
  const foot = pages > 1 ? [context(`Page ${page + 1} of ${pages}`), actions('pages', buttons)] : [];
  return {
    ...notice(title, ...head, ...blocks, ...foot),
    callback_id: callback,
    private_metadata: JSON.stringify(about),
  };
}

/** What `pageView` put into the modal. */
export function readAbout<About extends object>(view: { private_metadata: string }): About {
  return readMetadata<About>(view);
}

/** A page that there is: the nearest to the one that was asked for, as there may be fewer by now. */
export function nearestPage(wanted: number, pages: number): number {
  return Math.max(0, Math.min(Number.isInteger(wanted) ? wanted : 0, pages - 1));
}
