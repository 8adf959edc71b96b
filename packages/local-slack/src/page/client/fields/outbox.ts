/**
 * Sends the values of fields one at a time and in order. While a value is being sent, only the latest value of each
 * field waits. `settled` sends values immediately that wait for a pause in typing.
 */
export class Outbox {
  readonly #waiting = new Map<string, () => Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  /** Queues a new value of a field, which is sent after `pause` milliseconds without another change. */
  put(field: string, send: () => Promise<void>, pause = 0): void {
    this.#waiting.delete(field);
    this.#waiting.set(field, send);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), pause);
  }

  /** Sends everything now. Resolves when it has been sent. */
  async settled(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#begin();
  }

  #begin(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) await next().catch(() => undefined);
  }

  #take(): (() => Promise<void>) | undefined {
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    this.#waiting.delete(first[0]);
    return first[1];
  }
}
