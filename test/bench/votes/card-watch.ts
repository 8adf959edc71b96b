import type { Standing } from './vote-case.ts';

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
  readonly standing: Standing;
}

/** So many cards may be on their way to Slack at a time, and pass each other. */
const underWay = 10;

/**
 * Reads how a vote stands from the blocks of its card: “12 of 100 have voted”, and the figure behind each option's bar.
 */
function readStanding(blocks: string): Standing {
  const voted = /([\d,]+) of [\d,]+ (?:have )?voted/.exec(blocks)?.[1];
  const votes = [...blocks.matchAll(/[█░] ([\d,]+)/g)].map(([, figure]) => readFigure(figure));
  return { voted: readFigure(voted), votes };
}

/** “10,000” as a number. */
function readFigure(figure: string | undefined): number {
  return figure === undefined ? Number.NaN : Number(figure.replaceAll(',', ''));
}

function isSame(one: Standing, other: Standing): boolean {
  return one.voted === other.voted && one.votes.join() === other.votes.join();
}

/** Takes note of every `chat.update`: when it came, and how it says that the vote stands. */
export class CardWatch {
  readonly #showings = new Map<string, Showing[]>();

  note(cardTs: string, blocks: string): void {
    const showings = this.#showings.get(cardTs) ?? [];
    showings.push({ at: performance.now(), standing: readStanding(blocks) });
    this.#showings.set(cardTs, showings);
  }

  /**
   * When a card first showed this standing, at this moment or later. A card that shows it already is not shown again:
   * what looks the same is not sent to Slack.
   */
  firstShowing(cardTs: string, since: number, standing: Standing): number | undefined {
    const showings = this.#showings.get(cardTs) ?? [];
    const later = showings.find(({ at, standing: shown }) => at >= since && isSame(shown, standing));
    if (later) return later.at;
    const last = showings.at(-1);
    return last && isSame(last.standing, standing) ? since : undefined;
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
