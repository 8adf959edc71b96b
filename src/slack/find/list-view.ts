import type { KnownBlock, ModalView, MrkdwnElement } from '@slack/types';
import { code, say, type Words } from '../../words/say.ts';
import { type Listed, type ListPage, linesOnPage } from '../../workflow/find/list.ts';
import { language } from '../app/language.ts';
import { pageView, writePlace } from '../form/page.ts';
import { button, context } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { showAction, showValue } from './adr-view.ts';
import { type AddressOfFile, lineBlocks } from './list-text.ts';

export const listCallback = 'list';

/** What the modal carries along: where it is read, and what was looked for. */
export interface ListAbout {
  readonly channelId: string;
  readonly words: readonly string[];
}

/** Of what somebody looks for, this much is taken: it goes along in the modal. */
const longestQuestion = 200;

/** The words that somebody looks for. */
export function readQuestion(words: readonly string[]): string[] {
  return words.join(' ').slice(0, longestQuestion).toWellFormed().split(' ').filter(Boolean);
}

const partial =
  '⚠ Slack did not tell me what you may see, so what is not in git yet is left out. Please try again in a moment.';

/** One page of the list of decisions. `note` says why it may not be as it is in git. */
export function listView(
  list: ListPage,
  about: ListAbout,
  addressOf: AddressOfFile,
  note?: string | MrkdwnElement,
): ModalView {
  const { lines, page, back, next } = list;
  const words = about.words.join(' ');
  const found = `${wordTotal(list)}${words === '' ? '' : ` with “${words}”`}`;
  const notes = [...(note ? [note] : []), ...(list.isPartial ? [partial] : [])];
  const head = [...notes.map((text) => context(text)), ...(lines.length > 0 ? [context(found)] : [])];
  return pageView(language, {
    title: 'Decisions',
    callback: listCallback,
    about,
    head,
    blocks: lines.length > 0 ? lines.flatMap((line) => blocksOf(line, addressOf)) : [paragraph(nothing(words))],
    page,
    pages: list.hasMore ? undefined : Math.max(page + 1, Math.ceil(list.total / linesOnPage)),
    back: back && writePlace(back),
    next: next && writePlace(next),
    turns: { back: 'Newer', next: 'Older' },
  });
}

function wordTotal({ total, hasMore }: ListPage): string {
  const number = total.toLocaleString('en');
  if (hasMore) return `More than ${number} decisions`;
  return total === 1 ? '1 decision' : `${number} decisions`;
}

function blocksOf(line: Listed, addressOf: AddressOfFile): KnownBlock[] {
  const what = line.kind === 'adr' ? { adrId: line.adr.id } : { decisionId: line.summary.id };
  return lineBlocks(line, addressOf, button(showAction, 'Show', { value: showValue(what) }));
}

function nothing(words: string): Words {
  return words === ''
    ? say`There are no decisions yet. ${code('/adr propose')} begins one.`
    : say`There is no decision with “${words}”. ${code('/adr list')} has all.`;
}
