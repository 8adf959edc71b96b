import type { Language } from '../../words/language.ts';
import { readAdrHistory } from '../../workflow/find/adr-history.ts';
import { findMeant, type HistoryPlace, historyParts, readHistory } from '../../workflow/find/history.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { readAbout, readPlace } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { type AdrHistoryAbout, adrHistoryView, whichAdrView } from './adr-history-view.ts';
import { type HistoryAbout, historyView, whichView } from './history-view.ts';

async function showPage(language: Language, { ports }: Desk, decisionId: string, actor: Actor, place?: HistoryPlace) {
  return historyView(language, await readHistory(ports, decisionId, actor, place));
}

async function showAdrPage(language: Language, { ports }: Desk, adrId: number, actor: Actor, page = 0) {
  return adrHistoryView(language, await readAdrHistory(ports, adrId, actor, page));
}

/** `/adr history N`, or words of the title: shows what happened to a decision, or to an ADR of others, in a modal. */
export async function onHistory(desk: Desk, gesture: CommandGesture): Promise<undefined> {
  const { actor, channelId, words, triggerId, language } = gesture;
  await openModal(language, desk, triggerId, language.history.title, async () => {
    const { decisions, adrs } = await findMeant(desk.ports, actor, channelId, words.slice(1));
    const [first, ...others] = decisions;
    const [adr, ...more] = adrs;
    if (adr) return more.length > 0 ? whichAdrView(language, adrs) : showAdrPage(language, desk, adr.id, actor);
    return first === undefined || others.length > 0
      ? whichView(language, decisions)
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

/** “Show”, when several ADRs of others could be meant. */
export async function onAdrHistoryOf(desk: Desk, { actor, view, value, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.history.title, () =>
    showAdrPage(language, desk, Number(value), actor),
  );
}

/** “Back” and “Next” in the history of an ADR of others. */
export const onAdrHistoryPage = turnPage(
  (language) => language.history.title,
  (language, desk, actor, view, page) =>
    showAdrPage(language, desk, readAbout<AdrHistoryAbout>(view).adrId, actor, Number(page)),
);
