/**
 * Sends what is filled in, field by field and in order. While one value is on its way, only the latest of each other
 * field waits; `settled` hurries what waits for a pause in typing.
 */
export class Outbox {
  readonly #waiting = new Map<string, () => Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  /** Takes a field's new value; it leaves after so many milliseconds without another one. */
  put(field: string, send: () => Promise<void>, pause = 0): void {
    this.#waiting.delete(field);
    this.#waiting.set(field, send);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), pause);
  }

  /** Resolves when everything has been sent. */
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
