import type { KnownBlock, ModalView, MrkdwnElement } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { linesOnPage } from '../../workflow/find/list.ts';
import type { Listed, ListPage } from '../../workflow/find/listed.ts';
import { pageView, writePlace } from '../form/page.ts';
import { button, context } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { showAction, showValue } from './adr-view.ts';
import { lineBlocks } from './list-text.ts';

export const listCallback = 'list';

/** What the modal carries along: where it is read, and the search. */
export interface ListAbout {
  readonly channelId: string;
  readonly words: readonly string[];
}

/** How many characters of a search are kept, since it goes along in the modal. */
const longestQuestion = 200;

/** The words that somebody searches for. */
export function readQuestion(words: readonly string[]): string[] {
  return words.join(' ').slice(0, longestQuestion).toWellFormed().split(' ').filter(Boolean);
}

/** One page of the list of decisions. `archiveNotes` say why it may differ from what is in git. */
export function listView(
  language: Language,
  listed: ListPage,
  about: ListAbout,
  archiveNotes: readonly (string | MrkdwnElement)[] = [],
): ModalView {
  const { list } = language;
  const { lines, page, back, next, total, hasMore } = listed;
  const words = about.words.join(' ');
  const notes = [...archiveNotes, ...(listed.isPartial ? [list.partial] : [])];
  const found = lines.length > 0 ? [context(list.total({ total, hasMore, words }))] : [];
  return pageView(language, {
    title: list.title,
    callback: listCallback,
    about,
    head: [...notes.map((text) => context(text)), ...found],
    blocks: lines.length > 0 ? lines.flatMap((line) => blocksOf(language, line)) : [paragraph(list.nothing(words))],
    page,
    pages: hasMore ? undefined : Math.max(page + 1, Math.ceil(total / linesOnPage)),
    back: back && writePlace(back),
    next: next && writePlace(next),
    turns: { back: list.newer, next: list.older },
  });
}

function blocksOf(language: Language, line: Listed): KnownBlock[] {
  const what = line.kind === 'adr' ? { adrId: line.adr.id } : { decisionId: line.summary.id };
  return lineBlocks(language, line, button(showAction, language.list.show, { value: showValue(what) }));
}
