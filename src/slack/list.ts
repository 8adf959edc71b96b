import type { MrkdwnElement } from '@slack/types';
import { checkMayUseCommands } from '../workflow/access.ts';
import { freshenIndex } from '../workflow/fresh-index.ts';
import { type ListPlace, listDecisions, listParts } from '../workflow/list-decisions.ts';
import type { Actor } from '../workflow/ports/actor.ts';
import type { Ports } from '../workflow/ports.ts';
import { wordFreshness } from './archive-note.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { type ListAbout, listView, readQuestion } from './modals/list.ts';
import { readAbout, readPlace } from './modals/page.ts';
import { openModal } from './open-modal.ts';
import { turnPage } from './turn-page.ts';

/** `/adr list [words]`: all decisions that may be seen here, or those that have the words in them. */
export async function onList(desk: Desk, { actor, channelId, words, triggerId }: CommandGesture): Promise<undefined> {
  await openModal(desk, triggerId, 'Decisions', async () => {
    await checkMayUseCommands(desk.ports, actor);
    const note = wordFreshness(await freshenIndex(desk.ports));
    return showList(desk.ports, actor, { channelId, words: readQuestion(words.slice(1)) }, undefined, note);
  });
}

/** Another page of the list, as it is by now. */
export const onListPage = turnPage('Decisions', ({ ports }, actor, view, page) =>
  showList(ports, actor, readAbout<ListAbout>(view), readPlace(page, listParts, 'git')),
);

async function showList(
  ports: Ports,
  actor: Actor,
  about: ListAbout,
  place: ListPlace | undefined,
  note?: string | MrkdwnElement,
) {
  const list = await listDecisions(ports, actor, { ...about, place });
  return listView(list, about, (name) => ports.archive.addressOfFile(name), note);
}
