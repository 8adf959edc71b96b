import { createHash } from 'node:crypto';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { renderCard } from './card.ts';
import { CardExcerpts } from './card-excerpt.ts';

type Drawing = ReturnType<typeof renderCard>;

/** Renders each card only once, although it is needed twice: to see whether it looks different, and to send it. */
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

  /** A few characters that differ whenever two cards look different in Slack. */
  fingerprint(language: Language, view: CardView): string {
    return createHash('sha256')
      .update(JSON.stringify(this.draw(language, view)))
      .digest('base64url');
  }
}
