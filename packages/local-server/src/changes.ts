/** Notifies listeners that something on a server, or on its wire, has changed. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  /** Calls the listener after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notifies all listeners of a change. */
  announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
