import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { plain } from '../text/blocks.ts';

export const chooseChannelAction = 'settings_channel';

/** Asks whose settings somebody means who is not in a channel. */
export function chooseChannelView({ forms, settingsForm, proposeForm }: Language): ModalView {
  return {
    type: 'modal',
    title: plain(settingsForm.title),
    close: plain(forms.close),
    blocks: [
      {
        type: 'section',
        text: plain(settingsForm.whichChannel),
        accessory: {
          type: 'conversations_select',
          action_id: chooseChannelAction,
          placeholder: plain(proposeForm.noChannel),
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      },
    ],
  };
}
