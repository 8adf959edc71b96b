import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { blocksIn, elementsByBlock, type PlacedBlock } from './element-places.ts';
import { failedConstraint, type Problem, pointTo } from './problem.ts';
import type { Surface } from './schema/blocks.ts';
import { LIMITS } from './schema/limits.ts';

/** A rule about all blocks of a payload together. */
export type PayloadRule = (blocks: readonly unknown[], surface: Surface) => readonly Problem[];

/** The rules that no single block can break: unique ids, elements that are allowed once, totals (Slack: blocks). */
export const PAYLOAD_RULES: readonly PayloadRule[] = [
  uniqueBlockIds,
  uniqueActionIds,
  oneFocus,
  oneTable,
  tableTotal,
  cellTotal,
  markdownTotal,
  messageTotal,
  modalOnlyElements,
];

function uniqueBlockIds(blocks: readonly unknown[]): readonly Problem[] {
  const ids = blocksIn(blocks).map(({ block, pointer }) => ({
    id: block.block_id,
    pointer: pointTo(pointer, 'block_id'),
  }));
  return repeated(ids, 'block_id');
}

function uniqueActionIds(blocks: readonly unknown[]): readonly Problem[] {
  return elementsByBlock(blocks).flatMap((placed) => {
    const ids = placed.map(({ element, pointer }) => ({
      id: element.action_id,
      pointer: pointTo(pointer, 'action_id'),
    }));
    return repeated(ids, 'action_id');
  });
}

/** The problems for repeated ids. Slack points to the second use of an id and all later ones. */
function repeated(ids: readonly { readonly id: unknown; readonly pointer: string }[], field: string) {
  const seen = new Set<unknown>();
  return ids.flatMap(({ id, pointer }) => {
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [failedConstraint(pointer, `\`${field}\` "${id}" already exists`, 'unique', 'an id used once', id)];
  });
}

function oneFocus(blocks: readonly unknown[]): readonly Problem[] {
  const focused = elementsByBlock(blocks)
    .flat()
    .filter(({ element }) => element.focus_on_load === true);
  return focused.slice(LIMITS.focusedElements.max).map(({ pointer }) => {
    const message = '`focus_on_load` can only be set for one element';
    return failedConstraint(pointTo(pointer, 'focus_on_load'), message, 'max_items', 1, focused.length);
  });
}

function oneTable(blocks: readonly unknown[]): readonly Problem[] {
  const tables = ofType(blocks, 'table');
  return tables.slice(LIMITS.tablesInMessage.max).map(({ pointer }) => {
    const message = 'only one table is allowed in a message';
    return failedConstraint(pointer, message, 'max_items', 1, tables.length);
  });
}

/** The characters in the cells of each table. */
function tableTotal(blocks: readonly unknown[]): readonly Problem[] {
  const most: Readonly<Record<string, number>> = {
    table: LIMITS.tableCharacters.max,
    data_table: LIMITS.cellCharacters.max,
  };
  return ofType(blocks, 'table', 'data_table').flatMap(({ block, pointer }) => {
    const max = most[String(block.type)] ?? 0;
    const total = charactersIn(block.rows, ['text']);
    if (total <= max) return [];
    const message = `must be less than ${max + 1} characters`;
    return [failedConstraint(pointTo(pointer, 'rows'), message, 'max_length', max, total)];
  });
}

/** The characters in the cells of all tables together. */
function cellTotal(blocks: readonly unknown[]): readonly Problem[] {
  const { max } = LIMITS.cellCharacters;
  const tables = ofType(blocks, 'table', 'data_table');
  const total = tables.reduce((sum, { block }) => sum + charactersIn(block.rows, ['text']), 0);
  // A single table that is too long is reported already.
  if (total <= max || tables.length === 1) return [];
  const message = `all tables together must be less than ${max + 1} characters`;
  return [failedConstraint('/blocks', message, 'max_length', max, total)];
}

function markdownTotal(blocks: readonly unknown[]): readonly Problem[] {
  const { max } = LIMITS.markdownBlocks;
  const texts = ofType(blocks, 'markdown').map(({ block }) => (typeof block.text === 'string' ? block.text.length : 0));
  const total = texts.reduce((sum, length) => sum + length, 0);
  // A single block that is too long already violates its own shape.
  if (total <= max || texts.length === 1) return [];
  const message = `all markdown blocks together must be less than ${max + 1} characters`;
  return [failedConstraint('/blocks', message, 'max_length', max, total)];
}

/**
 * Counts all strings, including ids and types. Slack's own count is unknown, but includes containers (bolt-js#2509).
 */
function messageTotal(blocks: readonly unknown[], surface: Surface): readonly Problem[] {
  const { max } = LIMITS.messageCharacters;
  const got = charactersIn(blocks);
  if (surface !== 'message' || got <= max) return [];
  return [
    {
      pointer: '/blocks',
      code: 'msg_blocks_too_long',
      message: `all blocks together must be less than ${max + 1} characters`,
      constraint: { type: 'max_length', expected: max, got },
    },
  ];
}

/** File inputs and `response_url_enabled` only work in modals (Slack: file input, select menus). */
function modalOnlyElements(blocks: readonly unknown[], surface: Surface): readonly Problem[] {
  if (surface === 'modal') return [];
  return elementsByBlock(blocks)
    .flat()
    .flatMap(({ element, pointer }) => [
      ...(element.type === 'file_input'
        ? [failedConstraint(pointTo(pointer, 'type'), 'unsupported type: file_input', 'surface', 'modal', surface)]
        : []),
      ...(element.response_url_enabled === true
        ? [
            failedConstraint(
              pointTo(pointer, 'response_url_enabled'),
              '`response_url_enabled` works in modals only',
              'surface',
              'modal',
              surface,
            ),
          ]
        : []),
    ]);
}

/** A modal with inputs needs a submit button. Slack points below the first input block. */
export function submitForInputs(view: JsonObject): readonly Problem[] {
  const [first] = ofType(asList(view.blocks), 'input');
  if (view.type !== 'modal' || view.submit !== undefined || first === undefined) return [];
  const pointer = pointTo(first.pointer, 'input');
  const message = 'must define `submit` to use an `input` block in modals';
  return [failedConstraint(pointer, message, 'required_with', 'submit', undefined)];
}

function ofType(blocks: readonly unknown[], ...types: readonly string[]): readonly PlacedBlock[] {
  return blocksIn(blocks).filter(({ block }) => types.includes(String(block.type)));
}

/** The total length of all strings in a JSON value, or only of the strings in the named properties. */
function charactersIn(value: unknown, fields?: readonly string[]): number {
  if (typeof value === 'string') return fields === undefined ? value.length : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + charactersIn(item, fields), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [name, child]) => {
    const counts = typeof child === 'string' && fields?.includes(name);
    return sum + (counts ? child.length : charactersIn(child, fields));
  }, 0);
}
