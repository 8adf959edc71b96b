import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { Icon } from '../controls/icon.ts';
import { putLink, tools } from './commands.ts';

/** The toolbar above a text editor. */
export function ToolBar({
  view,
  state,
}: {
  view: () => EditorView | undefined;
  state: EditorState | undefined;
}): VNode {
  const [address, setAddress] = useState<string | undefined>(undefined);
  const run = (command: (typeof tools)[number]['run']): void => {
    const editor = view();
    if (editor === undefined) return;
    command(editor.state, editor.dispatch, editor);
    editor.focus();
  };
  const apply = (): void => {
    const url = address?.trim() ?? '';
    setAddress(undefined);
    if (url !== '') run(putLink(/^[a-z]+:/i.test(url) ? url : `https://${url}`));
    else view()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') apply();
    else setAddress(undefined);
  };
  const keepSelection = (event: PointerEvent): void => event.preventDefault();
  return html`<div class="tool-bar" role="toolbar" aria-label="Formatting" onKeyDown=${moveAlong}>
    ${tools.map(
      (
        tool,
        index,
      ) => html`<button key=${tool.name} type="button" tabindex=${index === 0 ? 0 : -1} aria-label=${tool.name} title=${`${tool.name} (${keyWords(tool.key)})`}
        aria-pressed=${String(state !== undefined && tool.isOn(state))} onPointerDown=${keepSelection} onClick=${() => run(tool.run)}>
        <${Icon} name=${tool.icon} /></button>`,
    )}
    <button type="button" tabindex="-1" aria-label="Link" title="Link" aria-expanded=${String(address !== undefined)}
      onPointerDown=${keepSelection} onClick=${() => setAddress(address === undefined ? '' : undefined)}><${Icon} name="link" /></button>
    ${
      address !== undefined &&
      html`<span class="link-form">
      <input type="text" aria-label="URL of the link" placeholder="https://…" value=${address} autofocus
        ref=${(input: HTMLInputElement | null) => input?.focus()}
        onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => setAddress(event.currentTarget.value)} onKeyDown=${onKeyDown} />
      <button type="button" class="button" onClick=${apply}>Set link</button>
    </span>`
    }
  </div>`;
}

/** Moves between tools with the arrow keys. The toolbar is one stop for the Tab key (ARIA: toolbar). */
function moveAlong(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[event.key];
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button')];
  const now = all.findIndex((tool) => tool.matches(':focus'));
  if (step === undefined || now < 0) return;
  event.preventDefault();
  all[(now + step + all.length) % all.length]?.focus();
}

function keyWords(key: string): string {
  return key.replace('Mod', /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl').replaceAll('-', '+');
}
