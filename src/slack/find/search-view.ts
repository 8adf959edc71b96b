import type { KnownBlock, ModalView, MrkdwnElement } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { bold, joinWords } from '../../words/say.ts';
import type { Found, FoundPage } from '../../workflow/find/search.ts';
import { textInput } from '../form/inputs.ts';
import { pageView, turnCounted } from '../form/page.ts';
import { button, context, input, plain } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { showAction, showValue } from './adr-view.ts';
import { lineBlocks } from './list-text.ts';

export const searchCallback = 'search';

/** The block of what is searched for. */
export const searchBlock = 'search';

/** How many characters of a search are kept. */
export const longestSearch = 300;

/** What the modal carries along: where it is asked, and what was searched for. */
export interface SearchAbout {
  readonly channelId: string;
  readonly typed: string;
}

/** What somebody searches for, as much of it as is kept. */
export function keepSearch(typed: string): string {
  return typed.replaceAll(/\s+/g, ' ').trim().slice(0, longestSearch).toWellFormed();
}

/** The search with a page of what it found. `archiveNotes` say why that may differ from what is in git. */
export function searchView(
  language: Language,
  page: FoundPage,
  about: SearchAbout,
  archiveNotes: readonly (string | MrkdwnElement)[] = [],
): ModalView {
  const { find, list } = language;
  const { found, isAsked, isTooCommon, corrected, doubts } = page;
  const notes = [...archiveNotes, ...(page.isPartial ? [list.partial] : [])].map((text) => context(text));
  const said = [...(corrected.length > 0 ? [find.corrected(corrected)] : []), ...doubts.map(find.doubt)];
  const nothing = isTooCommon ? find.tooCommon(about.typed) : find.nothing(about.typed);
  const field = input(
    searchBlock,
    find.label,
    textInput(longestSearch, { initial: about.typed, placeholder: find.placeholder }),
    { hint: find.hint, optional: true },
  );
  const view = pageView(language, {
    title: find.title,
    callback: searchCallback,
    about,
    head: [field, ...notes, ...said.map(paragraph), ...(found.length > 0 ? [context(find.total(page))] : [])],
    blocks: found.length > 0 || !isAsked ? found.flatMap((one) => blocksOf(language, one)) : [paragraph(nothing)],
    ...turnCounted(page.page, page.pages),
  });
  return { ...view, submit: plain(find.search) };
}

function blocksOf(language: Language, { line, excerpt }: Found): KnownBlock[] {
  const what = line.kind === 'adr' ? { adrId: line.adr.id } : { decisionId: line.summary.id };
  const [name, ...rest] = lineBlocks(
    language,
    line,
    button(showAction, language.list.show, { value: showValue(what) }),
  );
  const words = excerpt?.map(({ text, isMatch }) => (isMatch ? bold(text) : text));
  return [...(name ? [name] : []), ...(words ? [paragraph(joinWords(words, ''))] : []), ...rest];
}
