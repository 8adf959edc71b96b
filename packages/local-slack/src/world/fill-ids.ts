import { randomBytes } from 'node:crypto';
import { asObjects, copyOf, isObject, type JsonObject } from '@gavel/local-server/json.ts';

/** The types of elements that people act on, which therefore have an action id. */
const acting = /^(button|overflow|checkboxes|radio_buttons|.*picker|.*_input|.*_select)$/;

/** Copies blocks and adds the ids that are missing, as Slack does. */
export function fillIds(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => {
    const filled: JsonObject = { ...copyOf(block), block_id: block.block_id ?? randomId() };
    if (isObject(filled.element)) filled.element = withActionId(filled.element);
    if (isObject(filled.accessory)) filled.accessory = withActionId(filled.accessory);
    if (Array.isArray(filled.elements)) filled.elements = asObjects(filled.elements).map(withActionId);
    return filled;
  });
}

function withActionId(element: JsonObject): JsonObject {
  if (typeof element.type !== 'string' || !acting.test(element.type)) return element;
  return { ...element, action_id: element.action_id ?? randomId() };
}

function randomId(): string {
  return randomBytes(4).toString('base64url');
}
