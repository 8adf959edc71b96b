/** A JSON object whose properties nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells a JSON object from a list, a scalar and nothing. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is a list, else an empty list. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
