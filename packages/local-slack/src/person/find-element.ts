import { asObject, asObjects, asText, at, type JsonObject } from '@gavel/local-server/json.ts';
import { elementsByBlock, type PlacedElement } from '../block-kit/element-places.ts';
import { findInput } from '../block-kit/form/form.ts';

/** An element that a person can use, and its block. */
export interface FoundElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
}

/** Finds the `nth` button with a text, counted from 1. Throws if there is none; the message lists all buttons. */
export function findButton(blocks: readonly JsonObject[], text: string, nth: number): FoundElement {
  const buttons = placed(blocks).filter(({ element }) => element.type === 'button');
  return pick(buttons, (button) => textOf(button.element.text), text, nth, 'button');
}

/** Finds a choice in a menu by its text. Throws if there is none; the message lists all choices. */
export function findChoice(
  blocks: readonly JsonObject[],
  text: string,
  nth: number,
): FoundElement & { readonly option: JsonObject } {
  const choices = placed(blocks).flatMap(({ block, element }) =>
    optionsOf(element).map((option) => ({ block, element, option })),
  );
  return pick(choices, (choice) => textOf(choice.option.text), text, nth, 'choice');
}

/** Finds a field of a view or message: an input by its label, or else an element by the text next to it or in it. */
export function findField(view: { readonly blocks: readonly JsonObject[] }, label: string): FoundElement | undefined {
  const input = findInput(view, label);
  const block = view.blocks.find((each) => each.block_id === input?.block_id);
  if (input === undefined || block === undefined) return findByNearbyText(view.blocks, label);
  return { block, element: input.element };
}

/** Finds an element outside input blocks by the text next to it or in it, or by its action id. */
function findByNearbyText(blocks: readonly JsonObject[], label: string): FoundElement | undefined {
  return placed(blocks)
    .filter(({ block, element }) => block.type !== 'input' && element.type !== 'button')
    .find(({ block, element }) => [textOf(block.text), textOf(element.placeholder), element.action_id].includes(label));
}

function placed(blocks: readonly JsonObject[]): readonly PlacedElement[] {
  return elementsByBlock(blocks).flat();
}

function optionsOf(element: JsonObject): JsonObject[] {
  return [
    ...asObjects(element.options),
    ...asObjects(element.option_groups).flatMap((group) => asObjects(group.options)),
  ];
}

function textOf(text: unknown): string {
  return asText(at(asObject(text), 'text')) ?? '';
}

function pick<T>(
  candidates: readonly T[],
  name: (candidate: T) => string,
  wanted: string,
  nth: number,
  kind: string,
): T {
  const found = candidates.filter((candidate) => name(candidate) === wanted)[nth - 1];
  if (found === undefined) {
    const names = candidates.map((candidate) => `"${name(candidate)}"`).join(', ');
    throw new Error(
      `There is no ${kind} "${wanted}"${nth > 1 ? ` number ${nth}` : ''} here. Found: ${names || 'none'}.`,
    );
  }
  return found;
}
