/** Something that runs until it is told to stop. */
export interface Stoppable {
  stop(): Promise<void>;
  /** What it is still busy with, for people who wait for its end. */
  busyWith?(): readonly string[];
}

interface StartedPart {
  /** In words for people: “the background work”. */
  readonly name: string;
  readonly thing: Stoppable;
}

/**
 * Everything that has been started so far. It is stopped in the opposite order, each part before those it depends on.
 */
export class Running {
  readonly stopWanted: AbortSignal;
  readonly #parts: StartedPart[] = [];
  #now: { readonly doing: string; readonly thing?: Stoppable } | undefined;

  /** Once `stopWanted` is aborted, nothing more is started. */
  constructor(stopWanted: AbortSignal = new AbortController().signal) {
    this.stopWanted = stopWanted;
  }

  /** What is being started or stopped just now: “stopping the background work (publish)”. */
  busyWith(): string {
    const { doing = 'nothing', thing } = this.#now ?? {};
    const details = thing?.busyWith?.() ?? [];
    return details.length === 0 ? doing : `${doing} (${details.join(', ')})`;
  }

  /**
   * Starts a part, which is stopped with all others. Throws whatever its start throws, or the reason of `stopWanted`.
   */
  async start<T extends Stoppable>(name: string, begin: () => Promise<T> | T): Promise<T> {
    const thing = await this.step(`starting ${name}`, begin);
    this.#parts.push({ name, thing });
    return thing;
  }

  /** Takes a startup step that leaves nothing to stop. */
  async step<T>(doing: string, take: () => Promise<T> | T): Promise<T> {
    this.stopWanted.throwIfAborted();
    this.#now = { doing };
    const result = await take();
    this.#now = undefined;
    return result;
  }

  /** Stops everything. A part that fails to stop keeps no other from stopping; afterwards, throws what went wrong. */
  async stop(): Promise<void> {
    const errors: unknown[] = [];
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) {
      this.#now = { doing: `stopping ${part.name}`, thing: part.thing };
      await part.thing.stop().catch((error) => errors.push(error));
    }
    this.#now = undefined;
    if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('\n'));
  }
}
