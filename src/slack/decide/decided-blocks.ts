import type { KnownBlock, ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { countBytes } from '../form/inputs.ts';
import { divider, richText, slackLimits } from '../text/blocks.ts';
import { toElements } from '../text/words.ts';
import { wordOutcome } from './outcome-text.ts';

/** The whole reason, and all objections that are named. */
const whole = { excerpt: limits.justification, objections: limits.objectionsInRecord } as const;

/** A decision as “Read more” shows it, in two parts: its title, and below it what was decided and everything else. */
export function decidedBlocks(
  language: Language,
  view: CardView,
): Readonly<Record<'title' | 'rest', ModalView['blocks']>> {
  const all = readMoreView(language, view);
  const [title, rest] = [all.blocks.slice(0, 1), all.blocks.slice(1)];
  const outcome = outcomeBlocks(language, view);
  const hasRoom = countBytes([all, outcome]) < slackLimits.viewBytes;
  return { title, rest: hasRoom ? [...outcome, ...rest] : rest };
}

function outcomeBlocks(language: Language, { decision, people }: CardView): KnownBlock[] {
  if (decision.outcome === undefined) return [];
  return [richText(...toElements(wordOutcome(language, { decision, people }, whole))), divider()];
}
