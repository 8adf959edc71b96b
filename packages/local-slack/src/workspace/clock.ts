interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * The local Slack's time: it goes as fast as real time, and only forward when somebody moves it.
 * Timers set on it fire when they are due, in order, also when time is moved over them.
 */
export class Clock {
  #offset: number;
  #order = 0;
  #timers: Timer[] = [];
  #wake: NodeJS.Timeout | undefined;

  /** Begins now, unless told when. */
  constructor(begins?: Date) {
    this.#offset = begins === undefined ? 0 : begins.getTime() - Date.now();
  }

  /** The time that this Slack believes it is. */
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Runs something after so many milliseconds of this clock; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void {
    const timer: Timer = { due: this.now().getTime() + milliseconds, order: this.#order++, run };
    this.#timers.push(timer);
    this.#timers.sort((one, other) => one.due - other.due || one.order - other.order);
    this.#arm();
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
      this.#arm();
    };
  }

  /** Resolves after so many milliseconds of this clock. */
  sleep(milliseconds: number): Promise<void> {
    return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Moves time forward, firing what becomes due on the way, each at its own time. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`A clock moves forward only, not by ${milliseconds} ms.`);
    const target = this.now().getTime() + milliseconds;
    for (let next = this.#timers[0]; next !== undefined && next.due <= target; next = this.#timers[0]) {
      this.#timers.shift();
      this.#offset += Math.max(0, next.due - this.now().getTime());
      next.run();
    }
    this.#offset += Math.max(0, target - this.now().getTime());
    this.#arm();
  }

  /** Moves time forward to a date; refuses one that has passed. */
  set(date: Date): void {
    this.advance(date.getTime() - this.now().getTime());
  }

  /** Calls off every timer. */
  stop(): void {
    this.#timers = [];
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const next = this.#timers[0];
    if (next === undefined) return;
    // setTimeout overflows above 2^31-1 ms, and then fires at once.
    const wait = Math.min(2_147_483_647, Math.max(0, next.due - this.now().getTime()));
    this.#wake = setTimeout(() => this.advance(0), wait);
    this.#wake.unref();
  }
}
