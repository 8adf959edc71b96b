interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * The clock of a server. It runs at the speed of real time, and can be moved forward, but not back. Timers fire in
 * order when they are due, including when the clock is moved past them.
 */
export class Clock {
  #offset: number;
  #order = 0;
  #timers: Timer[] = [];
  #wake: NodeJS.Timeout | undefined;

  /** Starts at the given time, or else now. */
  constructor(begins?: Date) {
    this.#offset = begins === undefined ? 0 : begins.getTime() - Date.now();
  }

  /** The current time of this clock. */
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** How far it is ahead of the machine's clock, in milliseconds; negative if it is behind. */
  get ahead(): number {
    return this.#offset;
  }

  /** Runs something after this many milliseconds of this clock. Returns a function that cancels it. */
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

  /** Resolves after this many milliseconds of this clock. */
  sleep(milliseconds: number): Promise<void> {
    return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Moves the clock forward. Timers on the way fire at their own times. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`A clock can only move forward, not by ${milliseconds} ms.`);
    const target = this.now().getTime() + milliseconds;
    for (let next = this.#timers[0]; next !== undefined && next.due <= target; next = this.#timers[0]) {
      this.#timers.shift();
      this.#offset += Math.max(0, next.due - this.now().getTime());
      next.run();
    }
    this.#offset += Math.max(0, target - this.now().getTime());
    this.#arm();
  }

  /** Moves the clock forward to a date. Throws RangeError if the date has passed. */
  set(date: Date): void {
    this.advance(date.getTime() - this.now().getTime());
  }

  /** Cancels all timers. */
  stop(): void {
    this.#timers = [];
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const next = this.#timers[0];
    if (next === undefined) return;
    // setTimeout overflows above 2^31-1 ms and then fires immediately.
    const wait = Math.min(2_147_483_647, Math.max(0, next.due - this.now().getTime()));
    this.#wake = setTimeout(() => this.advance(0), wait);
    this.#wake.unref();
  }
}
