import type { JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';

/** A notice for something that the page can't show, with its JSON. */
export function Unknown({ what, of }: { what: string; of: JsonObject }): VNode {
  return html`<details class="unknown" role="alert">
    <summary>This page can’t show a ${what} of type “${String(of.type)}”</summary>
    <pre>${JSON.stringify(of, null, 2)}</pre>
  </details>`;
}
