import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FaultSettings } from '../../../control/faults.ts';
import type { WireEntry } from '../../../server/wire-log.ts';
import type { OptionalScope } from '../../routes.ts';
import { follow } from '../live.ts';
import { place } from '../place.ts';
import { exactTime } from '../times.ts';
import { FaultSwitches } from './fault-switches.ts';

/** What the tab shows. */
interface Wire {
  readonly entries: readonly WireEntry[];
  readonly faults: FaultSettings;
  readonly scopes: readonly OptionalScope[];
}

const wire = follow<Wire>(() => (place.value.tab === 'wire' ? '/control/wire' : undefined));

const directions: Readonly<Record<WireEntry['kind'], string>> = {
  call: 'app → Slack',
  response_url: 'app → Slack',
  delivery: 'Slack → app',
  socket: 'socket',
  note: 'note',
};

/** All exchanges between the app and this Slack, newest first, and the fault injection. */
export function WireTab(): VNode {
  const [query, setQuery] = useState('');
  const now = wire.now.value;
  if (now === undefined) return html`<main class="tab"><p class="hint">Reading the wire…</p></main>`;
  const wanted = query.trim().toLowerCase();
  const entries = now.entries.filter(({ name, kind, status }) =>
    `${name} ${kind} ${status ?? ''}`.toLowerCase().includes(wanted),
  );
  return html`<main class="tab wire">
    <header class="tab-head"><h1>Wire</h1><p class="topic">Every request, delivery and response between the app and this Slack</p></header>
    <${FaultSwitches} faults=${now.faults} scopes=${now.scopes} />
    <p class="wire-search"><input type="search" aria-label="Search the wire" placeholder="Search: a method, an event, an error" value=${query}
      onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => setQuery(event.currentTarget.value)} />
      <span class="hint">${entries.length} of ${now.entries.length}</span></p>
    <ol class="wire-log" aria-label="Exchanges, newest first">${entries.toReversed().map((entry) => html`<${Entry} key=${entry.id} entry=${entry} />`)}</ol>
  </main>`;
}

function Entry({ entry }: { entry: WireEntry }): VNode {
  const [isOpen, setOpen] = useState(false);
  const { at, kind, name, status, duration, loud } = entry;
  const isGood = status === undefined || ['ok', 'acknowledged', 'note', 'connected'].includes(status);
  return html`<li class=${`wire-entry ${loud || !isGood ? 'loud' : ''}`}>
    <button type="button" class="wire-line" aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>
      <time datetime=${at}>${exactTime(new Date(at))}</time>
      <span class="direction">${directions[kind]}</span>
      <span class="wire-name">${name}</span>
      <span class="wire-status">${status ?? 'in progress…'}</span>
      <span class="duration">${duration === undefined ? '' : `${duration} ms`}</span>
    </button>
    ${isOpen && html`<div class="wire-detail"><h2>Sent</h2><pre tabindex="0">${write(entry.sent)}</pre><h2>Response</h2><pre tabindex="0">${write(entry.answer)}</pre></div>`}
  </li>`;
}

function write(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value, unfold, 2);
}

/** Parses JSON in texts, because calls contain blocks and views as JSON. */
function unfold(_name: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
