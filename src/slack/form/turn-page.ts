import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { ActionGesture, Desk, SeenView } from '../app/gesture.ts';
import { replaceView } from './open-modal.ts';

/** Makes another page of a modal from what the modal carries along, and from what the button says about the page. */
type MakePage = (language: Language, desk: Desk, actor: Actor, view: SeenView, page: string) => Promise<ModalView>;

/** “Back” and “Next” in a modal; `titleIn` is for when a page can't be shown. Of two fast clicks, the first wins. */
export function turnPage(
  titleIn: (language: Language) => string,
  make: MakePage,
): (desk: Desk, gesture: ActionGesture) => Promise<void> {
  return async (desk, { actor, view, value, language }) => {
    if (view === undefined) return;
    const target = { viewId: view.id, hash: view.hash };
    await replaceView(language, desk, target, titleIn(language), () => make(language, desk, actor, view, value));
  };
}
