import { asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { TableCell } from './table-cell.ts';

/** A table. The first row is its header. */
export function Table({ block }: { block: JsonObject }): VNode {
  const [head = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []).map(asObjects);
  const columns = asObjects(block.column_settings);
  const align = (index: number): string => `align-${asText(columns[index]?.align) ?? 'left'}`;
  return html`<div class="block-table" tabindex="0" role="region" aria-label="Table"><table>
    <thead><tr>${head.map((cell, index) => html`<th scope="col" class=${align(index)}><${TableCell} cell=${cell} /></th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td class=${align(index)}><${TableCell} cell=${cell} /></td>`)}</tr>`)}</tbody>
  </table></div>`;
}
