import type { Language } from '../../words/language.ts';
import { findDecisions, type HistoryPlace, historyParts, readHistory } from '../../workflow/find/history.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { readAbout, readPlace } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { type HistoryAbout, historyView, whichView } from './history-view.ts';

async function showPage(language: Language, { ports }: Desk, decisionId: string, actor: Actor, place?: HistoryPlace) {
  return historyView(language, await readHistory(ports, decisionId, actor, place));
}

/** `/adr history N`, or words of the title: shows what happened to a decision, in a modal. */
export async function onHistory(desk: Desk, gesture: CommandGesture): Promise<undefined> {
  const { actor, channelId, words, triggerId, language } = gesture;
  await openModal(language, desk, triggerId, language.history.title, async () => {
    const matches = await findDecisions(desk.ports, actor, channelId, words.slice(1));
    const [first] = matches;
    return first === undefined || matches.length > 1
      ? whichView(language, matches)
      : showPage(language, desk, first.id, actor);
  });
}

/** “Show”, when several decisions could be meant. */
export async function onHistoryOf(desk: Desk, { actor, view, value, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.history.title, () =>
    showPage(language, desk, value, actor),
  );
}

/** “Back” and “Next”. */
export const onHistoryPage = turnPage(
  (language) => language.history.title,
  (language, desk, actor, view, page) =>
    showPage(language, desk, readAbout<HistoryAbout>(view).decisionId, actor, readPlace(page, historyParts, 'events')),
);
