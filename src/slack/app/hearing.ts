import type { Hearing } from '../../workflow/ports/chat/hearing.ts';

/** Tracks since when all events of one workspace have reached this process. */
export class SlackHearing implements Hearing {
  readonly #now: () => Date;
  #since: Date | undefined;

  constructor(now: () => Date) {
    this.#now = now;
  }

  since(): Date | undefined {
    return this.#since;
  }

  /** Events reach us from now on. */
  begin(): void {
    this.#since ??= this.#now();
  }

  /** Events no longer reach us. */
  end(): void {
    this.#since = undefined;
  }

  /** An event could not be handled; Slack may or may not deliver it again. */
  miss(): void {
    if (this.#since) this.#since = this.#now();
  }
}

/** What all workspaces hear over one connection. */
export class CommonHearing {
  readonly #all = new Set<SlackHearing>();
  #isOpen = false;

  /** Adds a workspace to the connection. It hears from the start of the connection, or from now on if that is open. */
  join(hearing: SlackHearing): void {
    this.#all.add(hearing);
    if (this.#isOpen) hearing.begin();
  }

  /** The workspace hears nothing any more. */
  leave(hearing: SlackHearing): void {
    this.#all.delete(hearing);
    hearing.end();
  }

  /** Events reach us from now on. */
  begin(): void {
    this.#isOpen = true;
    for (const hearing of this.#all) hearing.begin();
  }

  /** Events no longer reach us. */
  end(): void {
    this.#isOpen = false;
    for (const hearing of this.#all) hearing.end();
  }

  /** An event whose workspace nobody knows could not be handled. */
  miss(): void {
    for (const hearing of this.#all) hearing.miss();
  }
}
