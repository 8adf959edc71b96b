import type { KnownBlock } from '@slack/types';
import { type Language, wordTrouble } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { actions, button, context, richText, shorten } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { paragraph, toElements } from '../text/words.ts';
import { cardActions } from './card-actions.ts';

/** What was decided and why, and where the ADR is; empty until there is an outcome. */
export function outcomeBlocks(
  language: Language,
  { decision, people, publication }: CardView,
  detail: { readonly excerpt: number },
): KnownBlock[] {
  const { card } = language;
  const { outcome } = decision;
  if (outcome === undefined) return [];
  const told = card.outcome({
    chosen: decision.options.find((option) => option.id === outcome.chosenOptionId)?.title,
    reason: shorten(language.verdicts.giveReason(outcome.reason), detail.excerpt),
    recordedBy: outcome.decidedBy && nameOf(language, people, outcome.decidedBy),
  });
  const blocks: KnownBlock[] = [richText(...toElements(told))];
  if (publication?.pushedAt && publication.fileName) {
    const { fileName, commit, commitUrl: url } = publication;
    blocks.push(paragraph(card.published({ fileName, url, commit: commit?.slice(0, 7) })));
  } else if (publication?.trouble) {
    blocks.push(context(card.notPublished(shorten(wordTrouble(language, publication.trouble), detail.excerpt))));
    blocks.push(actions('publish', [button(cardActions.publishNow, card.buttons.publishNow, { value: decision.id })]));
  }
  return blocks;
}
