import type { Hearing } from '../../workflow/ports/hearing.ts';

/** Keeps since when all of the events of one workspace have reached this process. */
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

/** What all workspaces hear over one connection. */
export class CommonHearing {
  readonly #all = new Set<SlackHearing>();
  #isOpen = false;

  /** One more workspace hears over the connection: from its beginning, or from now on if it is open. */
  join(hearing: SlackHearing): void {
    this.#all.add(hearing);
    if (this.#isOpen) hearing.begin();
  }

  /** The workspace hears nothing any more. */
  leave(hearing: SlackHearing): void {
    this.#all.delete(hearing);
    hearing.end();
  }

  /** Events reach us from here on. */
  begin(): void {
    this.#isOpen = true;
    for (const hearing of this.#all) hearing.begin();
  }

  /** Events don't reach us any more. */
  end(): void {
    this.#isOpen = false;
    for (const hearing of this.#all) hearing.end();
  }

  /** An event of nobody knows which workspace could not be taken. */
  miss(): void {
    for (const hearing of this.#all) hearing.miss();
  }
}
