import { asObjects, asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SeenMessage } from '../../../person/seen.ts';
import type { ScreenReply } from '../../screen.ts';
import { attempt, doAs, post } from '../act.ts';
import { Blocks } from '../blocks/blocks.ts';
import { Avatar } from '../controls/avatar.ts';
import { EmojiPicker } from '../controls/emoji-picker.ts';
import { Icon } from '../controls/icon.ts';
import { Menu } from '../controls/menu.ts';
import { Outbox } from '../fields/outbox.ts';
import { screen } from '../live.ts';
import { personByName } from '../names.ts';
import { Mrkdwn } from '../text/text.ts';
import { dateOf, dayAndTime, timeOfDay } from '../times.ts';
import { ObjectCard } from './object-card.ts';
import { Reactions, react } from './reactions.ts';

/** A message with its author, time, content and reactions. */
export function MessageView(props: {
  message: ScreenReply;
  /** Whether the message above is by the same person and grouped with this one. */
  isContinued?: boolean;
  /** Whether a link leads to this message. */
  isLinked?: boolean;
  /** Opens the thread. Left out if the message is already in a thread. */
  onThread?: (() => void) | undefined;
  replies?: readonly SeenMessage[];
}): VNode {
  const { message, isContinued = false, isLinked = false, onThread, replies = [] } = props;
  const when = dateOf(message.ts);
  const isApp = personByName(message.from)?.isBot === true;
  const time = html`<time datetime=${when.toISOString()} title=${dayAndTime(when)}>${timeOfDay(when)}</time>`;
  return html`<article class=${`message ${message.isEphemeral ? 'ephemeral' : ''} ${isContinued ? 'continued' : ''} ${isLinked ? 'linked' : ''}`} data-ts=${message.ts} aria-label=${`${message.from}, ${timeOfDay(when)}`}>
    <div class="message-side">${isContinued ? time : html`<${Avatar} name=${message.from} />`}</div>
    <div class="message-main">
      ${message.isEphemeral && html`<p class="only-you"><span aria-hidden="true">👁</span> Only visible to you</p>`}
      ${!isContinued && html`<header><strong class="author">${message.from}</strong>${isApp && html`<span class="badge">APP</span>`}${time}${message.isEdited && html`<span class="edited">(edited)</span>`}</header>`}
      <${Content} message=${message} />
      <${Reactions} message=${message} />
      ${onThread !== undefined && replies.length > 0 && html`<${ThreadLink} replies=${replies} onOpen=${onThread} />`}
    </div>
    ${!message.isEphemeral && !message.isDeleted && html`<${Tools} message=${message} onThread=${onThread} />`}
  </article>`;
}

/** The blocks of a message, or else its text, and its attachments. */
function Content({ message }: { message: ScreenReply }): VNode {
  const { channel, ts, blocks, text, attachments, objects, files, state } = message;
  const outbox = useMemo(() => new Outbox(), []);
  const surface = { place: { channel, ts }, state, errors: {}, outbox };
  return html`<div class="content">
    ${blocks.length > 0 ? html`<${Blocks} surface=${surface} blocks=${blocks} />` : html`<${Mrkdwn} text=${text} />`}
    ${attachments.map(
      (attachment) => html`<div class="attachment">
      ${asText(attachment.text) !== undefined && html`<${Mrkdwn} text=${asText(attachment.text)} />`}
      <${Blocks} surface=${surface} blocks=${asObjects(attachment.blocks)} />
    </div>`,
    )}
    ${objects.map(
      (object) =>
        html`<${ObjectCard} key=${object.id} object=${object} onOpen=${() => void doAs('openObject', { message: { channel, ts }, title: object.title })}
          onPress=${(text: string) => doAs('clickObject', { message: { channel, ts }, text, title: object.title })} />`,
    )}
    ${files.map((file) => html`<div class="file">📄 ${file}</div>`)}
  </div>`;
}

function ThreadLink({ replies, onOpen }: { replies: readonly SeenMessage[]; onOpen: () => void }): VNode {
  const names = [...new Set(replies.map((reply) => reply.from))];
  const last = replies.at(-1);
  return html`<button type="button" class="thread-link" onClick=${onOpen}>
    ${names.slice(0, 4).map((name) => html`<${Avatar} key=${name} name=${name} size="small" />`)}
    <strong>${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}</strong>
    ${last !== undefined && html`<span class="hint">Last reply ${dayAndTime(dateOf(last.ts))}</span>`}
  </button>`;
}

/** The toolbar that appears over a message. */
function Tools({ message, onThread }: { message: SeenMessage; onThread: (() => void) | undefined }): VNode {
  const { channel, ts } = message;
  const shortcuts = (screen.value?.shortcuts ?? []).filter(({ type }) => type === 'message');
  const appName = screen.value?.people.find(({ isBot }) => isBot)?.name;
  const remove = (): void => {
    void attempt(() => post('admin/deleteMessage', { channel, ts }));
  };
  const items = [
    ...shortcuts.map(({ name, callbackId }) => ({
      key: callbackId,
      label: html`<span>${name}<small>${appName}</small></span>`,
      run: () => void doAs('shortcut', { name: callbackId, message: { channel, ts } }),
    })),
    { key: 'delete', label: 'Delete message', run: remove, isDanger: true },
  ];
  return html`<div class="message-tools">
    <${EmojiPicker} label="Add a reaction" class="icon-button" onPick=${(name: string) => react(message, name)} />
    ${onThread !== undefined && html`<button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" onClick=${onThread}><${Icon} name="reply" /></button>`}
    <${Menu} label="More actions for this message" class="icon-button" items=${items}><${Icon} name="dots" /><//>
  </div>`;
}
