import type { InputBlock } from '@slack/types';
import { kept } from '../form/inputs.ts';
import { input, plain, valueAction } from '../text/blocks.ts';

export const decidersBlock = 'deciders';

/** Asks who may vote, by name. */
export function decidersInput(chosen: readonly string[]): InputBlock {
  return input(
    decidersBlock,
    'Deciders',
    {
      type: 'multi_users_select',
      action_id: valueAction,
      placeholder: plain('Everyone in the channel'),
      ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
    },
    { ...kept, optional: true, hint: 'Who may vote. Leave it empty for everyone in the channel.' },
  );
}
