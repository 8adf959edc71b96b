import { asText, at, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenComposed } from '../../../person/seen-object.ts';

/** What the app shows for the links in a message that is not sent yet: their titles. */
export function Preview({ of }: { of: SeenComposed }): VNode | null {
  const titles = [...of.attachments.map(titleOf), ...of.objects.map(({ title }) => title)];
  if (titles.length === 0) return null;
  return html`<ul class="preview" aria-label="Previews of links">${titles.map((title) => html`<li key=${title}>${title}</li>`)}</ul>`;
}

function titleOf(attachment: JsonObject): string {
  return asText(at(attachment, 'preview', 'title', 'text')) ?? asText(attachment.title) ?? 'Link';
}
