import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { bold, code, lines, link, say } from '../../words/say.ts';
import type { AdrHappened, AdrHistory } from '../../workflow/find/adr-history.ts';
import type { PlacedAdr } from '../../workflow/find/show.ts';
import { notice } from '../form/notice.ts';
import { pageView } from '../form/page.ts';
import { button, context, header, row, shorten } from '../text/blocks.ts';
import { abbreviate, behindName, nameFile } from '../text/repository-text.ts';
import { paragraph, printed } from '../text/words.ts';
import { wordEvent } from './event-words.ts';

export const adrHistoryCallback = 'adr_history';
export const adrHistoryAction = 'history_of_adr';

/** What the modal carries along. */
export interface AdrHistoryAbout {
  readonly adrId: number;
}

/** One page of what Gavel knows of an ADR that others wrote, in order. */
export function adrHistoryView(language: Language, history: AdrHistory): ModalView {
  const { adr, fileUrl, happened, page, pages } = history;
  const { adr: words, title } = language.history;
  const file = fileUrl ? link(fileUrl, adr.fileName) : nameFile(adr.fileName);
  return pageView<AdrHistoryAbout>(language, {
    title,
    callback: adrHistoryCallback,
    about: { adrId: adr.id },
    head: [header(`${adrName(adr)}${behindName(adr.repository)}`), paragraph(words.intro(file))],
    blocks:
      happened.length === 0 ? [paragraph(words.nothing)] : happened.map((one) => wordHappened(language, one, history)),
    page,
    pages,
    back: page === 0 ? undefined : String(page - 1),
    next: page + 1 < pages ? String(page + 1) : undefined,
  });
}

function wordHappened(language: Language, happened: AdrHappened, { people }: AdrHistory): KnownBlock {
  const { at } = happened;
  const { adr: words } = language.history;
  switch (happened.what) {
    case 'seen in git': {
      const { kind, before = '', after = '', commit, commitUrl } = happened;
      const sign = commit === undefined ? undefined : abbreviate(commit);
      const told = words.events[kind]({ before: cut(before), after: cut(after) });
      const place = sign && words.commit(commitUrl ? link(commitUrl, sign) : code(sign));
      return paragraph(say`${at}\n${bold('Gavel')} ${told}${place ?? ''}`);
    }
    case 'revisit asked':
      return paragraph(say`${at}\n${bold('Gavel')} ${wordEvent(language, 'revisit asked', { dueOn: happened.dueOn })}`);
    case 'still right': {
      const { by, next, note, noted, review } = happened;
      const who = people.get(by)?.name ?? language.people.goneFirst;
      const said = say`${at}\n${bold(who)} ${wordEvent(language, 'still right', { next, note })}`;
      return paragraph(
        lines(said, words.noted(noted ?? 'not yet', review?.openedAt ? language.reviews.name(review) : undefined)),
      );
    }
  }
}

const longestStatus = 80;
const cut = (text: string) => shorten(text, longestStatus);

/** Asks which of several ADRs is meant. */
export function whichAdrView(language: Language, adrs: readonly PlacedAdr[]): ModalView {
  const { history } = language;
  const rows = adrs.flatMap((adr): KnownBlock[] => [
    row(adrName(adr), button(adrHistoryAction, history.show, { value: String(adr.id) })),
    context(printed(say`${adr.fileName}${behindName(adr.repository)}`)),
  ]);
  return notice(language, history.title, history.which, ...rows);
}
