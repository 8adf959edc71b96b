import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { personByName } from '../names.ts';

/** How many colors the style sheet has for people. */
const colors = 6;

/** A person's picture: their initial on their own color. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' }): VNode {
  const person = personByName(name);
  const number = Number.parseInt((person?.id ?? '0').slice(-1), 36) % colors;
  const kind = person?.isBot === true ? 'app' : `color-${number}`;
  return html`<span class=${`avatar ${size} ${kind}`} aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`;
}
