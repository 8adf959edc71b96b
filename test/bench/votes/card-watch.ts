/** What was seen of the cards while people voted. */
export interface Seen {
  readonly updates: number;
  /** Updates of the busiest card per second, between its first and its last. */
  readonly perCardAndSecond: number;
}

/** A card as it was shown. */
interface Showing {
  readonly at: number;
  readonly voted: number;
}

/** Takes note of every `chat.update`: when it came, and how many it says have voted. */
export class CardWatch {
  readonly #showings = new Map<string, Showing[]>();

  note(cardTs: string, blocks: string): void {
    const voted = Number(/(\d+) of \d+ (?:have )?voted/.exec(blocks)?.[1] ?? Number.NaN);
    const showings = this.#showings.get(cardTs) ?? [];
    showings.push({ at: performance.now(), voted });
    this.#showings.set(cardTs, showings);
  }

  /** When a card first showed this turnout, at this moment or later. */
  firstShowing(cardTs: string, since: number, voted: number): number | undefined {
    return this.#showings.get(cardTs)?.find((showing) => showing.at >= since && showing.voted === voted)?.at;
  }

  summarize(): Seen {
    const all = [...this.#showings.values()];
    const rates = all.map((showings) => {
      const [first, last] = [showings.at(0)?.at ?? 0, showings.at(-1)?.at ?? 0];
      return last > first ? ((showings.length - 1) * 1_000) / (last - first) : 0;
    });
    const updates = all.reduce((sum, showings) => sum + showings.length, 0);
    return { updates, perCardAndSecond: Math.max(0, ...rates) };
  }
}
