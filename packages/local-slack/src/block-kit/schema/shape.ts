import type { JsonObject } from '../json-object.ts';
import type { Problem } from '../problem.ts';
import type { Limit } from './limits.ts';

/** The written forms that a string may have to take; `FORMATS` in format.ts says how each is recognised. */
export type FormatName =
  | 'date'
  | 'time'
  | 'web address'
  | 'secure address'
  | 'link'
  | 'number'
  | 'hex color'
  | 'file extension';

/** A law between several properties of one object, such as "either text or fields". */
export type Rule = (object: JsonObject, pointer: string) => readonly Problem[];

/** An object with known properties; any other property is refused, as Slack does. */
export interface ObjectShape {
  readonly is: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly rules: readonly Rule[];
}

/** What a JSON value has to look like. Block Kit is written down in these seven words and checked by `checkShape`. */
export type Shape =
  | { readonly is: 'text'; readonly length: Limit; readonly format?: FormatName }
  | { readonly is: 'word'; readonly among: readonly string[] }
  | { readonly is: 'number'; readonly range: Limit; readonly whole: boolean }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly of: Shape; readonly count: Limit }
  | ObjectShape
  | { readonly is: 'kinds'; readonly kinds: Kinds };

/** Objects told apart by their `type`. */
export type Kinds = Readonly<Record<string, ObjectShape>>;

/** A string of bounded length, in UTF-16 units (never fewer than Slack counts), in a written form if one is named. */
export function text(length: Limit, format?: FormatName): Shape {
  return format === undefined ? { is: 'text', length } : { is: 'text', length, format };
}

/** One word of a closed list. */
export function word(...among: readonly string[]): Shape {
  return { is: 'word', among };
}

/** A whole number within a range. */
export function wholeNumber(range: Limit): Shape {
  return { is: 'number', range, whole: true };
}

/** A number within a range, whole or not. */
export function anyNumber(range: Limit): Shape {
  return { is: 'number', range, whole: false };
}

/** `true` or `false`. */
export const boolean: Shape = { is: 'boolean' };

/** A list of bounded size whose items all have one shape. */
export function list(of: Shape, count: Limit): Shape {
  return { is: 'list', of, count };
}

/** An object: which properties it may have, which it must have, and the laws between them. */
export function object(
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[] = [],
  rules: readonly Rule[] = [],
): ObjectShape {
  return { is: 'object', fields, required, rules };
}

/** One of several objects told apart by their `type`, which need not be listed among the fields of each. */
export function oneOf(kinds: Kinds): Shape {
  return { is: 'kinds', kinds };
}

/** The named members of a table of kinds; a name that the table lacks is a mistake of ours and throws. */
export function pick(kinds: Kinds, ...names: readonly string[]): Kinds {
  return Object.fromEntries(
    names.map((name) => {
      const shape = kinds[name];
      if (shape === undefined) throw new Error(`No kind "${name}"; there are ${Object.keys(kinds).join(', ')}.`);
      return [name, shape];
    }),
  );
}
