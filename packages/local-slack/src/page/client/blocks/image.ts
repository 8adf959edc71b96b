import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Link } from '../text/markup.ts';

/** An image from this server, or else a link to it, because the page sends no requests to other hosts. */
export function ImageView({ of, isSmall = false }: { of: JsonObject; isSmall?: boolean }): VNode {
  const alt = asText(of.alt_text) ?? 'image';
  const url = asText(of.image_url) ?? '';
  const size = isSmall ? 'image small' : 'image';
  if (URL.canParse(url) && (new URL(url).origin === location.origin || url.startsWith('data:image/'))) {
    return html`<img class=${size} src=${url} alt=${alt} />`;
  }
  return html`<span class=${`${size} image-elsewhere`} title="Not loaded, because this page only talks to this machine"><${Link} url=${url}>🖼 ${alt}<//></span>`;
}
