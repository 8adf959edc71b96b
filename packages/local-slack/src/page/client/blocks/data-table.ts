import { asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { BlockProps } from './block-props.ts';
import { TableCell } from './table-cell.ts';
import { arrange, cellWords, isNumeric, pageOf, type Sort } from './table-rows.ts';

/** How many rows a page has if the app doesn't say (Slack: data table block). */
const usualPage = 5;

/** A table that its reader sorts, filters and leafs through (Slack: data table block). The app hears nothing of it. */
export function DataTable({ block }: BlockProps): VNode {
  const [sort, setSort] = useState<Sort | undefined>(undefined);
  const [wanted, setWanted] = useState('');
  const [number, setNumber] = useState(0);
  const [head = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []).map(asObjects);
  const caption = asText(block.caption) ?? '';
  const size = typeof block.page_size === 'number' ? block.page_size : usualPage;
  const rowHeader = typeof block.row_header_column_index === 'number' ? block.row_header_column_index : 0;
  const page = pageOf(arrange(rows, sort, wanted), size, number);
  const align = (column: number): string => (isNumeric(rows, column) ? 'align-right' : 'align-left');
  const filter = (event: InputEvent & { currentTarget: HTMLInputElement }): void => {
    setWanted(event.currentTarget.value);
    setNumber(0);
  };
  return html`<div class="data-table">
    <input type="search" class="table-filter" placeholder="Filter rows" aria-label=${`Filter the rows of ${caption}`} value=${wanted} onInput=${filter} />
    <div class="block-table" tabindex="0" role="region" aria-label=${caption}><table>
      <caption>${caption}</caption>
      <thead><tr>${head.map(
        (cell, column) =>
          html`<${Heading} key=${column} cell=${cell} class=${align(column)} sort=${sort?.column === column ? sort : undefined}
            onSort=${() => setSort(nextSort(sort, column))} />`,
      )}</tr></thead>
      <tbody>${page.rows.map(
        (row) =>
          html`<tr>${row.map((cell, column) =>
            column === rowHeader
              ? html`<th scope="row" class=${align(column)}><${TableCell} cell=${cell} /></th>`
              : html`<td class=${align(column)}><${TableCell} cell=${cell} /></td>`,
          )}</tr>`,
      )}</tbody>
    </table></div>
    <div class="table-pages">
      <${Turn} label="Previous page" isLast=${page.number === 0} onTurn=${() => setNumber(page.number - 1)}>‹<//>
      <span role="status">${page.total === 0 ? 'No rows match' : `${page.first}–${page.last} of ${page.total}`}</span>
      <${Turn} label="Next page" isLast=${page.last === page.total} onTurn=${() => setNumber(page.number + 1)}>›<//>
    </div>
  </div>`;
}

const arrows = { ascending: '▲', descending: '▼' } as const;

function Heading(props: { cell: JsonObject; class: string; sort: Sort | undefined; onSort: () => void }): VNode {
  const { cell, sort, onSort } = props;
  return html`<th scope="col" class=${props.class} aria-sort=${sort?.direction ?? 'none'}>
    <button type="button" onClick=${onSort}>${cellWords(cell)}<span class="sort" aria-hidden="true">${sort === undefined ? '' : arrows[sort.direction]}</span></button></th>`;
}

/** A button that turns the page. It keeps the focus at the first and last page, where it does nothing. */
function Turn(props: { label: string; isLast: boolean; onTurn: () => void; children?: unknown }): VNode {
  const { label, isLast, onTurn, children } = props;
  return html`<button type="button" class="button" aria-label=${label} aria-disabled=${String(isLast)} onClick=${() => isLast || onTurn()}>${children}</button>`;
}

/** Ascending first, then descending, then the order of the app. */
function nextSort(sort: Sort | undefined, column: number): Sort | undefined {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
