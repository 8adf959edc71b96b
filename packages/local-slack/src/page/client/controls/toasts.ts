import { signal } from '@preact/signals';

/** A message that disappears by itself. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** How long a toast stays, in milliseconds. */
const lifetime = 8_000;

let next = 1;

/** The visible toasts, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

/** Shows a toast. */
export function showToast(text: string): void {
  const toast = { id: next++, text };
  toasts.value = [...toasts.value, toast];
  setTimeout(() => dismiss(toast.id), lifetime);
}

/** Removes a toast. */
export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
