import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { RichText } from '../text/rich-text.ts';

/** The content of a cell of a table. */
export function TableCell({ cell }: { cell: JsonObject }): VNode {
  return cell.type === 'rich_text'
    ? html`<${RichText} block=${cell} />`
    : html`<span>${asText(cell.text) ?? ''}</span>`;
}
