import type { ModalView } from '@slack/types';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { ActionGesture, Desk, SeenView } from '../app/gesture.ts';
import { replaceView } from './open-modal.ts';

/** Makes another page of a modal from what the modal carries along, and from what the button says of the page. */
type MakePage = (desk: Desk, actor: Actor, view: SeenView, page: string) => Promise<ModalView>;

/** “Back” and “Next” of a modal; `title` is for when a page can't be shown. Of two fast clicks, the first wins. */
export function turnPage(title: string, make: MakePage): (desk: Desk, gesture: ActionGesture) => Promise<void> {
  return async (desk, { actor, view, value }) => {
    if (view === undefined) return;
    const target = { viewId: view.id, hash: view.hash };
    await replaceView(desk, target, title, () => make(desk, actor, view, value));
  };
}
