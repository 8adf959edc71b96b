import { asObject, asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ChannelMention, DateView, EmojiView, GroupMention, Link, UserMention } from './markup.ts';
import { type Piece, readMrkdwn } from './mrkdwn.ts';

/** A rendered text object. */
export function Text({ of }: { of: unknown }): VNode | null {
  const { type, text, emoji } = asObject(of);
  const words = asText(text);
  if (words === undefined) return null;
  if (type === 'mrkdwn') return html`<${Mrkdwn} text=${words} />`;
  return html`<span class="plain">${emoji === false ? words : withEmoji(words)}</span>`;
}

/** Rendered mrkdwn. */
export function Mrkdwn({ text }: { text: string }): VNode {
  const passages = readMrkdwn(text).map(({ kind, pieces }) => passageViews[kind](pieces));
  return html`<span class="mrkdwn">${passages}</span>`;
}

const passageViews = {
  text: (pieces: readonly Piece[]) => html`<span class="passage">${pieces.map(viewPiece)}</span>`,
  quote: (pieces: readonly Piece[]) => html`<blockquote>${pieces.map(viewPiece)}</blockquote>`,
  preformatted: (pieces: readonly Piece[]) => html`<pre><code>${pieces.map(viewPiece)}</code></pre>`,
};

type View<Kind extends Piece['kind']> = (piece: Piece & { kind: Kind }) => VNode | string;

const pieceViews: { readonly [Kind in Piece['kind']]: View<Kind> } = {
  text: ({ text }) => text,
  bold: ({ pieces }) => html`<strong>${pieces.map(viewPiece)}</strong>`,
  italic: ({ pieces }) => html`<em>${pieces.map(viewPiece)}</em>`,
  strike: ({ pieces }) => html`<s>${pieces.map(viewPiece)}</s>`,
  code: ({ pieces }) => html`<code>${pieces.map(viewPiece)}</code>`,
  link: ({ url, label }) => html`<${Link} url=${url}>${label}<//>`,
  user: ({ id, label }) => html`<${UserMention} id=${id} label=${label} />`,
  channel: ({ id, label }) => html`<${ChannelMention} id=${id} label=${label} />`,
  group: ({ id, label }) => html`<${GroupMention} id=${id} label=${label} />`,
  broadcast: ({ range }) => html`<${GroupMention} label=${range} />`,
  date: ({ seconds, format, url }) => html`<${DateView} seconds=${seconds} format=${format} url=${url} />`,
  emoji: ({ name }) => html`<${EmojiView} name=${name} />`,
};

function viewPiece(piece: Piece): VNode | string {
  const view = pieceViews[piece.kind] as (piece: Piece) => VNode | string;
  return view(piece);
}

/** Plain text with its `:name:` emoji. */
function withEmoji(text: string): (VNode | string)[] {
  return text
    .split(/(:[a-z0-9_+'-]+(?:::skin-tone-[2-6])?:)/)
    .map((part) => (/^:.+:$/.test(part) ? html`<${EmojiView} name=${part.slice(1, -1)} />` : part));
}
