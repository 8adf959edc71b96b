import { asText, at } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type ElementProps, fieldKey, heldValue, problemOf, typingTriggers } from '../blocks/surface.ts';
import { typingPause, useField } from './use-field.ts';

/** The differences between kinds of text inputs. */
const kinds: Readonly<Record<string, { readonly type: string; readonly mode?: string }>> = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'text', mode: 'email' },
  url_text_input: { type: 'text', mode: 'url' },
  number_input: { type: 'text', mode: 'decimal' },
};

/** A field for one or several lines of plain text. */
export function TextField(props: ElementProps): VNode {
  const { element, labelId } = props;
  const [value, change] = useField(props, asText(heldValue(props)?.value) ?? '');
  const triggers = typingTriggers(props);
  const key = fieldKey(props);
  const problem = problemOf(props);
  const common = {
    id: key,
    value,
    maxlength: typeof element.max_length === 'number' ? element.max_length : undefined,
    placeholder: asText(at(element.placeholder, 'text')),
    autofocus: element.focus_on_load === true,
    'aria-labelledby': labelId,
    'aria-invalid': problem === undefined ? undefined : 'true',
    'aria-describedby': `${key}-notes`,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      change(event.currentTarget.value, { dispatches: triggers.includes('on_character_entered'), pause: typingPause }),
  };
  if (element.multiline === true) return html`<textarea rows="3" ...${common}></textarea>`;
  const kind = kinds[String(element.type)] ?? { type: 'text' };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    if (event.key !== 'Enter' || event.isComposing || !triggers.includes('on_enter_pressed')) return;
    event.preventDefault();
    // What is in the field now: the page may not have been drawn again since the last letter.
    change(event.currentTarget.value, { dispatches: true });
  };
  return html`<input type=${kind.type} inputmode=${kind.mode} autocomplete="off" ...${common} onKeyDown=${onKeyDown} />`;
}
