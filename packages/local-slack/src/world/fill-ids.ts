import { randomBytes } from 'node:crypto';
import { asObjects, copyOf, isObject, type JsonObject } from '@gavel/local-server/json.ts';

/** The types of elements that people act on, which therefore have an action id. */
const acting = /^(button|overflow|checkboxes|radio_buttons|.*picker|.*_input|.*_select)$/;

/** Copies blocks and adds the ids that are missing, as Slack does. */
export function fillIds(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => {
    const filled: JsonObject = { ...copyOf(block), block_id: block.block_id ?? randomId() };
    for (const place of ['element', 'accessory']) {
      const element = filled[place];
      if (isObject(element)) filled[place] = withActionId(element);
    }
    for (const place of ['elements', 'actions']) {
      const elements = filled[place];
      if (Array.isArray(elements)) filled[place] = asObjects(elements).map(withActionId);
    }
    if (Array.isArray(filled.child_blocks)) filled.child_blocks = fillIds(asObjects(filled.child_blocks));
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
