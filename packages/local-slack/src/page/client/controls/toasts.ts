import { signal } from '@preact/signals';

/** A remark that goes away by itself. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** How long a remark stays, in milliseconds. */
const lifetime = 8_000;

let next = 1;

/** The remarks on the screen, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

/** Shows a remark. */
export function showToast(text: string): void {
  const toast = { id: next++, text };
  toasts.value = [...toasts.value, toast];
  setTimeout(() => dismiss(toast.id), lifetime);
}

/** Takes a remark away. */
export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
