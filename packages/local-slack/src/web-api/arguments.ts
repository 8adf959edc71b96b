import { isObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';

/** A text argument; undefined if it is missing or empty. Numbers and booleans in a JSON body count as text. */
export function optionalText(args: JsonObject, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A required text argument. Throws `invalid_arguments`. */
export function requiredText(args: JsonObject, name: string): string {
  const value = optionalText(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

/** A boolean argument. `true` and `1` mean true. */
export function isSet(args: JsonObject, name: string): boolean {
  return ['true', '1'].includes(optionalText(args, name) ?? '');
}

/** An object argument, in JSON text or as an object. Throws `invalid_arguments` for anything else. */
export function optionalObject(args: JsonObject, name: string): JsonObject | undefined {
  const value = structured(args, name);
  if (value === undefined) return undefined;
  if (!isObject(value)) throw invalidArguments(`must be an object [json-pointer:/${name}]`);
  return value;
}

/** A required object argument. Throws `invalid_arguments`. */
export function requiredObject(args: JsonObject, name: string): JsonObject {
  const value = optionalObject(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

/** A list argument, in JSON text or as a list. Throws `code` for anything else. */
export function optionalObjects(args: JsonObject, name: string, code: string): JsonObject[] | undefined {
  const value = structured(args, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isObject)) throw new SlackError(code);
  return value;
}

/** A comma-separated list of words. */
export function words(args: JsonObject, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return (optionalText(args, name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function structured(args: JsonObject, name: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  return parseJson(value) ?? null;
}
