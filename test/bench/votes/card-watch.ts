/** What was seen of the cards while people voted. */
export interface Seen {
  readonly updates: number;
  /** Updates of all cards a minute, between the first and the last. */
  readonly perMinute: number;
  /** Updates of a card while several others had been stale for longer. */
  readonly outOfTurn: number;
}

/** A card as it was shown. */
interface Showing {
  readonly at: number;
  readonly voted: number;
}

/** So many cards may be on their way to Slack at a time, and pass each other. */
const underWay = 10;

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
    const times = [...this.#showings.values()].flatMap((showings) => showings.map(({ at }) => at));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const perMinute = last > first ? ((times.length - 1) * 60_000) / (last - first) : 0;
    return { updates: times.length, perMinute, outOfTurn: this.#countOutOfTurn() };
  }

  /** While all cards are busy, the one that was shown longest ago is the stalest. */
  #countOutOfTurn(): number {
    const turns = [...this.#showings].flatMap(([card, showings]) => showings.map(({ at }) => ({ card, at })));
    const line: string[] = [];
    let outOfTurn = 0;
    for (const { card } of turns.toSorted((a, b) => a.at - b.at)) {
      const place = line.indexOf(card);
      if (place >= underWay) outOfTurn += 1;
      if (place >= 0) line.splice(place, 1);
      line.push(card);
    }
    return outOfTurn;
  }
}
