import { isDeepStrictEqual } from 'node:util';
import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { failedConstraint, type Problem, pointTo } from '../problem.ts';
import type { Rule } from './shape.ts';

/** Requires exactly one of two properties. A menu has either options or groups, for example. */
export function exactlyOne(first: string, second: string): Rule {
  return (object, pointer) => {
    const given = [first, second].filter((field) => object[field] !== undefined);
    if (given.length === 1) return [];
    const message =
      given.length === 0
        ? `must define either \`${first}\` or \`${second}\``
        : `must define only one of \`${first}\` and \`${second}\``;
    return [failedConstraint(pointer, message, 'exactly_one', [first, second], given)];
  };
}

/** Requires at least one of several properties. */
export function atLeastOne(...fields: readonly string[]): Rule {
  return (object, pointer) => {
    if (fields.some((field) => object[field] !== undefined)) return [];
    const message = `must define either ${fields.map((field) => `\`${field}\``).join(' or ')}`;
    return [failedConstraint(pointer, message, 'at_least_one', fields, [])];
  };
}

/** Requires a section to have text or fields. Slack points to its `type` if it has neither. */
export const textOrFields: Rule = (section, pointer) => atLeastOne('text', 'fields')(section, pointTo(pointer, 'type'));

/** All options of a menu, including those in groups, in the order in which people see them. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  const groups = asList(element.option_groups).filter(isObject);
  return [...asList(element.options), ...groups.flatMap((group) => asList(group.options))].filter(isObject);
}

/** `initial_option` and each of `initial_options` must be equal to an option (Slack: select menus). */
export const initialOptionsExist: Rule = (element, pointer) => {
  const options = optionsOf(element);
  const initial = [
    ...(element.initial_option === undefined ? [] : [{ option: element.initial_option, at: ['initial_option'] }]),
    ...asList(element.initial_options).map((option, index) => ({ option, at: ['initial_options', index] })),
  ];
  return initial
    .filter(({ option }) => !options.some((candidate) => isDeepStrictEqual(candidate, option)))
    .map(({ option, at }) => {
      const values = options.map((candidate) => candidate.value);
      const got = isObject(option) ? option.value : option;
      return failedConstraint(at.reduce<string>(pointTo, pointer), 'must be one of the options', 'enum', values, got);
    });
};

/** The options of a menu must have different values (Slack: option object, "unique"). */
export const optionValuesDiffer: Rule = (element, pointer) => {
  const values = optionsOf(element)
    .map((option) => option.value)
    .filter((value) => typeof value === 'string');
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map((value) =>
    failedConstraint(pointer, `option value "${value}" already exists`, 'unique', 'a value used once', value),
  );
};

/** The initial selection in `field` must not exceed `max_selected_items`. */
export function initialWithinMaximum(field: string): Rule {
  return (element, pointer) => {
    const { max_selected_items: max } = element;
    const count = asList(element[field]).length;
    if (typeof max !== 'number' || count <= max) return [];
    const message = `no more than ${max} items allowed`;
    return [failedConstraint(pointTo(pointer, field), message, 'max_items', max, count)];
  };
}

/** `min_length` and `max_length` must be in order, and the initial text must fit (Slack: plain-text input). */
export const initialLengthFits: Rule = (element, pointer) => {
  const { min_length: min, max_length: max, initial_value: initial } = element;
  return [
    ...inOrder(min, max, pointTo(pointer, 'min_length'), '`min_length` must not be greater than `max_length`'),
    ...(typeof initial === 'string'
      ? inRange(initial.length, min, max, pointTo(pointer, 'initial_value'), 'characters')
      : []),
  ];
};

/**
 * Bounds must be in order, the initial number must fit, and decimals need `is_decimal_allowed` (Slack: number input).
 */
export const initialNumberFits: Rule = (element, pointer) => {
  const [min, max, initial] = [element.min_value, element.max_value, element.initial_value].map(asNumber);
  const fractions = ['min_value', 'max_value', 'initial_value'].filter(
    (field) => element.is_decimal_allowed === false && String(element[field] ?? '').includes('.'),
  );
  return [
    ...inOrder(min, max, pointTo(pointer, 'min_value'), '`min_value` must not be greater than `max_value`'),
    ...(initial === undefined ? [] : inRange(initial, min, max, pointTo(pointer, 'initial_value'), 'as a value')),
    ...fractions.map((field) => {
      const message = 'must be a whole number unless `is_decimal_allowed`';
      return failedConstraint(pointTo(pointer, field), message, 'format', 'whole number', element[field]);
    }),
  ];
};

/** `min_lines` must not exceed `max_lines` (types: RichTextInput). */
export const linesInOrder: Rule = (element, pointer) =>
  inOrder(
    element.min_lines,
    element.max_lines,
    pointTo(pointer, 'min_lines'),
    '`min_lines` must not be greater than `max_lines`',
  );

/** All rows of a data table have the same number of cells (Slack: data table block). */
export const evenRows: Rule = (table, pointer) => {
  const rows = asList(table.rows).map(asList);
  const columns = rows[0]?.length ?? 0;
  return rows.flatMap((row, index) => {
    if (row.length === columns) return [];
    const message = `must have ${columns} cells, as the first row has`;
    return [failedConstraint(['rows', index].reduce<string>(pointTo, pointer), message, 'length', columns, row.length)];
  });
};

/** The first row of a data table is its header, which can't be rich text (Slack: data table block). */
export const plainHeader: Rule = (table, pointer) =>
  asList(asList(table.rows)[0]).flatMap((cell, index) => {
    if (!isObject(cell) || cell.type !== 'rich_text') return [];
    const at = ['rows', 0, index, 'type'].reduce<string>(pointTo, pointer);
    const kinds = ['raw_text', 'raw_number'];
    return [failedConstraint(at, 'unsupported type in a header: rich_text', 'enum', kinds, 'rich_text')];
  });

/** `row_header_column_index` must be one of the columns of a data table. */
export const headerColumnExists: Rule = (table, pointer) => {
  const { row_header_column_index: column } = table;
  const last = asList(asList(table.rows)[0]).length - 1;
  if (typeof column !== 'number' || column <= last) return [];
  const at = pointTo(pointer, 'row_header_column_index');
  return [failedConstraint(at, 'must be the index of a column', 'maximum', last, column)];
};

/** Only a container that can be collapsed can be collapsed at first (types: ContainerBlock). */
export const collapsibleIfCollapsed: Rule = (container, pointer) => {
  if (container.default_collapsed !== true || container.is_collapsible === true) return [];
  const at = pointTo(pointer, 'default_collapsed');
  return [failedConstraint(at, '`default_collapsed` needs `is_collapsible`', 'required_with', true, undefined)];
};

/** A file input can't send its value before it is submitted (Slack: input block). */
export const fileWaitsForSubmit: Rule = (input, pointer) => {
  const { dispatch_action: dispatches, element } = input;
  if (dispatches !== true || !isObject(element) || element.type !== 'file_input') return [];
  const at = ['element', 'type'].reduce<string>(pointTo, pointer);
  return [failedConstraint(at, 'unsupported type with `dispatch_action`: file_input', 'enum', [], 'file_input')];
};

function asNumber(value: unknown): number | undefined {
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : undefined;
}

function inOrder(low: unknown, high: unknown, pointer: string, message: string): readonly Problem[] {
  if (typeof low !== 'number' || typeof high !== 'number' || low <= high) return [];
  return [failedConstraint(pointer, message, 'maximum', high, low)];
}

function inRange(value: number, min: unknown, max: unknown, pointer: string, unit: string): readonly Problem[] {
  if (typeof min === 'number' && value < min) {
    return [failedConstraint(pointer, `must have at least ${min} ${unit}`, 'minimum', min, value)];
  }
  if (typeof max === 'number' && value > max) {
    return [failedConstraint(pointer, `must have at most ${max} ${unit}`, 'maximum', max, value)];
  }
  return [];
}
