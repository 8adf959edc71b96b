import { createHash } from 'node:crypto';
import type { EntityMetadata } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { cardObject } from '../object/card-object.ts';
import { renderCard } from './card.ts';
import { CardExcerpts } from './card-excerpt.ts';

/** A card’s text and blocks, and the decision as a thing of its own (Slack: Work Objects). */
type Drawing = ReturnType<typeof renderCard> & {
  readonly metadata?: { readonly entities: readonly EntityMetadata[] };
};

/** Renders each card only once, although it is needed twice: to see whether it looks different, and to send it. */
export class CardDrawings {
  readonly #drawings = new WeakMap<CardView, { readonly language: Language; readonly drawing: Drawing }>();
  readonly #excerpts = new CardExcerpts();
  readonly #workspaceUrl: string | undefined;

  /** `workspaceUrl`: the address of the workspace, for cards that are not posted yet. */
  constructor(workspaceUrl?: string) {
    this.#workspaceUrl = workspaceUrl;
  }

  /** Renders a card, once for each view in the same language. */
  draw(language: Language, view: CardView): Drawing {
    const known = this.#drawings.get(view);
    if (known?.language === language) return known.drawing;
    const { channelId } = view.decision;
    const url = this.#workspaceUrl && new URL(`archives/${channelId}`, this.#workspaceUrl).href;
    const entity = cardObject(language, view, url);
    const card = renderCard(language, view, this.#excerpts);
    const drawing = entity === undefined ? card : { ...card, metadata: { entities: [entity] } };
    this.#drawings.set(view, { language, drawing });
    return drawing;
  }

  /**
   * A few characters that differ whenever two cards look different in Slack. The address of its Work Object does not
   * count: it becomes the card’s own once the card is posted, and nobody has to see that at once.
   */
  fingerprint(language: Language, view: CardView): string {
    const { metadata, ...card } = this.draw(language, view);
    const payloads = metadata?.entities.map(({ entity_payload: payload }) => payload);
    return createHash('sha256')
      .update(JSON.stringify([card, payloads]))
      .digest('base64url');
  }
}
