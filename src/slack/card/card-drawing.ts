import { createHash } from 'node:crypto';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { renderCard } from './card.ts';
import { CardExcerpts } from './card-excerpt.ts';

type Drawing = ReturnType<typeof renderCard>;

/** Draws each card once: to see whether it looks different, it is drawn before it is sent. */
export class CardDrawings {
  readonly #drawings = new WeakMap<CardView, { readonly language: Language; readonly drawing: Drawing }>();
  readonly #excerpts = new CardExcerpts();

  /** Renders a card, once for each view in the same language. */
  draw(language: Language, view: CardView): Drawing {
    const known = this.#drawings.get(view);
    if (known?.language === language) return known.drawing;
    const drawing = renderCard(language, view, this.#excerpts);
    this.#drawings.set(view, { language, drawing });
    return drawing;
  }

  /**
   * A few characters that tell whether two cards look the same in Slack: whatever is shown differently differs here.
   */
  fingerprint(language: Language, view: CardView): string {
    return createHash('sha256')
      .update(JSON.stringify(this.draw(language, view)))
      .digest('base64url');
  }
}
