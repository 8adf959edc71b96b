import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Screen } from '../screen.ts';
import { place } from './place.ts';

/** Whether the server is in reach; while it is not, the page shows what it last knew. */
export const isConnected = signal(true);

/** Goes up by one whenever something in the workspace, or on the wire, has changed. */
const changes = signal(0);

/** Something that the server shows, kept up to date. */
export interface Live<T> {
  readonly now: ReadonlySignal<T | undefined>;
  /** The address that `now` was read from. */
  readonly from: ReadonlySignal<string | undefined>;
}

/** Everything that the person whom the page acts as sees. */
export const screen: ReadonlySignal<Screen | undefined> = follow<Screen>(() =>
  place.value.as === '' ? undefined : `/control/screen?as=${encodeURIComponent(place.value.as)}`,
).now;

/** Reads an address now, again whenever it changes, and after every change on the server; one request at a time. */
export function follow<T>(address: () => string | undefined): Live<T> {
  const now = signal<T | undefined>(undefined);
  const from = signal<string | undefined>(undefined);
  let isReading = false;
  let isStale = false;
  const read = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      const wanted = address();
      if (wanted === undefined) continue;
      const answer = await fetch(wanted).catch(() => undefined);
      if (wanted !== address()) isStale = true;
      else if (answer?.ok) {
        now.value = (await answer.json()) as T;
        from.value = wanted;
      }
    }
    isReading = false;
  };
  effect(() => {
    changes.value;
    address();
    void read();
  });
  return { now, from };
}

/** Begins to listen for changes; the browser connects again by itself when the server comes back. */
export function listen(): void {
  const events = new EventSource('/control/events');
  events.onmessage = () => {
    isConnected.value = true;
    changes.value += 1;
  };
  events.onerror = () => {
    isConnected.value = false;
  };
}
