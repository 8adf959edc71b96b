import type { InputBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { kept } from '../form/inputs.ts';
import { input, plain, valueAction } from '../text/blocks.ts';

export const channelBlock = 'channel';

/**
 * Asks for the channel that decides. Slack lists the channels that a person sees, and can't tell there which ones Gavel
 * is in.
 */
export function channelInput({ proposeForm }: Language, chosen: string | undefined): InputBlock {
  return input(
    channelBlock,
    proposeForm.channel,
    {
      type: 'conversations_select',
      action_id: valueAction,
      placeholder: plain(proposeForm.noChannel),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(chosen === undefined ? {} : { initial_conversation: chosen }),
    },
    { ...kept, ...(chosen === undefined ? { hint: proposeForm.channelHint } : {}) },
  );
}
