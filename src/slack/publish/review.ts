import type { Language } from '../../words/language.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { leaveReview, reopenReview } from '../../workflow/publish/review/review-ended.ts';
import { showEdits } from '../../workflow/publish/review/show-edits.ts';
import { tellClosed } from '../../workflow/publish/review/tell-closed.ts';
import { answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { notice } from '../form/notice.ts';
import { openModal } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { type ChangesAbout, changesView } from './changes-view.ts';

/** “Open it again”: the thread tells when it is open, which may take a moment. */
export async function onReopenReview({ ports, client }: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, channelId, value, language } = gesture;
  await reopenReview(ports, actor, value);
  const said = answer(language.reviews.reopening);
  await tellPrivately({ client, userId: actor.userId, channelId }, said, ports.log);
}

/** “Leave it”: the thread tells who chose that. */
export async function onLeaveReview({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await leaveReview(ports, actor, value);
}

/** “It was closed”: the thread then asks what should happen. */
export async function onTellClosed({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await tellClosed(ports, actor, value);
}

/** “Show what changed”: how an ADR was edited before it was merged. */
export async function onShowChanges(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, triggerId, value, language } = gesture;
  await openModal(language, desk, triggerId, language.reviews.changes, () => viewChanges(language, desk, actor, value));
}

/** Another page of that. */
export const onChangesPage = turnPage(
  (language) => language.reviews.changes,
  async (language, desk, actor, view, page) =>
    viewChanges(language, desk, actor, readAbout<ChangesAbout>(view).decisionId, Number(page)),
);

async function viewChanges(language: Language, { ports }: Desk, actor: Actor, decisionId: string, page = 0) {
  const edited = await showEdits(ports, actor, decisionId);
  const { reviews } = language;
  return edited ? changesView(language, edited, page) : notice(language, reviews.changes, reviews.changesUnknown);
}
