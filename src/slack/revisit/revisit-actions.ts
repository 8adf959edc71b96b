import type { ActionsBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { actions, button } from '../text/blocks.ts';

/** What can be answered to the question whether something is still right; the value is the question's id. */
export const revisitActions = {
  stillRight: 'still_right',
  amend: 'amend_revisited',
  supersede: 'supersede_revisited',
  reopenNote: 'reopen_note_review',
  leaveNote: 'leave_note_review',
} as const;

/** The buttons below the question. */
export function revisitButtons({ revisit }: Language, value: string): ActionsBlock {
  return actions('revisit', [
    button(revisitActions.stillRight, revisit.stillRight, { value, style: 'primary' }),
    button(revisitActions.amend, revisit.amend, { value }),
    button(revisitActions.supersede, revisit.supersede, { value }),
  ]);
}

/** The buttons below the question what is to become of a note whose review was closed. */
export function closedNoteButtons({ reviews: { closed } }: Language, value: string): ActionsBlock {
  return actions('note_review', [
    button(revisitActions.reopenNote, closed.reopen, { value, style: 'primary' }),
    button(revisitActions.leaveNote, closed.leave, { value }),
  ]);
}
