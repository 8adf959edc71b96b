import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Screen } from '../screen.ts';
import { place } from './place.ts';

/** Whether the server can be reached. If not, the page shows the last known state. */
export const isConnected = signal(true);

/** Increases by one whenever something changes in the workspace or on the wire. */
const changes = signal(0);

/** A value from the server that is kept up to date. */
export interface Live<T> {
  readonly now: ReadonlySignal<T | undefined>;
  /** The URL that `now` was read from. */
  readonly from: ReadonlySignal<string | undefined>;
}

/** Everything that the current person sees. */
export const screen: ReadonlySignal<Screen | undefined> = follow<Screen>(() =>
  place.value.as === '' ? undefined : `/control/screen?as=${encodeURIComponent(place.value.as)}`,
).now;

/** Reads a URL now, and again whenever the URL or something on the server changes. Sends one request at a time. */
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

/** Reads everything again, such as after a change elsewhere that this server isn't told of. */
export function refresh(): void {
  changes.value += 1;
}

/** Listens for changes. The browser reconnects by itself when the server comes back. */
export function listen(): void {
  const events = new EventSource('/control/events');
  events.onmessage = () => {
    isConnected.value = true;
    refresh();
  };
  events.onerror = () => {
    isConnected.value = false;
  };
}
