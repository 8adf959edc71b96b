import { useEffect, useRef, useState } from 'preact/hooks';
import { type ElementProps, fieldKey, useElement } from '../blocks/surface.ts';
import { showToast } from '../controls/toasts.ts';

/** How long a pause in typing must be before the text is sent, in milliseconds. */
export const typingPause = 150;

/** How a change is sent: whether the app gets it, and how long to wait for another change, in milliseconds. */
export interface Sending {
  readonly dispatches: boolean;
  readonly pause?: number;
  /** The value to send, if it differs from the field's value. */
  readonly sent?: unknown;
}

/**
 * The value of a field: what the person has entered, or else the value on the server. Values from the server are
 * ignored until the last value that was sent comes back, so that an older value can't overwrite what was typed.
 * `onAdopt` is called with each value that is taken from the server.
 */
export function useField<T>(
  props: ElementProps,
  held: T,
  onAdopt?: (value: T) => void,
): [value: T, change: (value: T, sending: Sending) => void] {
  const written = JSON.stringify(held);
  const [value, setValue] = useState(held);
  const adopted = useRef(written);
  const awaited = useRef<string | undefined>(undefined);
  const isSent = useRef(true);
  useEffect(() => {
    if (awaited.current === undefined && written !== adopted.current) {
      adopted.current = written;
      setValue(held);
      onAdopt?.(held);
    } else if (isSent.current && written === awaited.current) {
      awaited.current = undefined;
      adopted.current = written;
    }
  });
  const change = (next: T, { dispatches, pause = 0, sent = next }: Sending): void => {
    const mine = JSON.stringify(next);
    setValue(next);
    awaited.current = mine;
    isSent.current = false;
    const send = async (): Promise<void> => {
      const isTaken = await useElement(props, sent, dispatches).catch(showAndRefuse);
      if (awaited.current !== mine) return;
      isSent.current = true;
      if (!isTaken) awaited.current = undefined;
    };
    props.surface.outbox.put(fieldKey(props), send, pause);
  };
  return [value, change];
}

function showAndRefuse(error: unknown): boolean {
  showToast(error instanceof Error ? error.message : String(error));
  return false;
}
