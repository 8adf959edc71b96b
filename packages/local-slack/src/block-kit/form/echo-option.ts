import { isJsonObject, type JsonObject } from '../json-object.ts';

/** An option as Slack sends it back: its text says whether emoji (or, in markup, literal text) are meant. */
export function echoOption(option: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(option).map(([field, value]) => [field, isJsonObject(value) ? echoText(value) : value]),
  );
}

function echoText(text: JsonObject): JsonObject {
  return text.type === 'mrkdwn' ? { verbatim: false, ...text } : { emoji: true, ...text };
}
