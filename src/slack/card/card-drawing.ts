import { createHash } from 'node:crypto';
import type { CardView } from '../../workflow/ports/chat.ts';
import { renderCard } from './card.ts';

type Drawing = ReturnType<typeof renderCard>;

const drawings = new WeakMap<CardView, Drawing>();

/** As `renderCard`, once for each view: to see whether a card looks different it is drawn before it is sent. */
export function drawCard(view: CardView): Drawing {
  const drawing = drawings.get(view) ?? renderCard(view);
  drawings.set(view, drawing);
  return drawing;
}

/** A few characters that tell whether two cards look the same in Slack: whatever is shown differently differs here. */
export function fingerprintCard(view: CardView): string {
  return createHash('sha256')
    .update(JSON.stringify(drawCard(view)))
    .digest('base64url');
}
