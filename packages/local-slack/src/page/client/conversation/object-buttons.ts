import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

/** The buttons of a Work Object. `onPress` gets the text of the pressed one; one press at a time. */
export function ObjectButtons({
  buttons,
  onPress,
}: {
  buttons: readonly JsonObject[];
  onPress: (text: string) => Promise<unknown>;
}): VNode | null {
  const [isBusy, setBusy] = useState(false);
  if (buttons.length === 0) return null;
  const press = (button: JsonObject): void => {
    if (isBusy) return;
    setBusy(true);
    void onPress(String(button.text)).finally(() => setBusy(false));
  };
  return html`<div class="object-buttons">${buttons.map((button) => {
    const style = button.style === 'primary' || button.style === 'danger' ? button.style : '';
    const common = { class: `button ${style}`, 'aria-label': asText(button.accessibility_label) };
    const url = asText(button.url);
    if (url !== undefined && /^https?:/i.test(url)) {
      return html`<a key=${String(button.action_id)} ...${common} href=${url} target="_blank" rel="noopener noreferrer" onClick=${() => press(button)}>${button.text}</a>`;
    }
    return html`<button key=${String(button.action_id)} type="button" ...${common} onClick=${() => press(button)}>${button.text}</button>`;
  })}</div>`;
}
