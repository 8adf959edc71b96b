import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { PagePlace } from '../../workflow/find/read-page.ts';
import { actions, button, context } from '../text/blocks.ts';
import { readMetadata } from './metadata.ts';
import { notice } from './notice.ts';

/** The buttons that turn the pages of a modal; each button's value says which page it leads to. */
export const pageActions = { back: 'page_back', next: 'page_next' } as const;

/** One page of a modal that has several, and what the other pages are made from: `about` goes along in the modal. */
export interface ModalPage<About extends object> {
  readonly title: string;
  /** Identifies the modal when its page is turned. */
  readonly callback: string;
  readonly about: About;
  /** What appears on every page. */
  readonly head: readonly KnownBlock[];
  readonly blocks: readonly KnownBlock[];
  /** Counted from 0. */
  readonly page: number;
  /** How many pages there are, if known. */
  readonly pages: number | undefined;
  /** Where the previous and the next page are, if there are any. */
  readonly back: string | undefined;
  readonly next: string | undefined;
  /** The words on the buttons, if they differ from the usual ones. */
  readonly turns?: { readonly back: string; readonly next: string };
}

/** Shows one page, with buttons to the pages before and after it. */
export function pageView<About extends object>(language: Language, shown: ModalPage<About>): ModalView {
  const { title, callback, about, head, blocks, page, pages, back, next } = shown;
  const { forms } = language;
  const { turns = { back: forms.back, next: forms.next } } = shown;
  const buttons = [
    ...(back === undefined ? [] : [button(pageActions.back, turns.back, { value: back })]),
    ...(next === undefined ? [] : [button(pageActions.next, turns.next, { value: next })]),
  ];
  const foot = buttons.length > 0 ? [context(forms.page(page + 1, pages)), actions('pages', buttons)] : [];
  return {
    ...notice(language, title, ...head, ...blocks, ...foot),
    callback_id: callback,
    private_metadata: JSON.stringify(about),
  };
}

/** What `pageView` put into the modal. */
export function readAbout<About extends object>(view: { private_metadata: string }): About {
  return readMetadata<About>(view);
}

/** The value of a button that leads to a place. */
export function writePlace({ side, part, id, page }: PagePlace<string>): string {
  return [side, part, id, page].join(' ');
}

const aNumber = /^\d{1,15}$/;
const aUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Reads what `writePlace` wrote. Undefined for anything else, such as what an older Gavel wrote; the button then leads
 * to the first page. `numbered` are the parts whose lines have numbers as ids.
 */
export function readPlace<Part extends string>(
  value: string,
  parts: readonly Part[],
  numbered: Part,
): PagePlace<Part> | undefined {
  const [side, name, id = '', page = '', ...rest] = value.split(' ');
  const part = parts.find((one) => one === name);
  if (part === undefined || rest.length > 0 || !/^\d{1,6}$/.test(page)) return undefined;
  if (!(part === numbered ? aNumber : aUuid).test(id)) return undefined;
  return side === 'after' || side === 'before' ? { side, part, id, page: Number(page) } : undefined;
}

/** How to turn numbered pages when all of them are at hand. */
export function turnCounted(page: number, pages: number): Pick<ModalPage<object>, 'page' | 'pages' | 'back' | 'next'> {
  return {
    page,
    pages,
    back: page > 0 ? String(page - 1) : undefined,
    next: page + 1 < pages ? String(page + 1) : undefined,
  };
}

/** A page that exists: the one closest to the requested one, since there may be fewer by now. */
export function nearestPage(wanted: number, pages: number): number {
  return Math.max(0, Math.min(Number.isInteger(wanted) ? wanted : 0, pages - 1));
}
