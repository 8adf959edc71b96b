import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { language } from '../app/language.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { countBytes } from '../form/inputs.ts';
import { divider, richText, slackLimits } from '../text/blocks.ts';

/** A decision as “Read more” shows it, in two parts: its title, and below it what was decided and all the rest. */
export function decidedBlocks(view: CardView): Readonly<Record<'title' | 'rest', ModalView['blocks']>> {
  const whole = readMoreView(view);
  const [title, rest] = [whole.blocks.slice(0, 1), whole.blocks.slice(1)];
  const outcome = outcomeBlocks(view.decision);
  const hasRoom = countBytes([whole, outcome]) < slackLimits.viewBytes;
  return { title, rest: hasRoom ? [...outcome, ...rest] : rest };
}

function outcomeBlocks({ options, outcome }: Decision): KnownBlock[] {
  if (outcome === undefined) return [];
  const chosen = options.find(({ id }) => id === outcome.chosenOptionId);
  const verdict = chosen ? `Chosen: ${chosen.title}, because ` : 'Rejected, because ';
  const because = { type: 'text', text: language.verdicts.giveReason(outcome.reason) } as const;
  return [richText({ type: 'text', text: verdict, style: { bold: true } }, because), divider()];
}
