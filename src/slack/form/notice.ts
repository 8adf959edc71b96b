import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { plain, shorten, slackLimits } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

/** A modal that only tells something; a text shows as it is. */
export function notice(language: Language, title: string, ...blocks: (string | KnownBlock)[]): ModalView {
  return {
    type: 'modal',
    title: plain(shorten(title, slackLimits.viewTitle)),
    close: plain(language.forms.close),
    blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  };
}

/** What a modal shows for the moment until its content is ready: Slack gives us three seconds to open it. */
export function loading(language: Language, title: string): ModalView {
  return notice(language, title, language.forms.loading);
}
