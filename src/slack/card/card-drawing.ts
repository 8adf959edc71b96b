import { createHash } from 'node:crypto';
import type { CardView } from '../../workflow/ports/chat.ts';
import { renderCard } from './card.ts';

type Drawing = ReturnType<typeof renderCard>;

/** Draws each card once: to see whether it looks different, it is drawn before it is sent. */
export class CardDrawings {
  readonly #drawings = new WeakMap<CardView, Drawing>();

  /** Renders a card, once for each view. */
  draw(view: CardView): Drawing {
    const drawing = this.#drawings.get(view) ?? renderCard(view);
    this.#drawings.set(view, drawing);
    return drawing;
  }

  /**
   * A few characters that tell whether two cards look the same in Slack: whatever is shown differently differs here.
   */
  fingerprint(view: CardView): string {
    return createHash('sha256')
      .update(JSON.stringify(this.draw(view)))
      .digest('base64url');
  }
}
