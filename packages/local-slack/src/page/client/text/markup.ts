import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import { writeSlackDate } from '../../../person/slack-date.ts';
import { screen } from '../live.ts';
import { channelById, groupName, personById } from '../names.ts';
import { go } from '../place.ts';
import { emojiCharacter } from './emoji.ts';

/** An emoji by its name. As in Slack, an unknown emoji stays `:name:`. */
export function EmojiView({ name }: { name: string }): VNode {
  const character = emojiCharacter(name);
  if (character === undefined) return html`<span class="emoji-unknown">:${name}:</span>`;
  const [, key] = keycap.exec(character) ?? [];
  return html`<span class=${key === undefined ? 'emoji' : 'emoji keycap'} role="img" aria-label=${name.replaceAll('_', ' ')} title=${`:${name}:`}>${key ?? character}</span>`;
}

/** The digits and signs on a key, such as 1️⃣. The emoji font that the page brings has no glyphs for them. */
const keycap = /^([0-9#*])\uFE0F?\u20E3$/;

/** A mention of a person. A mention of the reader is highlighted. */
export function UserMention({ id, label }: { id: string; label?: string | undefined }): VNode {
  const isMe = screen.value?.me.id === id;
  return html`<span class=${`mention ${isMe ? 'mention-me' : ''}`}>@${personById(id)?.name ?? label ?? id}</span>`;
}

/** A mention of a channel, which opens the channel. */
export function ChannelMention({ id, label }: { id: string; label?: string | undefined }): VNode {
  const channel = channelById(id);
  if (channel === undefined) return html`<span class="mention">${label ? `#${label}` : 'a private channel'}</span>`;
  return html`<button type="button" class="mention" onClick=${() => go({ at: channel.name, thread: '', message: '' })}>${channel.name}</button>`;
}

/** A mention of a group, or of everyone. */
export function GroupMention({ id, label }: { id?: string; label?: string | undefined }): VNode {
  return html`<span class="mention mention-me">@${(id !== undefined && groupName(id)) || label || id}</span>`;
}

/** A date and time in the reader's time zone. */
export function DateView(props: { seconds: number; format: string; url?: string | undefined }): VNode {
  const { seconds, format, url } = props;
  const me = screen.value?.me;
  const now = new Date(screen.value?.now ?? 0);
  const words = writeSlackDate(seconds, format, me?.timeZone ?? 'UTC', now);
  const whole = writeSlackDate(seconds, '{date_long} at {time}', me?.timeZone ?? 'UTC', now);
  const time = html`<time datetime=${new Date(seconds * 1000).toISOString()} title=${`${whole} (${me?.timeZone})`}>${words}</time>`;
  return url === undefined ? time : html`<${Link} url=${url}>${time}<//>`;
}

/** A link that opens in a new tab. Only web, mail and phone links are active; anything else is shown as text. */
export function Link({ url, children }: { url: string; children?: ComponentChild }): VNode {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return html`<span class="link-refused" title=${url}>${children}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`;
}
