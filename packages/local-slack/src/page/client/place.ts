/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { signal } from '@preact/signals';

/** The three things that the page can show. */
export type Tab = 'talk' | 'repository' | 'wire';

/** Where the reader is; kept in the address, so that a reload or a restart leads back to it. */
export interface Place {
  /** The display name of the person that the page acts as. */
  readonly as: string;
  /** `#channel` or `@person`; empty for the first one there is. */
  readonly at: string;
  /** The timestamp of the message whose thread is open; empty for none. */
  readonly thread: string;
  readonly tab: Tab;
  /** The file shown in the repository tab; empty for none. */
  readonly file: string;
}

const tabs: readonly Tab[] = ['talk', 'repository', 'wire'];

/** Where the reader is now. */
export const place = signal<Place>(readPlace(location.hash));

/** Reads a place from the address; what is missing is empty. */
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

/** Writes a place as the address keeps it. */
function writePlace(to: Place): string {
  const fields = Object.entries(to).filter(([name, value]) => value !== '' && !(name === 'tab' && value === 'talk'));
  return `#${new URLSearchParams(fields)}`;
}

/** Goes somewhere else; `replace` leaves no step for the browser's back button. */
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
