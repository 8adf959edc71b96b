/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { signal } from '@preact/signals';

/** The tabs of the page. */
export type Tab = 'talk' | 'repository' | 'wire';

/** The state of navigation. It is stored in the URL, so that it survives a reload or restart. */
export interface Place {
  /** The display name of the current person. */
  readonly as: string;
  /** `#channel` or `@person`; empty for the first conversation. */
  readonly at: string;
  /** The timestamp of the message whose thread is open; empty for none. */
  readonly thread: string;
  readonly tab: Tab;
  /** The file shown in the repository tab; empty for none. */
  readonly file: string;
}

const tabs: readonly Tab[] = ['talk', 'repository', 'wire'];

/** The current place. */
export const place = signal<Place>(readPlace(location.hash));

/** Reads a place from the URL. Missing fields are empty. */
function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string): string => fields.get(name) ?? '';
  return {
    as: read('as'),
    at: read('at'),
    thread: read('thread'),
    tab: tabs.find((tab) => tab === read('tab')) ?? 'talk',
    file: read('file'),
  };
}

/** Writes a place for the URL. */
function writePlace(to: Place): string {
  const fields = Object.entries(to).filter(([name, value]) => value !== '' && !(name === 'tab' && value === 'talk'));
  return `#${new URLSearchParams(fields)}`;
}

/** Changes the place. `replace` adds no entry to the browser's history. */
export function go(change: Partial<Place>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...place.value, ...change };
  const hash = writePlace(next);
  if (hash === location.hash) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash);
  place.value = next;
}

window.addEventListener('popstate', () => {
  place.value = readPlace(location.hash);
});
