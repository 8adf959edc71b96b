import type { Hearing } from '../../workflow/ports/hearing.ts';

/** Keeps since when all of Slack's events have reached this process. */
export class SlackHearing implements Hearing {
  readonly #now: () => Date;
  #since: Date | undefined;

  constructor(now: () => Date) {
    this.#now = now;
  }

  since(): Date | undefined {
    return this.#since;
  }

  /** Events reach us from here on. */
  begin(): void {
    this.#since ??= this.#now();
  }

  /** Events don't reach us any more. */
  end(): void {
    this.#since = undefined;
  }

  /** An event could not be taken; Slack may deliver it again, or not. */
  miss(): void {
    if (this.#since) this.#since = this.#now();
  }
}
