import { isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { pointTo } from './problem.ts';

/** An element, its block, and its JSON pointer. */
export interface PlacedElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly pointer: string;
}

/** The property of each kind of block that contains interactive elements. */
const PLACES: ReadonlyMap<unknown, string> = new Map([
  ['actions', 'elements'],
  ['context_actions', 'elements'],
  ['input', 'element'],
  ['section', 'accessory'],
]);

/** The elements of each block, in the order in which people see them. A value that is not a block has none. */
export function elementsByBlock(blocks: readonly unknown[]): readonly (readonly PlacedElement[])[] {
  return blocks.map((block, index) => {
    const place = isObject(block) ? PLACES.get(block.type) : undefined;
    if (!isObject(block) || place === undefined) return [];
    const held = block[place];
    const at = pointTo(pointTo('/blocks', index), place);
    const candidates = Array.isArray(held)
      ? held.map((element: unknown, position) => ({ element, pointer: pointTo(at, position) }))
      : [{ element: held, pointer: at }];
    return candidates.flatMap(({ element, pointer }) => (isObject(element) ? [{ block, element, pointer }] : []));
  });
}
