import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ScreenChannel, ScreenMessage } from '../../screen.ts';
import { doAs } from '../act.ts';
import { Icon } from '../controls/icon.ts';
import { go, place } from '../place.ts';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';

/** The thread of a message, next to its conversation. */
export function Thread({ channel, message }: { channel: ScreenChannel; message: ScreenMessage }): VNode {
  const close = (): void => go({ thread: '' });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const replies = message.thread.map((reply) => ({ ...reply, thread: [] }));
  const send = (text: string): Promise<boolean> =>
    doAs('reply', { message: { channel: channel.id, ts: message.ts }, text });
  return html`<aside class="thread" aria-label="Thread" onKeyDown=${onKeyDown}>
    <header class="conversation-head">
      <h2>Thread</h2><p class="topic">${channel.name}</p>
      <button type="button" class="icon-button" aria-label="Close thread" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <${MessageList} name=${`thread ${message.ts}`} messages=${[{ ...message, thread: [] }, ...replies]} linked=${place.value.message} />
    ${channel.isMember && html`<${Composer} name=${`${place.value.as} ${channel.name} ${message.ts}`} channel=${channel.name} placeholder="Reply…" onSend=${send} />`}
  </aside>`;
}
