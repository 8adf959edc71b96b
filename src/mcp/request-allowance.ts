/** How many requests a token, or somebody through Slackbot, may make in a minute. */
export const requestsInMinute = 120;

const minute = 60_000;

/** How many tokens are remembered before those without a request in the last minute are forgotten. */
const mostRemembered = 10_000;

/** Counts the requests of each token and of each person, so that a program in a loop does not take the time of votes. */
export class RequestAllowance {
  readonly #windows = new Map<string, { readonly since: number; count: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Takes one request of a token or a person. Returns 0, or the seconds to wait if it has made too many. */
  take(id: string): number {
    const now = this.#now().getTime();
    const window = this.#windows.get(id);
    if (window === undefined || now - window.since >= minute) {
      this.#forget(now);
      this.#windows.set(id, { since: now, count: 1 });
      return 0;
    }
    if (window.count >= requestsInMinute) return Math.max(1, Math.ceil((window.since + minute - now) / 1_000));
    window.count += 1;
    return 0;
  }

  #forget(now: number): void {
    if (this.#windows.size < mostRemembered) return;
    for (const [id, { since }] of this.#windows) if (now - since >= minute) this.#windows.delete(id);
  }
}
