import { isObject } from '@gavel/local-server/json.ts';
import { failedConstraint, missingField, type Problem, pointTo, unknownField } from './problem.ts';
import { FORMATS } from './schema/format.ts';
import type { Limit } from './schema/limits.ts';
import type { FormatName, Kinds, ObjectShape, Shape } from './schema/shape.ts';

/** Checks a JSON value against a shape. Returns all problems, outermost first. */
export function checkShape(shape: Shape, value: unknown, pointer: string): readonly Problem[] {
  switch (shape.is) {
    case 'text':
      return typeof value === 'string'
        ? checkText(value, shape.length, shape.format, pointer)
        : [wrongType(pointer, 'a string', value)];
    case 'word':
      if (typeof value !== 'string') return [wrongType(pointer, 'a string', value)];
      return shape.among.includes(value)
        ? []
        : [failedConstraint(pointer, `must be one of: ${shape.among.join(', ')}`, 'enum', shape.among, value)];
    case 'number':
      return typeof value === 'number' && (Number.isInteger(value) || !shape.whole)
        ? checkRange(value, shape.range, pointer)
        : [wrongType(pointer, shape.whole ? 'an integer' : 'a number', value)];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(pointer, 'a boolean', value)];
    case 'any':
      return [];
    case 'list':
      if (!Array.isArray(value)) return [wrongType(pointer, 'an array', value)];
      return [
        ...checkCount(value.length, shape.count, pointer),
        ...value.flatMap((item, index) => checkShape(shape.of, item, pointTo(pointer, index))),
      ];
    case 'object':
      return checkObject(shape, value, pointer);
    case 'kinds':
      return checkKinds(shape.kinds, value, pointer);
  }
}

function checkObject(shape: ObjectShape, value: unknown, pointer: string): readonly Problem[] {
  if (!isObject(value)) return [wrongType(pointer, 'an object', value)];
  const present = Object.entries(value).filter(([, child]) => child !== undefined);
  const missing = shape.required.filter((field) => value[field] === undefined);
  return [
    ...missing.map((field) => missingField(pointer, field)),
    ...present.flatMap(([field, child]) => {
      const expected = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
      return expected === undefined
        ? [unknownField(pointer, field)]
        : checkShape(expected, child, pointTo(pointer, field));
    }),
    ...shape.rules.flatMap((rule) => rule(value, pointer)),
  ];
}

function checkKinds(kinds: Kinds, value: unknown, pointer: string): readonly Problem[] {
  if (!isObject(value)) return [wrongType(pointer, 'an object', value)];
  const { type, ...rest } = value;
  if (type === undefined) return [missingField(pointer, 'type')];
  const shape = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (shape !== undefined) return checkObject(shape, rest, pointer);
  const message = typeof type === 'string' ? `unsupported type: ${type}` : 'must provide a string';
  return [failedConstraint(pointTo(pointer, 'type'), message, 'enum', Object.keys(kinds), type)];
}

function checkText(value: string, length: Limit, format: FormatName | undefined, pointer: string): readonly Problem[] {
  const { min, max } = length;
  if (min !== undefined && value.length < min) {
    const message = `must be more than ${min - 1} characters`;
    return [failedConstraint(pointer, message, 'min_length', min, value.length)];
  }
  if (max !== undefined && value.length > max) {
    const message = `must be less than ${max + 1} characters`;
    return [failedConstraint(pointer, message, 'max_length', max, value.length)];
  }
  if (format === undefined || FORMATS[format].matches(value)) return [];
  return [failedConstraint(pointer, `must be ${FORMATS[format].expected}`, 'format', format, value)];
}

function checkRange(value: number, { min, max }: Limit, pointer: string): readonly Problem[] {
  if (min !== undefined && value < min) {
    return [failedConstraint(pointer, `must be ${min} or more`, 'minimum', min, value)];
  }
  if (max !== undefined && value > max) {
    return [failedConstraint(pointer, `must be ${max} or less`, 'maximum', max, value)];
  }
  return [];
}

function checkCount(count: number, { min, max }: Limit, pointer: string): readonly Problem[] {
  if (min !== undefined && count < min) {
    return [failedConstraint(pointer, `no fewer than ${min} items allowed`, 'min_items', min, count)];
  }
  if (max !== undefined && count > max) {
    return [failedConstraint(pointer, `no more than ${max} items allowed`, 'max_items', max, count)];
  }
  return [];
}

function wrongType(pointer: string, expected: string, value: unknown): Problem {
  const got = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return failedConstraint(pointer, `must provide ${expected}`, 'type', expected, got);
}
