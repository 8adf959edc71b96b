import { isObject, type JsonObject } from '@gavel/local-server/json.ts';

/** An option as Slack sends it back, with the defaults of its text objects filled in. */
export function echoOption(option: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(option).map(([field, value]) => [field, isObject(value) ? echoText(value) : value]),
  );
}

function echoText(text: JsonObject): JsonObject {
  return text.type === 'mrkdwn' ? { verbatim: false, ...text } : { emoji: true, ...text };
}
