/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = { [name: string]: unknown };

/** Says whether a value is a JSON object: not null, not an array, not a scalar. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one when it is something else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects in a list; anything else in it, or no list at all, counts as nothing. */
export function asObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts in a list; anything else in it, or no list at all, counts as nothing. */
export function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The value as text, or undefined when it is something else. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value that lies at the end of a path of names, or undefined where the path breaks off. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => asObject(inner)[name], value);
}

/** Parses JSON text; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A deep copy of plain data, so that nobody holds on to the server's own objects. */
export function copyOf<T>(value: T): T {
  return structuredClone(value);
}
