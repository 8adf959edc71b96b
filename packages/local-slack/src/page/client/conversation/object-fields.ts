import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenField } from '../../../person/seen-object.ts';
import { Markdown } from '../text/markdown.ts';
import { Link } from '../text/markup.ts';
import { dayAndTime } from '../times.ts';

/** The fields of a Work Object, each with its label. */
export function ObjectFields({ fields }: { fields: readonly SeenField[] }): VNode {
  return html`<dl class="object-fields">${fields.map(
    (field) =>
      html`<div key=${field.key} class=${field.isLong ? 'long' : ''}><dt>${field.label}</dt><dd><${Value} field=${field} /></dd></div>`,
  )}</dl>`;
}

function Value({ field }: { field: SeenField }): VNode {
  const { text, type, link, color, isMarkdown } = field;
  if (isMarkdown) return html`<${Markdown} text=${text} />`;
  const words = type === 'slack#/types/timestamp' ? dayAndTime(new Date(text)) : text;
  if (link !== undefined) return html`<${Link} url=${link}>${words}<//>`;
  return color === undefined ? html`<span>${words}</span>` : html`<span class=${`tag ${color}`}>${words}</span>`;
}
