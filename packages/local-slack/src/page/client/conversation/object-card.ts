import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenObject } from '../../../person/seen-object.ts';
import { ObjectButtons } from './object-buttons.ts';
import { ObjectFields } from './object-fields.ts';

/** A Work Object in a message: what it is, its title, which opens it, and its fields. */
export function ObjectCard(props: {
  object: SeenObject;
  onOpen: () => void;
  onPress: (text: string) => Promise<unknown>;
}): VNode {
  const { object, onOpen, onPress } = props;
  return html`<section class="object-card" aria-label=${`Work Object ${object.title}`}>
    <p class="object-kind">${kindOf(object)}</p>
    <button type="button" class="object-title" onClick=${onOpen}>${object.title}</button>
    <${ObjectFields} fields=${object.fields} />
    <${ObjectButtons} buttons=${object.buttons} onPress=${onPress} />
  </section>`;
}

/** What a Work Object is, and in which product. */
export function kindOf({ displayId, displayType, product }: SeenObject): string {
  return [displayId, displayType, product].filter((part) => part !== undefined && part !== '').join(' · ');
}
