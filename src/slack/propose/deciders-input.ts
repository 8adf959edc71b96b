import type { InputBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { kept } from '../form/inputs.ts';
import { input, plain, valueAction } from '../text/blocks.ts';

export const decidersBlock = 'deciders';

/** Asks who may vote, by name. */
export function decidersInput({ proposeForm }: Language, chosen: readonly string[]): InputBlock {
  return input(
    decidersBlock,
    proposeForm.deciders,
    {
      type: 'multi_users_select',
      action_id: valueAction,
      placeholder: plain(proposeForm.everyone),
      ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
    },
    { ...kept, optional: true, hint: proposeForm.decidersHint },
  );
}
