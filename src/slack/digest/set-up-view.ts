import type { ModalView } from '@slack/types';
import { offeredFrequencies } from '../../decision/digest/cadence.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';

export const digestCallback = 'set_up_digest';

const blocks = { channel: 'channel', often: 'often' } as const;

/**
 * Asks which channel gets a digest, and how often. Slack lists the channels that a person sees, and can't tell there
 * which ones Gavel is in.
 */
export function setUpDigestView({ digest, forms, proposeForm }: Language): ModalView {
  const { form } = digest;
  const options = offeredFrequencies.map((frequency) => choice(digest.everySoOften(frequency), frequency.words));
  const [usual] = options;
  return {
    type: 'modal',
    callback_id: digestCallback,
    title: plain(form.title),
    submit: plain(forms.save),
    close: plain(forms.cancel),
    blocks: [
      input(
        blocks.channel,
        proposeForm.channel,
        {
          type: 'conversations_select',
          action_id: valueAction,
          placeholder: plain(proposeForm.noChannel),
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
        { hint: form.channelHint },
      ),
      input(
        blocks.often,
        form.often,
        { type: 'static_select', action_id: valueAction, options, ...(usual ? { initial_option: usual } : {}) },
        { hint: form.oftenHint },
      ),
    ],
  };
}

/** Reads the modal: the channel, and the words that say how often. */
export function readSetUpDigest(values: StateValues): { readonly channelId: string; readonly words: string[] } {
  const state = new FormState(values);
  return { channelId: state.conversation(blocks.channel) ?? '', words: (state.choice(blocks.often) ?? '').split(' ') };
}
