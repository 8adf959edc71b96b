import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Problem } from '../problem.ts';
import type { Limit } from './limits.ts';

/** The formats that a string may have to match. `FORMATS` in format.ts has their definitions. */
export type FormatName =
  | 'date'
  | 'time'
  | 'web address'
  | 'secure address'
  | 'link'
  | 'number'
  | 'hex color'
  | 'file extension';

/** A rule about several properties of an object, such as "either text or fields". */
export type Rule = (object: JsonObject, pointer: string) => readonly Problem[];

/** An object with known properties. As in Slack, any other property is refused. */
export interface ObjectShape {
  readonly is: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly rules: readonly Rule[];
}

/** The shape of a JSON value. Block Kit is described with these shapes, and `checkShape` checks them. */
export type Shape =
  | { readonly is: 'text'; readonly length: Limit; readonly format?: FormatName }
  | { readonly is: 'word'; readonly among: readonly string[] }
  | { readonly is: 'number'; readonly range: Limit; readonly whole: boolean }
  | { readonly is: 'boolean' }
  | { readonly is: 'any' }
  | { readonly is: 'list'; readonly of: Shape; readonly count: Limit }
  | ObjectShape
  | { readonly is: 'kinds'; readonly kinds: Kinds };

/** Objects that differ by their `type`. */
export type Kinds = Readonly<Record<string, ObjectShape>>;

/** A string of bounded length, in UTF-16 units (never fewer than Slack counts), possibly in a format. */
export function text(length: Limit, format?: FormatName): Shape {
  return format === undefined ? { is: 'text', length } : { is: 'text', length, format };
}

/** One of several strings. */
export function word(...among: readonly string[]): Shape {
  return { is: 'word', among };
}

/** A whole number in a range. */
export function wholeNumber(range: Limit): Shape {
  return { is: 'number', range, whole: true };
}

/** A whole or decimal number in a range. */
export function anyNumber(range: Limit): Shape {
  return { is: 'number', range, whole: false };
}

/** `true` or `false`. */
export const boolean: Shape = { is: 'boolean' };

/** Any value, which a rule checks. */
export const anything: Shape = { is: 'any' };

/** A list of bounded size whose items have the same shape. */
export function list(of: Shape, count: Limit): Shape {
  return { is: 'list', of, count };
}

/** An object: its properties, which of them are required, and the rules about them. */
export function object(
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[] = [],
  rules: readonly Rule[] = [],
): ObjectShape {
  return { is: 'object', fields, required, rules };
}

/** One of several objects that differ by their `type`. The fields of each don't include `type`. */
export function oneOf(kinds: Kinds): Shape {
  return { is: 'kinds', kinds };
}

/** Some kinds of a table, by name. Throws for a name that the table lacks. */
export function pick(kinds: Kinds, ...names: readonly string[]): Kinds {
  return Object.fromEntries(
    names.map((name) => {
      const shape = kinds[name];
      if (shape === undefined)
        throw new Error(`There is no kind "${name}". The kinds are ${Object.keys(kinds).join(', ')}.`);
      return [name, shape];
    }),
  );
}
