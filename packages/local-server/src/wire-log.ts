import { copyOf } from './json.ts';

/** One exchange on the wire, from the request to its response, or a note. Secrets are masked. */
export interface WireEntry<Kind extends string> {
  readonly id: number;
  readonly at: string;
  readonly kind: Kind | 'note';
  /** What was called, or the name of what was delivered. */
  readonly name: string;
  readonly sent: unknown;
  /** How it ended, for a call usually its HTTP status or error code; undefined while it is in progress. */
  status: string | undefined;
  answer: unknown;
  /** The duration in milliseconds of real time. */
  duration: number | undefined;
  /** Set if a developer should notice it: an unknown route, a lost delivery, an error of the server. */
  loud: boolean;
}

/** How many exchanges the log keeps. The oldest are dropped first. */
const kept = 1000;

/** The log of all exchanges with a server. Each server has its own kinds of exchanges. */
export class WireLog<Kind extends string> {
  #entries: WireEntry<Kind>[] = [];
  #next = 1;
  readonly #secrets = new Set<string>();
  readonly #listeners = new Set<(entry: WireEntry<Kind>) => void>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** All exchanges that are kept, oldest first. */
  entries(): readonly WireEntry<Kind>[] {
    return this.#entries;
  }

  /** Calls the listener when an exchange begins or ends. Returns a function that unsubscribes it. */
  subscribe(listener: (entry: WireEntry<Kind>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Masks a secret in everything that is logged from now on. */
  mask(secret: string): void {
    if (secret !== '') this.#secrets.add(secret);
  }

  /** Begins an exchange. Returns a function that ends it with its outcome. */
  begin(kind: Kind | 'note', name: string, sent: unknown): (status: string, answer?: unknown, loud?: boolean) => void {
    const started = performance.now();
    const entry: WireEntry<Kind> = {
      id: this.#next++,
      at: this.#now().toISOString(),
      kind,
      name,
      sent: this.#masked(sent),
      status: undefined,
      answer: undefined,
      duration: undefined,
      loud: false,
    };
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries.shift();
    this.#notify(entry);
    return (status, answer, loud = false) => {
      entry.status = status;
      entry.answer = this.#masked(answer);
      entry.duration = Math.round(performance.now() - started);
      entry.loud = loud;
      this.#notify(entry);
    };
  }

  /** Logs a note that a developer should notice. */
  note(name: string, sent?: unknown): void {
    this.begin('note', name, sent)('note', undefined, true);
  }

  #notify(entry: WireEntry<Kind>): void {
    for (const listener of [...this.#listeners]) listener(entry);
  }

  #masked(value: unknown): unknown {
    if (typeof value === 'string') {
      return [...this.#secrets].reduce((text, secret) => text.replaceAll(secret, '•••'), value);
    }
    if (Array.isArray(value)) return value.map((item) => this.#masked(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#masked(inner)]));
    }
    return value === undefined ? undefined : copyOf(value);
  }
}
