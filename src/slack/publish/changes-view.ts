import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { lines } from '../../words/say.ts';
import type { EditedAdr } from '../../workflow/publish/review/show-edits.ts';
import { paginate } from '../find/adr-pages.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { context, header } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { diffBlocks } from './diff-blocks.ts';

export const changesCallback = 'review_changes';

/** What the modal carries along: the decision. */
export interface ChangesAbout {
  readonly decisionId: string;
}

/** One page of how an ADR was edited in its review: what that means, and the lines that differ. */
export function changesView(language: Language, edited: EditedAdr, wanted: number): ModalView {
  const { reviews } = language;
  const pages = paginate(diffBlocks(edited.written, edited.merged));
  const page = nearestPage(wanted, pages.length);
  const about: ChangesAbout = { decisionId: edited.decisionId };
  const { isSame } = edited.difference;
  return pageView(language, {
    title: reviews.changes,
    callback: changesCallback,
    about,
    head: [
      header(edited.title),
      paragraph(lines(...reviews.difference(edited.difference))),
      ...(isSame ? [] : [context(reviews.marks)]),
    ],
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}
