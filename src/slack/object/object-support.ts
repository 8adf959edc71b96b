import { slackErrorOf } from '../app/web-calls.ts';

/** Slack's answers to Work Objects that it does not want (Slack: chat.postMessage, chat.update, chat.unfurl). */
const refusals: ReadonlySet<string> = new Set([
  'invalid_metadata',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'error_processing_metadata',
  'metadata_too_large',
  'metadata_must_be_sent_from_app',
]);

/** For how long nothing is tried again, in milliseconds: an operator may have changed the app's manifest. */
const pause = 60 * 60 * 1_000;

/** Whether Slack takes Work Objects from us, as its last answer shows: an older manifest does not allow them. */
export class ObjectSupport {
  readonly #now: () => Date;
  #nextTry = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Sends a message with its Work Objects; without them if Slack refuses them, and for an hour from then on. */
  async send<Content extends object, Answer>(
    message: Content & { readonly metadata?: unknown },
    call: (message: Content | Omit<Content, 'metadata'>) => Promise<Answer>,
  ): Promise<Answer> {
    const { metadata, ...plain } = message;
    if (metadata === undefined || this.#now().getTime() < this.#nextTry) return call(plain);
    try {
      return await call(message);
    } catch (error) {
      if (!refusals.has(slackErrorOf(error) ?? '')) throw error;
      this.#nextTry = this.#now().getTime() + pause;
      return call(plain);
    }
  }
}
