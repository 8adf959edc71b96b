import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** An item of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly run: () => void;
  readonly isDanger?: boolean;
}

/** A button that opens a menu (ARIA: menu button). Set `isNamed` if the button's own text names it. */
export function Menu(props: {
  label: string;
  isNamed?: boolean;
  class?: string;
  items: readonly MenuItem[];
  children?: ComponentChildren;
}): VNode {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector('[role=menu]')?.scrollIntoView({ block: 'nearest' });
    entries()[0]?.focus({ preventScroll: true });
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (step: number): void => {
    const all = entries();
    const now = all.findIndex((entry) => entry.matches(':focus'));
    all[(now + step + all.length) % all.length]?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => entries()[0]?.focus(),
    End: () => entries().at(-1)?.focus(),
    Escape: close,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') setOpen(false);
    const act = isOpen ? keys[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return html`<span class="menu" ref=${root} onKeyDown=${onKeyDown} onFocusOut=${onFocusOut}>
    <button type="button" class=${props.class ?? 'button'} ref=${button} aria-haspopup="menu" aria-expanded=${String(isOpen)}
      aria-label=${props.isNamed ? undefined : props.label} onClick=${() => setOpen(!isOpen)}>${props.children}</button>
    ${
      isOpen &&
      html`<span role="menu" aria-label=${props.label}>${props.items.map(
        (
          item,
        ) => html`<button key=${item.key} type="button" role="menuitem" tabindex="-1" class=${item.isDanger ? 'danger' : ''}
        onClick=${() => {
          close();
          item.run();
        }}>${item.label}</button>`,
      )}</span>`
    }
  </span>`;
}
