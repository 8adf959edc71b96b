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

/** An open modal. With a `hash`, as it was then. */
export interface OpenView {
  readonly viewId: string;
  readonly hash?: string;
}

/**
 * Shows other content in an open modal. With a `hash`, only if nobody changed it in between: of two fast clicks, the
 * first wins. If the person has closed the modal by then, nothing happens.
 */
export async function replaceView(
  language: Language,
  desk: Desk,
  target: OpenView,
  title: string,
  fill: () => Promise<ModalView>,
): Promise<void> {
  const view = await fillOrTell(language, desk, title, fill);
  let { hash } = target;
  while ((await update(desk, { ...target, hash }, view)) === 'changed meanwhile' && hash !== undefined) {
    hash = await desk.refreshes.after(hash);
    if (hash === undefined) return;
  }
}

/**
 * Shows newer content in an open modal, which its person didn't ask for. If they have pressed something meanwhile, what
 * they pressed is shown instead.
 */
export async function refreshView(
  language: Language,
  desk: Desk,
  target: Required<OpenView>,
  title: string,
  fill: () => Promise<ModalView>,
): Promise<void> {
  const updated = update(desk, target, await fillOrTell(language, desk, title, fill));
  const hash = updated.then((shown) => (typeof shown === 'string' ? undefined : shown?.hash));
  desk.refreshes.note(
    target.hash,
    hash.catch(() => undefined),
  );
  await updated;
}

async function fillOrTell(
  language: Language,
  { ports }: Desk,
  title: string,
  fill: () => Promise<ModalView>,
): Promise<ModalView> {
  return fill().catch((error) => notice(language, title, wordFailure(language, error, ports.log)));
}

/** Returns what is shown now; nothing if the person has closed the modal. */
async function update(
  { client }: Desk,
  { viewId, hash }: { viewId: string; hash?: string | undefined },
  view: ModalView,
): Promise<{ readonly hash?: string } | 'changed meanwhile' | undefined> {
  try {
    const answer = await client.views.update({ view_id: viewId, view, ...(hash ? { hash } : {}) });
    return answer.view ?? {};
  } catch (error) {
    const code = slackErrorOf(error) ?? '';
    if (code === 'hash_conflict') return 'changed meanwhile';
    if (['not_found', 'view_not_found'].includes(code)) return undefined;
    throw error;
  }
}
