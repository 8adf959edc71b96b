import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { type Answer, answer } from '../app/answer.ts';
import { actions, button, divider, plain, shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { type ProposeMetadata, proposeActions, writeProposeMetadata } from './propose-metadata.ts';

export const resumeCallback = 'resume';

/** Slack gives a question little room, in characters. */
const titleInQuestion = 150;

/** A form that somebody left unfinished, and the name of its channel if it is not for where they ask. */
export interface OfferedForm {
  readonly id: string;
  readonly title: string;
  readonly savedAt: Date;
  readonly channelName?: string | undefined;
}

/** Offers to go on with one of the forms that were left unfinished, the newest first. */
export function resumeView(
  language: Language,
  unfinished: readonly OfferedForm[],
  typedTitle: string,
  metadata: ProposeMetadata,
): ModalView {
  const { forms, proposeForm } = language;
  return {
    type: 'modal',
    callback_id: resumeCallback,
    private_metadata: writeProposeMetadata({ ...metadata, typedTitle }),
    notify_on_close: true,
    title: plain(proposeForm.title),
    close: plain(forms.close),
    blocks: [
      ...unfinished.flatMap((form, index) => offerBlocks(language, form, index === 0)),
      divider(),
      actions('draft', [button(proposeActions.startAfresh, proposeForm.startAfresh)]),
    ],
  };
}

function offerBlocks(
  { forms, proposeForm }: Language,
  { id, title, savedAt, channelName }: OfferedForm,
  isFirst: boolean,
): KnownBlock[] {
  const confirm = {
    title: plain(proposeForm.discardTitle),
    text: plain(proposeForm.discardQuestion(shorten(title, titleInQuestion))),
    confirm: plain(proposeForm.discard),
    deny: plain(forms.cancel),
  };
  return [
    paragraph(proposeForm.unfinished(title, savedAt, channelName)),
    actions(`draft:${id}`, [
      button(proposeActions.resume, proposeForm.resume, { value: id, ...(isFirst ? { style: 'primary' } : {}) }),
      button(proposeActions.discard, proposeForm.discard, { value: id, confirm }),
    ]),
  ];
}

/** What a form that was closed says: that it is kept, and how to come back. */
export function keptAnswer(language: Language, { id, title, channelName }: Omit<OfferedForm, 'savedAt'>): Answer {
  const { proposeForm } = language;
  const said = answer(proposeForm.kept(title, channelName));
  const resume = button(proposeActions.resume, proposeForm.resume, { value: id });
  return { ...said, blocks: [...said.blocks, actions('draft', [resume])] };
}
