import { asObject, asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Unknown } from '../blocks/unknown.ts';
import { ChannelMention, DateView, EmojiView, GroupMention, Link, UserMention } from './markup.ts';

/** A rendered `rich_text` block. */
export function RichText({ block }: { block: JsonObject }): VNode {
  return html`<div class="rich-text">${asObjects(block.elements).map(viewPart)}</div>`;
}

type View = (part: JsonObject) => VNode | string;

const partViews: Readonly<Record<string, View>> = {
  rich_text_section: (part) => html`<div class="passage">${leaves(part)}</div>`,
  rich_text_quote: (part) => html`<blockquote>${leaves(part)}</blockquote>`,
  rich_text_preformatted: (part) => html`<pre><code>${leaves(part)}</code></pre>`,
  rich_text_list: (part) => {
    const items = asObjects(part.elements).map((item) => html`<li>${leaves(item)}</li>`);
    const indent = `indent-${Math.min(Number(part.indent ?? 0), 8)}`;
    return part.style === 'ordered'
      ? html`<ol class=${indent} start=${Number(part.offset ?? 0) + 1}>${items}</ol>`
      : html`<ul class=${indent}>${items}</ul>`;
  },
};

const leafViews: Readonly<Record<string, View>> = {
  text: (leaf) => asText(leaf.text) ?? '',
  link: (leaf) => html`<${Link} url=${asText(leaf.url) ?? ''}>${asText(leaf.text) || asText(leaf.url)}<//>`,
  emoji: (leaf) => html`<${EmojiView} name=${asText(leaf.name) ?? ''} />`,
  user: (leaf) => html`<${UserMention} id=${asText(leaf.user_id) ?? ''} />`,
  channel: (leaf) => html`<${ChannelMention} id=${asText(leaf.channel_id) ?? ''} />`,
  usergroup: (leaf) => html`<${GroupMention} id=${asText(leaf.usergroup_id) ?? ''} />`,
  broadcast: (leaf) => html`<${GroupMention} label=${asText(leaf.range)} />`,
  team: (leaf) => asText(leaf.team_id) ?? '',
  color: (leaf) => html`<code>${asText(leaf.value)}</code>`,
  date: (leaf) => html`<${DateView} seconds=${Number(leaf.timestamp)} format=${asText(leaf.format) ?? ''} />`,
};

/** The HTML element for each style, from the outside in. */
const styleTags = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 's'],
  ['underline', 'u'],
  ['code', 'code'],
] as const;

function viewPart(part: JsonObject): VNode | string {
  const view = partViews[asText(part.type) ?? ''];
  return view === undefined ? html`<${Unknown} what="rich text" of=${part} />` : view(part);
}

function leaves(section: JsonObject): (VNode | string)[] {
  return asObjects(section.elements).map((leaf) => {
    const view = leafViews[asText(leaf.type) ?? ''];
    if (view === undefined) return html`<${Unknown} what="rich text element" of=${leaf} />`;
    const style = asObject(leaf.style);
    return styleTags.reduceRight<VNode | string>(
      (inner, [name, tag]) => (style[name] === true ? html`<${tag}>${inner}<//>` : inner),
      view(leaf),
    );
  });
}
