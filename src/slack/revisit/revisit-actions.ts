import type { ActionsBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { actions, button } from '../text/blocks.ts';

/** What can be answered to the question whether something is still right; the value is the question's id. */
export const revisitActions = {
  stillRight: 'still_right',
  amend: 'amend_revisited',
  supersede: 'supersede_revisited',
} as const;

/** The buttons below the question. */
export function revisitButtons({ revisit }: Language, value: string): ActionsBlock {
  return actions('revisit', [
    button(revisitActions.stillRight, revisit.stillRight, { value, style: 'primary' }),
    button(revisitActions.amend, revisit.amend, { value }),
    button(revisitActions.supersede, revisit.supersede, { value }),
  ]);
}
