import { asObject, asText, at } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { dispatchesAtOnce, type ElementProps, fieldKey, heldValue, problemOf } from '../blocks/surface.ts';
import { Combobox } from '../controls/combobox.ts';
import { useConfirmed } from '../controls/confirm.ts';
import { choicesOf } from './choices.ts';
import { useField } from './use-field.ts';

/** A menu for selecting one or several options, people, channels or conversations. */
export function SelectField(props: ElementProps): VNode {
  const { element } = props;
  const isMultiple = String(element.type).startsWith('multi_');
  const [chosen, change] = useField<readonly string[]>(props, chosenValues(heldValue(props) ?? initial(props)));
  const confirmed = useConfirmed(element);
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  const onChange = (values: readonly string[]): void => {
    if (values.length > most) return;
    const sent = isMultiple ? values : (values[0] ?? null);
    confirmed(() => change(values, { dispatches: dispatchesAtOnce(props), sent }));
  };
  return html`<${Combobox} id=${fieldKey(props)} choices=${choicesOf(element)} chosen=${chosen} isMultiple=${isMultiple}
    placeholder=${asText(at(element.placeholder, 'text'))} labelId=${props.labelId}
    isInvalid=${problemOf(props) !== undefined} onChange=${onChange} />`;
}

/** The initial selection, for the blocks of attachments, which have no state. */
function initial({ element }: ElementProps) {
  const { initial_option: option, initial_user: user, initial_channel: channel, initial_conversation: other } = element;
  return { selected_option: option ?? user ?? channel ?? other };
}

/** The selected values of a menu, whichever property contains them. */
function chosenValues(held: Readonly<Record<string, unknown>>): string[] {
  const { type: _type, ...slots } = held;
  return Object.values(slots)
    .flat()
    .map((pick) => asText(pick) ?? asText(asObject(pick).value))
    .filter((value) => value !== undefined);
}
