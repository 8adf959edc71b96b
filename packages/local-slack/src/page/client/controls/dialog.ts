import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.ts';

/** A modal dialog. The browser keeps the focus inside it, and restores it afterwards. */
export function Dialog(props: {
  title: string;
  class?: string;
  onClose: () => void;
  /** Goes back to the dialog below. */
  onBack?: (() => void) | undefined;
  /** What the close button does, if it differs from Escape. */
  onCross?: (() => void) | undefined;
  children?: ComponentChildren;
}): VNode {
  const { title, onClose, onBack, onCross = onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Keep the browser from closing the dialog before its owner does.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  // Escape arrives here if the focused element is gone. The `cancel` event of a file field bubbles up to here too.
  const onCancel = (event: Event): void => {
    event.preventDefault();
    if (event.target === event.currentTarget) onClose();
  };
  return html`<dialog class=${`dialog ${props.class ?? ''}`} aria-labelledby=${titleId} ref=${dialog} onKeyDown=${onKeyDown} onCancel=${onCancel}>
    <header>
      ${onBack && html`<button type="button" class="icon-button" aria-label="Back" onClick=${onBack}><${Icon} name="back" /></button>`}
      <h2 id=${titleId}>${title}</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick=${onCross}><${Icon} name="close" /></button>
    </header>
    ${children}
  </dialog>`;
}
