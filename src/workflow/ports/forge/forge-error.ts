import type { ForgeTrouble } from '../../../decision/failure/forge-trouble.ts';

/** The forge's API refused something, or can't be reached. `trouble` says what is wrong; the message is for logs. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  readonly trouble: ForgeTrouble;
  /** When asking again makes sense, if the forge says so. */
  readonly retryAt: Date | undefined;

  constructor(trouble: ForgeTrouble, options: ErrorOptions & { readonly retryAt?: Date | undefined } = {}) {
    super(JSON.stringify(trouble), options);
    this.trouble = trouble;
    this.retryAt = options.retryAt;
  }
}
