import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { wordFailure } from '../app/answer.ts';
import type { Desk } from '../app/gesture.ts';
import { slackErrorOf } from '../app/web-calls.ts';
import { loading, notice } from './notice.ts';

/**
 * Opens a modal at once, while its trigger is fresh, and fills it as soon as its content is known; `fill` is told which
 * modal it is. If something goes wrong in the meantime, the modal itself says so.
 */
export async function openModal(
  language: Language,
  desk: Desk,
  triggerId: string,
  title: string,
  fill: (viewId: string) => Promise<ModalView>,
): Promise<void> {
  const opened = await desk.client.views.open({ trigger_id: triggerId, view: loading(language, title) });
  const viewId = opened.view?.id;
  if (viewId === undefined) throw new Error('Slack opened a modal without saying which.');
  await replaceView(language, desk, { viewId }, title, () => fill(viewId));
}

/** Opens a modal on top of the one in which somebody has just pressed a button. */
export async function pushModal(
  language: Language,
  desk: Desk,
  triggerId: string,
  title: string,
  fill: () => Promise<ModalView>,
): Promise<void> {
  const pushed = await desk.client.views.push({ trigger_id: triggerId, view: loading(language, title) });
  const viewId = pushed.view?.id;
  if (viewId === undefined) throw new Error('Slack opened a modal without saying which.');
  await replaceView(language, desk, { viewId }, title, fill);
}

/**
 * Shows other content in an open modal. With a `hash`, only if nobody changed it in between: of two fast clicks, the
 * first wins. If the person has closed the modal by then, nothing happens.
 */
export async function replaceView(
  language: Language,
  desk: Desk,
  target: { viewId: string; hash?: string },
  title: string,
  fill: () => Promise<ModalView>,
): Promise<void> {
  const view = await fill().catch((error) => notice(language, title, wordFailure(language, error, desk.ports.log)));
  try {
    await desk.client.views.update({ view_id: target.viewId, view, ...(target.hash ? { hash: target.hash } : {}) });
  } catch (error) {
    if (!['not_found', 'view_not_found', 'hash_conflict'].includes(slackErrorOf(error) ?? '')) throw error;
  }
}
