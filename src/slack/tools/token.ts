import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { checkMayUseTools } from '../../workflow/access/access.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { listTokens, makeToken, revokeToken } from '../../workflow/tools/token.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { tokenView } from './token-view.ts';

/** `/adr token`: lists somebody's personal tokens, makes and revokes them, in a modal that only they see. */
export async function onToken(desk: Desk, { actor, triggerId, language }: CommandGesture): Promise<undefined> {
  await checkMayUseTools(desk.ports, actor);
  await openModal(language, desk, triggerId, language.tools.title, () => showTokens(language, desk, actor));
}

/** The button at Home that leads to them. */
export async function onTokensAtHome(desk: Desk, { actor, triggerId, language }: ActionGesture): Promise<void> {
  await checkMayUseTools(desk.ports, actor);
  await openModal(language, desk, triggerId, language.tools.title, () => showTokens(language, desk, actor));
}

/** “Make a token”: shows it, this once. */
export async function onMakeToken(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.tools.title, async () =>
    showTokens(language, desk, actor, await makeToken(desk.ports, actor)),
  );
}

/** “Revoke”. */
export async function onRevokeToken(desk: Desk, { actor, view, value, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.tools.title, async () => {
    await revokeToken(desk.ports, actor, value);
    return showTokens(language, desk, actor);
  });
}

async function showTokens(language: Language, { ports }: Desk, actor: Actor, made?: string): Promise<ModalView> {
  return tokenView(language, ports.settings.toolsAddress ?? '', await listTokens(ports, actor), made);
}
