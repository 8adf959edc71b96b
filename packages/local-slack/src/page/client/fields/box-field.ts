import { asObject, asObjects, asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { dispatchesAtOnce, type ElementProps, fieldKey, heldValue, problemOf } from '../blocks/surface.ts';
import { useConfirmed } from '../controls/confirm.ts';
import { Text } from '../text/text.ts';
import { useField } from './use-field.ts';

/** Radio buttons or checkboxes. */
export function BoxField(props: ElementProps): VNode {
  const { element, labelId } = props;
  const isOne = element.type === 'radio_buttons';
  const key = fieldKey(props);
  const held = heldValue(props) ?? {
    selected_options: element.initial_options,
    selected_option: element.initial_option,
  };
  const chosenNow = isOne ? [held.selected_option] : asObjects(held.selected_options);
  const [chosen, change] = useField<readonly string[]>(
    props,
    chosenNow.flatMap((option) => asText(asObject(option).value) ?? []),
  );
  const confirmed = useConfirmed(element);
  const toggle = (value: string): void => {
    const others = chosen.filter((each) => each !== value);
    const next = isOne ? [value] : others.length < chosen.length ? others : [...chosen, value];
    confirmed(() => change(next, { dispatches: dispatchesAtOnce(props), sent: isOne ? value : next }));
  };
  return html`<div class="boxes" role=${isOne ? 'radiogroup' : 'group'} aria-labelledby=${labelId} aria-describedby=${`${key}-notes`}
      aria-invalid=${isOne && problemOf(props) !== undefined ? 'true' : undefined}>
    ${asObjects(element.options).map((option) => {
      const value = asText(option.value) ?? '';
      return html`<label key=${value}>
        <input type=${isOne ? 'radio' : 'checkbox'} name=${key} checked=${chosen.includes(value)} onChange=${() => toggle(value)} />
        <span><${Text} of=${option.text} />${option.description !== undefined && html`<small><${Text} of=${option.description} /></small>`}</span>
      </label>`;
    })}
  </div>`;
}
