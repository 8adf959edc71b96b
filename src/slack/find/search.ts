import type { MrkdwnElement } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { checkMayUseCommands } from '../../workflow/access/access.ts';
import { searchDecisions } from '../../workflow/find/search.ts';
import { freshenIndexes } from '../../workflow/follow/fresh-index.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import { findRepositoriesFor } from '../../workflow/settings/repository.ts';
import type { CommandGesture, Desk, Submission } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { openModal } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { wordGaps } from '../text/archive-note.ts';
import { keepSearch, type SearchAbout, searchBlock, searchView } from './search-view.ts';

/** `/adr find [words]`: searches everything that decisions and ADRs say. */
export async function onFind(desk: Desk, gesture: CommandGesture): Promise<undefined> {
  await openSearch(desk, gesture, gesture.words.slice(1).join(' '));
}

/** Searches for what was typed where somebody asks, in a new modal. */
export async function openSearch(
  desk: Desk,
  { actor, channelId, triggerId, language }: Pick<CommandGesture, 'actor' | 'channelId' | 'triggerId' | 'language'>,
  typed: string,
): Promise<void> {
  await openModal(language, desk, triggerId, language.find.title, async () => {
    await checkMayUseCommands(desk.ports, actor);
    const notes = wordGaps(
      language,
      await freshenIndexes(desk.ports, await findRepositoriesFor(desk.ports, actor, channelId)),
    );
    const about = { channelId, typed: keepSearch(typed) };
    return showSearch(language, desk.ports, actor, about, 0, notes);
  });
}

/** Another page of what was found. */
export const onSearchPage = turnPage(
  (language) => language.find.title,
  (language, { ports }, actor, view, page) =>
    showSearch(language, ports, actor, readAbout<SearchAbout>(view), Number(page)),
);

/** Another search in the same modal. */
export const searchSubmission: Submission = {
  askFurther: async ({ ports }, { actor, view, language }) => {
    const typed = keepSearch(new FormState(view.state.values).text(searchBlock));
    return showSearch(language, ports, actor, { ...readAbout<SearchAbout>(view), typed }, 0);
  },
  handle: async () => undefined,
};

async function showSearch(
  language: Language,
  ports: Ports,
  actor: Actor,
  about: SearchAbout,
  page: number,
  notes?: readonly (string | MrkdwnElement)[],
) {
  return searchView(language, await searchDecisions(ports, actor, { ...about, page }), about, notes);
}
