import { asObject, isObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Text } from '../text/text.ts';
import type { BlockProps } from './block-props.ts';
import { Element } from './element.ts';
import { fieldKey, problemOf } from './surface.ts';

/** A field with its label, its hint and its error. */
export function InputBlock({ surface, block }: BlockProps): VNode {
  const element = asObject(block.element);
  const props = { surface, block, element };
  const key = fieldKey(props);
  const labelId = `${key}-label`;
  const problem = problemOf(props);
  // A group of checkboxes or radio buttons has no single field that a click on the label could focus.
  const focus = (): void => document.getElementById(key)?.focus();
  return html`<div class=${`block-input ${problem === undefined ? '' : 'has-problem'}`}>
    <label id=${labelId} for=${key} onClick=${focus}><${Text} of=${block.label} />${block.optional === true && html` <span class="optional">(optional)</span>`}</label>
    <${Element} ...${props} labelId=${labelId} />
    <div id=${`${key}-notes`}>
      ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
      ${isObject(block.hint) && html`<p class="hint"><${Text} of=${block.hint} /></p>`}
    </div>
  </div>`;
}
