import { copyOf } from '../json.ts';

/** Which way a line of the wire log went: a call of the bot, a delivery to it, its use of a response_url, or a remark. */
export type WireKind = 'call' | 'delivery' | 'response_url' | 'socket' | 'note';

/** One exchange on the wire, from the request to its answer; secrets are masked. */
export interface WireEntry {
  readonly id: number;
  readonly at: string;
  readonly kind: WireKind;
  /** The Web API method, or what was delivered. */
  readonly name: string;
  readonly sent: unknown;
  /** `ok`, the name of the error, or what became of a delivery; undefined while it is under way. */
  status: string | undefined;
  answer: unknown;
  /** How long it took, in milliseconds of real time. */
  duration: number | undefined;
  /** Set on what a developer should not overlook: an unknown method, a lost delivery, a modal that looks stuck. */
  loud: boolean;
}

/** How many exchanges the log keeps; the oldest go first. */
const kept = 1000;

/** Everything that went over the wire between the bot and this Slack. */
export class WireLog {
  #entries: WireEntry[] = [];
  #next = 1;
  readonly #secrets = new Set<string>();
  readonly #listeners = new Set<(entry: WireEntry) => void>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Every exchange that is still kept, oldest first. */
  entries(): readonly WireEntry[] {
    return this.#entries;
  }

  /** Calls the listener when an exchange begins and when it ends; the answer ends that. */
  subscribe(listener: (entry: WireEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hides a secret in everything logged from now on. */
  mask(secret: string): void {
    if (secret !== '') this.#secrets.add(secret);
  }

  /** Begins an exchange; call the answer with its outcome when it is known. */
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

  /** Logs a remark that a developer should not overlook. */
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
