import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.ts';
import { dismiss, toasts } from './toasts.ts';

/** The visible toasts. The browser's top layer keeps them above an open modal. */
export function ToastList(): VNode {
  const list = useRef<HTMLDivElement>(null);
  const shown = toasts.value;
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    // Show the popover again each time, so that it is above a modal that was opened in the meantime.
    if (element.matches(':popover-open')) element.hidePopover();
    if (shown.length > 0) element.showPopover();
  }, [shown]);
  return html`<div class="toasts" role="status" aria-live="polite" popover="manual" ref=${list}>${shown.map(
    ({ id, text }) =>
      html`<p key=${id} class="toast"><span>${text}</span><button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => dismiss(id)}><${Icon} name="close" /></button></p>`,
  )}</div>`;
}
