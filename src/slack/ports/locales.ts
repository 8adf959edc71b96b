/** How many people are remembered, those who did something last. */
const most = 5_000;

/** Somebody who sets Slack to another language has Gavel in it after so many milliseconds, at the latest. */
const freshFor = 10 * 60_000;

/** A person waits for a modal, which Slack opens within three seconds: so many milliseconds are left for its language. */
const usualPatience = 1_000;

interface Known {
  readonly locale: string;
  readonly askedAt: number;
}

/** Asks Slack for the locale of a person; undefined where it tells none. */
type Ask = (userId: string) => Promise<string | undefined>;

/**
 * The locales that people of a workspace have Slack in. Whoever is known is not waited for: Slack is asked again in the
 * background once in a while.
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

  /** Somebody's locale; undefined where Slack does not tell it, or not soon. */
  async find(userId: string, ask: Ask): Promise<string | undefined> {
    const known = this.#known.get(userId);
    if (known === undefined) await Promise.race([this.#learn(userId, ask), pause(this.#patience)]);
    else if (this.#now().getTime() - known.askedAt >= freshFor) void this.#learn(userId, ask);
    return this.#known.get(userId)?.locale;
  }

  /** Those who ask for the same person at the same time share the answer. What fails is asked again the next time. */
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
