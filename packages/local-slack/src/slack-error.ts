import type { JsonObject } from '@gavel/local-server/json.ts';

/** An error with Slack's error code, such as `channel_not_found`. `fields` are added to the response. */
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

/** Slack's error for an argument that is missing or has the wrong type: `invalid_arguments` with messages. */
export function invalidArguments(...messages: readonly string[]): SlackError {
  return new SlackError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
