/**
 * Slack did not answer, or not in a way that we know, so whatever depends on the answer is neither shown nor done.
 * `cause` is for the log.
 */
export class ChatError extends Error {
  override readonly name = 'ChatError';

  constructor(cause: unknown) {
    super('no answer', { cause });
  }
}

/** Slack's answer to a call. Throws ChatError, so that nobody mistakes another failure for Slack's. */
export async function askSlack<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new ChatError(cause);
  }
}
