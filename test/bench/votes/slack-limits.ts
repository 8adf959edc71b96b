/** What Slack takes of each method within any minute (Slack: rate limits, tiers 3 and 4). */
const tiers: Readonly<Record<string, number>> = {
  'chat.update': 50,
  'reactions.get': 50,
  'conversations.info': 50,
  'users.conversations': 50,
  'conversations.members': 100,
  'users.info': 100,
};

const aMinute = 60_000;

/** Counts calls as Slack does, and says for how many seconds a method is refused; 0 when it is not. */
export class SlackLimits {
  readonly #made = new Map<string, readonly number[]>();
  #refused = 0;

  /** How many calls were refused so far. */
  get refused(): number {
    return this.#refused;
  }

  count(method: string): number {
    const most = tiers[method];
    if (most === undefined) return 0;
    const now = performance.now();
    const made = (this.#made.get(method) ?? []).filter((at) => at > now - aMinute);
    const oldest = made.at(-most);
    if (oldest === undefined) {
      this.#made.set(method, [...made, now]);
      return 0;
    }
    this.#refused += 1;
    return Math.max(1, Math.ceil((oldest + aMinute - now) / 1_000));
  }
}
