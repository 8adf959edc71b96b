import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Screen, ScreenChannel } from '../../screen.ts';
import { attempt, doAs, post } from '../act.ts';
import { Icon } from '../controls/icon.ts';
import { appOf } from '../names.ts';
import { go, place } from '../place.ts';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';
import { lastRead, markRead } from './unread.ts';

/** A conversation: its header, its messages, and the composer. */
export function Conversation({
  now,
  channel,
  onMenu,
}: {
  now: Screen;
  channel: ScreenChannel;
  onMenu: () => void;
}): VNode {
  const isDirect = channel.kind === 'im';
  const members = channel.members.length;
  return html`<section class="conversation" aria-label=${channel.name}>
    <header class="conversation-head">
      <button type="button" class="icon-button only-narrow" aria-label="Channels" onClick=${onMenu}><${Icon} name="menu" /></button>
      <h1>${channel.kind === 'private' && html`<${Icon} name="lock" />`}${channel.kind === 'private' ? channel.name.slice(1) : channel.name}</h1>
      ${channel.topic !== '' && html`<p class="topic">${channel.topic}</p>`}
      ${!isDirect && html`<span class="members" title=${channel.members.join(', ')}>${members} ${members === 1 ? 'member' : 'members'}</span>`}
    </header>
    <${Messages} now=${now} channel=${channel} />
  </section>`;
}

/** The messages of a conversation, and the composer. */
export function Messages({ now, channel }: { now: Screen; channel: ScreenChannel }): VNode {
  const me = now.me.name;
  // The mark stays where it was when the conversation was opened.
  const [mark, setMark] = useState(() => lastRead(me, channel.name));
  useEffect(() => setMark(lastRead(me, channel.name)), [me, channel.name]);
  useEffect(() => markRead(me, channel), [me, channel]);
  const openThread = (thread: string): void => {
    go({ thread });
    // The thread takes the place of what is open beside the conversation.
    if (now.flexpane !== undefined) void doAs('closeObject', {});
  };
  return html`<${MessageList} name=${channel.name} messages=${channel.messages} unreadAfter=${mark} linked=${place.value.message} onThread=${openThread}>
      <${Beginning} now=${now} channel=${channel} />
    <//>
    <${Footer} now=${now} channel=${channel} />`;
}

/** The introduction above the first message. */
function Beginning({ now, channel }: { now: Screen; channel: ScreenChannel }): VNode {
  const other = now.people.find((person) => `@${person.name}` === channel.name);
  return html`<div class="beginning">
    <h2>${channel.name}</h2>
    <p>${channel.kind === 'im' ? `This is the very beginning of your conversation with ${other?.name ?? 'them'}${other?.title ? `, ${other.title.toLowerCase()}` : ''}.` : `This is the very beginning of ${channel.name}.${channel.kind === 'private' ? ' Only its members see it.' : ''}`}</p>
    ${channel.kind !== 'im' && now.commands.map(({ command, usageHint, description }) => html`<p class="try">Try <code>${command} ${usageHint}</code> <span>${description}</span></p>`)}
    ${channel.kind !== 'im' && now.hint !== undefined && html`<p class="begin-with">${now.hint}</p>`}
  </div>`;
}

function Footer({ now, channel }: { now: Screen; channel: ScreenChannel }): VNode {
  const me = now.me.name;
  if (channel.isArchived) return html`<p class="composer-note">This channel is archived.</p>`;
  if (!channel.isMember) {
    const join = (): void => void attempt(() => post('admin/addToChannel', { channel: channel.id, person: me }));
    return html`<p class="composer-note">You are looking at ${channel.name}. <button type="button" class="button primary" onClick=${join}>Join channel</button></p>`;
  }
  if (appOf(now, channel.name) !== undefined && now.app.home.isReadOnly) {
    return html`<p class="composer-note">Sending messages to this app has been turned off.</p>`;
  }
  const send = (text: string): Promise<boolean> =>
    text.startsWith('/')
      ? doAs('command', { channel: channel.id, line: text })
      : doAs('say', { channel: channel.id, text });
  return html`<${Composer} name=${`${me} ${channel.name}`} channel=${channel.name} placeholder=${`Message ${channel.name}`} onSend=${send} />`;
}
