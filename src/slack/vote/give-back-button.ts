import type { Button } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { button, plain } from '../text/blocks.ts';

/** Gives a vote back to whoever handed it over. */
export const giveBackAction = 'give_vote_back';

/** A vote that somebody has for another. */
interface ReceivedVote {
  readonly decisionId: string;
  /** Whose vote it is. */
  readonly from: string;
}

/** The button that gives somebody’s vote back to them; `name` is theirs. */
export function giveBackButton(language: Language, { decisionId, from }: ReceivedVote, name: string): Button {
  const { handover, forms } = language;
  const confirm = {
    title: plain(handover.giveBack),
    text: plain(handover.giveBackQuestion(name)),
    confirm: plain(handover.giveBack),
    deny: plain(forms.cancel),
  };
  return button(giveBackAction, handover.giveBack, { value: `${decisionId} ${from}`, confirm });
}

/** Reads the value of such a button. */
export function readReceivedVote(value: string): ReceivedVote {
  const [decisionId = '', from = ''] = value.split(' ');
  return { decisionId, from };
}
