/** How many people are remembered: those who were active last. */
const most = 5_000;

/** After how many milliseconds, at most, Gavel notices that somebody set Slack to another language. */
const freshFor = 10 * 60_000;

/**
 * A person waits for a modal, which must open within three seconds: how many of those milliseconds finding the language
 * may take.
 */
const usualPatience = 1_000;

interface Known {
  readonly locale: string;
  readonly askedAt: number;
}

/** Asks Slack for a person's locale; undefined if Slack gives none. */
type Ask = (userId: string) => Promise<string | undefined>;

/**
 * The locales that people in a workspace use Slack in. A known locale is returned at once, and Slack is asked again in
 * the background once in a while.
 */
export class Locales {
  readonly #now: () => Date;
  readonly #patience: number;
  readonly #known = new Map<string, Known>();
  readonly #asking = new Map<string, Promise<void>>();

  constructor(now: () => Date, patience = usualPatience) {
    this.#now = now;
    this.#patience = patience;
  }

  /** Somebody's locale; undefined if Slack does not tell it, or not soon. */
  async find(userId: string, ask: Ask): Promise<string | undefined> {
    const known = this.#known.get(userId);
    if (known === undefined) await Promise.race([this.#learn(userId, ask), pause(this.#patience)]);
    else if (this.#now().getTime() - known.askedAt >= freshFor) void this.#learn(userId, ask);
    return this.#known.get(userId)?.locale;
  }

  /**
   * People who ask about one person at the same time share the answer. A failed question is asked again the next time.
   */
  #learn(userId: string, ask: Ask): Promise<void> {
    const askedAt = this.#now().getTime();
    const asking =
      this.#asking.get(userId) ??
      ask(userId)
        .then((locale) => locale && this.#remember(userId, { locale, askedAt }))
        .catch(() => undefined)
        .then(() => void this.#asking.delete(userId));
    this.#asking.set(userId, asking);
    return asking;
  }

  #remember(userId: string, known: Known): void {
    this.#known.delete(userId);
    this.#known.set(userId, known);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(id);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
