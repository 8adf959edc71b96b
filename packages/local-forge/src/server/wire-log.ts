import { copyOf } from '../json.ts';

/** The kind of an exchange: a call of the API, a request of git, a webhook, a page for people, or a note. */
export type WireKind = 'api' | 'git' | 'webhook' | 'page' | 'note';

/** One exchange on the wire, from the request to its response. Secrets are masked. */
export interface WireEntry {
  readonly id: number;
  readonly at: string;
  readonly kind: WireKind;
  /** Method and path of a request, or the event of a webhook. */
  readonly name: string;
  readonly sent: unknown;
  /** The HTTP status or the outcome of a delivery; undefined while it is in progress. */
  status: string | undefined;
  answer: unknown;
  /** The duration in milliseconds of real time. */
  duration: number | undefined;
  /** Set if a developer should notice it: an unknown route, a lost delivery, an error of the server. */
  loud: boolean;
}

/** How many exchanges the log keeps. The oldest are dropped first. */
const kept = 1000;

/** The log of all exchanges with this forge. */
export class WireLog {
  #entries: WireEntry[] = [];
  #next = 1;
  readonly #secrets = new Set<string>();
  readonly #listeners = new Set<(entry: WireEntry) => void>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** All exchanges that are kept, oldest first. */
  entries(): readonly WireEntry[] {
    return this.#entries;
  }

  /** Calls the listener when an exchange begins or ends. Returns a function that unsubscribes it. */
  subscribe(listener: (entry: WireEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Masks a secret in everything that is logged from now on. */
  mask(secret: string): void {
    if (secret !== '') this.#secrets.add(secret);
  }

  /** Begins an exchange. Returns a function that ends it with its outcome. */
  begin(kind: WireKind, name: string, sent: unknown): (status: string, answer?: unknown, loud?: boolean) => void {
    const started = performance.now();
    const entry: WireEntry = {
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

  #notify(entry: WireEntry): void {
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
