import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { pointTo } from './problem.ts';

/** A block, and its JSON pointer. */
export interface PlacedBlock {
  readonly block: JsonObject;
  readonly pointer: string;
}

/** An element, its block, and its JSON pointer. */
export interface PlacedElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly pointer: string;
}

/** The property of each kind of block that contains interactive elements. */
const PLACES: ReadonlyMap<unknown, string> = new Map([
  ['actions', 'elements'],
  ['card', 'actions'],
  ['context_actions', 'elements'],
  ['input', 'element'],
  ['section', 'accessory'],
]);

/** All blocks in the order in which people see them, the blocks in a container after it. */
export function blocksIn(blocks: readonly unknown[], pointer = '/blocks'): readonly PlacedBlock[] {
  return blocks.flatMap((block, index) => {
    if (!isObject(block)) return [];
    const at = pointTo(pointer, index);
    const children = block.type === 'container' ? blocksIn(asList(block.child_blocks), `${at}/child_blocks`) : [];
    return [{ block, pointer: at }, ...children];
  });
}

/** The elements of each block, in the order in which people see them. */
export function elementsByBlock(blocks: readonly unknown[]): readonly (readonly PlacedElement[])[] {
  return blocksIn(blocks).map(({ block, pointer }) => {
    const place = PLACES.get(block.type);
    if (place === undefined) return [];
    const held = block[place];
    const at = pointTo(pointer, place);
    const candidates = Array.isArray(held)
      ? held.map((element: unknown, position) => ({ element, pointer: pointTo(at, position) }))
      : [{ element: held, pointer: at }];
    return candidates.flatMap(({ element, pointer: where }) =>
      isObject(element) ? [{ block, element, pointer: where }] : [],
    );
  });
}
