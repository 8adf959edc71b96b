/** Tells whoever listens that something about the workspace, or the wire, has changed. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  /** Calls the listener after every change; the answer ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that something changed. */
  announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
