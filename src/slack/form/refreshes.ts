/** How many refreshes are remembered: the latest. A press that comes late is late by seconds. */
const most = 1_000;

/**
 * The times that Gavel changed an open modal without being asked, such as to show what is like the title that somebody
 * types. A press that was under way meanwhile names the modal as it was before, and is meant for it as it is now.
 */
export class Refreshes {
  readonly #followers = new Map<string, Promise<string | undefined>>();

  /** Notes a refresh of the modal with this hash; `update` resolves to its new hash, or undefined if it failed. */
  note(hash: string, update: Promise<string | undefined>): void {
    // Of two refreshes at once, one succeeds, and either may be noted first.
    const earlier = this.#followers.get(hash);
    const either = Promise.all([earlier, update]).then(([first, second]) => first ?? second);
    this.#followers.set(hash, either);
    for (const oldest of this.#followers.keys()) {
      if (this.#followers.size <= most) break;
      this.#followers.delete(oldest);
    }
  }

  /** The hash that a refresh gave the modal in place of this one; undefined if it wasn't a refresh that changed it. */
  async after(hash: string): Promise<string | undefined> {
    return this.#followers.get(hash);
  }
}
