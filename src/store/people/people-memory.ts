import type { Person } from '../../decision/person.ts';

/** Somebody, and when Slack was last asked about them. */
export interface Remembered {
  readonly person: Person;
  readonly fetchedAt: Date;
}

/** How many people are remembered, those asked about last: some two megabytes. */
const most = 5_000;

/**
 * People of a workspace whom somebody asked about lately, so that a card that changes all the time need not ask for the
 * same names.
 */
export class PeopleMemory {
  readonly #known = new Map<string, Remembered>();

  /** Somebody, if Slack was asked about them since then. */
  recall(id: string, since: Date): Person | undefined {
    const found = this.#known.get(id);
    if (found === undefined || found.fetchedAt < since) return undefined;
    // The most recently asked about come last.
    this.#known.delete(id);
    this.#known.set(id, found);
    return found.person;
  }

  remember(remembered: Remembered): void {
    this.#known.set(remembered.person.id, remembered);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(id);
    }
  }

  forget(id: string): void {
    this.#known.delete(id);
  }
}
