import type { MrkdwnElement } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { checkMayUseCommands } from '../../workflow/access/access.ts';
import { listDecisions } from '../../workflow/find/list.ts';
import { type ListPlace, listParts } from '../../workflow/find/listed.ts';
import { freshenIndexes } from '../../workflow/follow/fresh-index.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import { findRepositoriesFor } from '../../workflow/settings/repository.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { openModal } from '../form/open-modal.ts';
import { readAbout, readPlace } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { wordGaps } from '../text/archive-note.ts';
import { type ListAbout, listView, readQuestion } from './list-view.ts';

/** `/adr list [words]`: all decisions that may be seen here, or those that contain the words. */
export async function onList(
  desk: Desk,
  { actor, channelId, words, triggerId, language }: CommandGesture,
): Promise<undefined> {
  await openModal(language, desk, triggerId, language.list.title, async () => {
    await checkMayUseCommands(desk.ports, actor);
    const notes = wordGaps(
      language,
      await freshenIndexes(desk.ports, await findRepositoriesFor(desk.ports, actor, channelId)),
    );
    return showList(language, desk.ports, actor, { channelId, words: readQuestion(words.slice(1)) }, undefined, notes);
  });
}

/** Another page of the list, in its current state. */
export const onListPage = turnPage(
  (language) => language.list.title,
  (language, { ports }, actor, view, page) =>
    showList(language, ports, actor, readAbout<ListAbout>(view), readPlace(page, listParts, 'git')),
);

async function showList(
  language: Language,
  ports: Ports,
  actor: Actor,
  about: ListAbout,
  place: ListPlace | undefined,
  notes?: readonly (string | MrkdwnElement)[],
) {
  const list = await listDecisions(ports, actor, { ...about, place });
  return listView(language, list, about, notes);
}
