import type { KnownBlock } from '@slack/types';
import { type Language, wordTrouble } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { type OutcomeDetail, wordOutcome } from '../decide/outcome-text.ts';
import { actions, button, context, richText, shorten } from '../text/blocks.ts';
import { paragraph, toElements } from '../text/words.ts';
import { cardActions } from './card-actions.ts';

/** What was decided and why, and where the ADR is; empty until there is an outcome. */
export function outcomeBlocks(language: Language, view: CardView, detail: OutcomeDetail): KnownBlock[] {
  const { card } = language;
  const { decision, people, publication } = view;
  if (decision.outcome === undefined) return [];
  const blocks: KnownBlock[] = [richText(...toElements(wordOutcome(language, { decision, people }, detail)))];
  if (publication?.pushedAt && publication.fileName) {
    const { fileName, commit, commitUrl: url } = publication;
    blocks.push(paragraph(card.published({ fileName, url, commit: commit?.slice(0, 7) })));
  } else if (publication?.state === 'in review') {
    const { review } = view;
    if (review) blocks.push(paragraph(language.reviews.took(review, review.why)));
  }
  if (publication?.trouble && !publication.pushedAt) {
    blocks.push(context(card.notPublished(shorten(wordTrouble(language, publication.trouble), detail.excerpt))));
    blocks.push(actions('publish', [button(cardActions.publishNow, card.buttons.publishNow, { value: decision.id })]));
  }
  return blocks;
}
