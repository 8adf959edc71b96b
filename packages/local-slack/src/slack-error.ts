import type { JsonObject } from './json.ts';

/** A refusal by its name on Slack's wire, such as `channel_not_found`; `fields` go beside it in the answer. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  readonly fields: JsonObject;

  constructor(code: string, fields: JsonObject = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

/** Slack's answer to an argument that is missing or of the wrong kind: `invalid_arguments` and what is wrong. */
export function invalidArguments(...messages: readonly string[]): SlackError {
  return new SlackError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
