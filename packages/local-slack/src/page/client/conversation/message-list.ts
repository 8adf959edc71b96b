import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ScreenMessage } from '../../screen.ts';
import { dateOf, dayName } from '../times.ts';
import { MessageView } from './message.ts';

/** The most seconds between two messages of a person that are grouped. */
const together = 300;

/** How close to its end a list must be to follow new messages, in pixels. */
const nearEnd = 80;

/** Messages grouped by day. The list follows new messages while the reader is at its end. */
export function MessageList(props: {
  /** The name of the list. A list with another name starts at its end again. */
  name: string;
  messages: readonly ScreenMessage[];
  unreadAfter?: string;
  /** The timestamp of the message that a link leads to: the list starts there. */
  linked?: string;
  onThread?: (ts: string) => void;
  /** Shown above the first message. */
  children?: ComponentChildren;
}): VNode {
  const { name, messages, unreadAfter, linked = '', onThread, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const shown = useRef('');
  useLayoutEffect(() => {
    const list = box.current;
    if (list === null) return;
    const place = `${name} ${linked}`;
    if (shown.current !== place) {
      const target = linked === '' ? undefined : list.querySelector(`[data-ts="${CSS.escape(linked)}"]`);
      target?.scrollIntoView({ block: 'center' });
      isAtEnd.current = !target;
    }
    shown.current = place;
    if (isAtEnd.current) list.scrollTop = list.scrollHeight;
  });
  const onScroll = ({ currentTarget: list }: { currentTarget: HTMLDivElement }): void => {
    isAtEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd;
  };
  const firstUnread = messages.find(
    (message) => unreadAfter !== undefined && unreadAfter !== '0' && message.ts > unreadAfter,
  );
  return html`<div class="message-list" role="log" aria-label=${`Messages in ${name}`} tabindex="0" ref=${box} onScroll=${onScroll}>
    ${children}
    ${messages.map((message, index) => {
      const before = messages[index - 1];
      const day = dayName(dateOf(message.ts));
      const isNewDay = before === undefined || dayName(dateOf(before.ts)) !== day;
      const isFirstUnread = message === firstUnread;
      const open = message.isEphemeral || onThread === undefined ? undefined : () => onThread(message.ts);
      return html`
        ${isNewDay && html`<div class="day" key=${`day ${message.ts}`} role="separator"><span>${day}</span></div>`}
        ${isFirstUnread && html`<div class="new" key="new" role="separator"><span>New</span></div>`}
        <${MessageView} key=${message.ts} message=${message} replies=${message.thread} onThread=${open}
          isLinked=${message.ts === linked}
          isContinued=${!isNewDay && !isFirstUnread && follows(before, message)} />`;
    })}
  </div>`;
}

function follows(before: ScreenMessage | undefined, message: ScreenMessage): boolean {
  if (before === undefined || before.from !== message.from || before.isEphemeral !== message.isEphemeral) return false;
  return message.blocks.length === 0 && before.thread.length === 0 && Number(message.ts) - Number(before.ts) < together;
}
