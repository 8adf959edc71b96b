import { asObject, asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { attempt } from '../act.ts';
import { useConfirmed } from '../controls/confirm.ts';
import { Text } from '../text/text.ts';
import { type ElementProps, fieldKey, useElement } from './surface.ts';

/** A button. It looks busy until the app has responded. */
export function Button(props: ElementProps): VNode {
  const { element } = props;
  const [press, isBusy] = usePress(props);
  const style = element.style === 'primary' || element.style === 'danger' ? element.style : '';
  const url = asText(element.url);
  const common = {
    id: fieldKey(props),
    class: `button ${style} ${isBusy ? 'busy' : ''}`,
    'aria-label': asText(element.accessibility_label),
    'aria-busy': isBusy ? 'true' : undefined,
  };
  if (url !== undefined && /^https?:/i.test(url)) {
    return html`<a ...${common} href=${url} target="_blank" rel="noopener noreferrer" onClick=${() => press()}><${Text} of=${element.text} /></a>`;
  }
  return html`<button type="button" ...${common} onClick=${() => press()}><${Text} of=${element.text} /></button>`;
}

/** The buttons below a response for giving feedback. */
export function FeedbackButtons(props: ElementProps): VNode {
  const [press] = usePress(props);
  const buttons = [props.element.positive_button, props.element.negative_button].map(asObject);
  return html`<span class="feedback">${buttons.map(
    (
      each,
    ) => html`<button type="button" class="button" aria-label=${asText(each.accessibility_label)} onClick=${() => press(each.value)}>
      <${Text} of=${each.text} /></button>`,
  )}</span>`;
}

/** A button with an icon. It shows the text, because the page doesn't have Slack's icons. */
export function IconButton(props: ElementProps): VNode {
  const [press] = usePress(props);
  return html`<button type="button" class="button" onClick=${() => press()}><${Text} of=${props.element.text} /></button>`;
}

/** Presses an element, one press at a time, after its confirm dialog. `isBusy` says whether a press is in progress. */
export function usePress(props: ElementProps): [press: (value?: unknown) => void, isBusy: boolean] {
  const [isBusy, setBusy] = useState(false);
  const confirmed = useConfirmed(props.element);
  const press = (value?: unknown): void => {
    if (isBusy) return;
    confirmed(() => {
      setBusy(true);
      void attempt(async () => {
        await props.surface.outbox.settled();
        await useElement(props, value, true);
      }).finally(() => setBusy(false));
    });
  };
  return [press, isBusy];
}
