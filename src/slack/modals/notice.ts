import type { KnownBlock, ModalView } from '@slack/types';
import { plain, section, shorten, slackLimits } from '../blocks.ts';

/** A modal that only tells something. */
export function notice(title: string, ...blocks: (string | KnownBlock)[]): ModalView {
  return {
    type: 'modal',
    title: plain(shorten(title, slackLimits.viewTitle)),
    close: plain('Close'),
    blocks: blocks.map((block) => (typeof block === 'string' ? section(block) : block)),
  };
}

/** What stands in a modal for the moment until its content is there: Slack gives us three seconds to open it. */
export function loading(title: string): ModalView {
  return notice(title, 'One moment …');
}
