import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { countBytes } from '../form/inputs.ts';
import { divider, richText, slackLimits } from '../text/blocks.ts';
import { toElements } from '../text/words.ts';

/** A decision as “Read more” shows it, in two parts: its title, and below it what was decided and everything else. */
export function decidedBlocks(
  language: Language,
  view: CardView,
): Readonly<Record<'title' | 'rest', ModalView['blocks']>> {
  const whole = readMoreView(language, view);
  const [title, rest] = [whole.blocks.slice(0, 1), whole.blocks.slice(1)];
  const outcome = outcomeBlocks(language, view.decision);
  const hasRoom = countBytes([whole, outcome]) < slackLimits.viewBytes;
  return { title, rest: hasRoom ? [...outcome, ...rest] : rest };
}

function outcomeBlocks({ card, verdicts }: Language, { options, outcome }: Decision): KnownBlock[] {
  if (outcome === undefined) return [];
  const told = card.outcome({
    chosen: options.find(({ id }) => id === outcome.chosenOptionId)?.title,
    reason: verdicts.giveReason(outcome.reason),
    recordedBy: undefined,
  });
  return [richText(...toElements(told)), divider()];
}
