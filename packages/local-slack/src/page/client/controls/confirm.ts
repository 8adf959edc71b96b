import { asText, at, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Text } from '../text/text.ts';
import { Dialog } from './dialog.ts';

interface Question {
  readonly confirm: JsonObject;
  readonly go: () => void;
}

const question = signal<Question | undefined>(undefined);

/**
 * Runs something immediately, or after the person agrees to the element's confirm dialog (Slack: confirmation dialog).
 */
export function useConfirmed(element: JsonObject): (run: () => void) => void {
  return (run) => {
    if (isObject(element.confirm)) question.value = { confirm: element.confirm, go: run };
    else run();
  };
}

/** The open confirm dialog, if there is one. */
export function ConfirmDialog(): VNode | null {
  const asked = question.value;
  if (asked === undefined) return null;
  const { confirm, go } = asked;
  const close = (): void => {
    question.value = undefined;
  };
  const agree = (): void => {
    close();
    go();
  };
  const style = confirm.style === 'danger' ? 'button danger' : 'button primary';
  return html`<${Dialog} class="confirm" title=${asText(at(confirm.title, 'text')) ?? ''} onClose=${close}>
    <div class="dialog-body"><${Text} of=${confirm.text} /></div>
    <footer>
      <button type="button" class="button" onClick=${close}>${asText(at(confirm.deny, 'text'))}</button>
      <button type="button" class=${style} onClick=${agree}>${asText(at(confirm.confirm, 'text'))}</button>
    </footer>
  <//>`;
}
