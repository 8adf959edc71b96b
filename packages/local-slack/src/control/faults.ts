/** What can be made to go wrong. A number counts down or repeats as its name says; 0 and false mean "as usual". */
export interface FaultSettings {
  /** Every n-th Web API call is answered 429 with Retry-After. */
  rateLimitEvery: number;
  /** Every n-th Web API call is answered 503. */
  failEvery: number;
  /** Web API calls take this many milliseconds longer. */
  callDelay: number;
  /** Deliveries leave this many milliseconds later. */
  deliveryDelay: number;
  /** So many of the next acknowledgements are ignored. */
  dropAcks: number;
  /** So many of the next events never leave. */
  dropEvents: number;
  /** So many of the next deliveries arrive twice. */
  duplicate: number;
  /** So many of the next events are held back and then leave last first. */
  reorder: number;
  /** The bot's tokens count as revoked. */
  tokenRevoked: boolean;
}

/** How one Web API method is to fail: by Slack's error name, or with an HTTP status. */
export interface MethodFailure {
  readonly error?: string;
  readonly status?: number;
  /** How many calls fail before all is well again; 1 when not given. */
  readonly times?: number;
  /** Seconds for Retry-After when the status is 429; 1 when not given. */
  readonly retryAfter?: number;
}

const none: FaultSettings = {
  rateLimitEvery: 0,
  failEvery: 0,
  callDelay: 0,
  deliveryDelay: 0,
  dropAcks: 0,
  dropEvents: 0,
  duplicate: 0,
  reorder: 0,
  tokenRevoked: false,
};

type Countdown = 'dropAcks' | 'dropEvents' | 'duplicate' | 'reorder';

/** The switches of the fault injection. */
export class Faults {
  #settings: FaultSettings = { ...none };
  #failures: { method: string; failure: MethodFailure; left: number }[] = [];
  #calls = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** All switches as they stand now. */
  settings(): FaultSettings {
    return { ...this.#settings };
  }

  /** Turns some switches; the others stay. */
  set(change: Partial<FaultSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#changed();
  }

  /** Makes the next calls of a Web API method fail; `*` stands for every method. */
  failNext(method: string, failure: MethodFailure): void {
    this.#failures.push({ method, failure, left: failure.times ?? 1 });
    this.#changed();
  }

  /** Lets everything work as usual again. */
  clear(): void {
    this.#settings = { ...none };
    this.#failures = [];
    this.#changed();
  }

  /** Uses up one of a counted fault; says whether there was one. */
  take(which: Countdown): boolean {
    const left = this.#settings[which];
    if (left <= 0) return false;
    this.set({ [which]: left - 1 });
    return true;
  }

  /** How this call is to fail, if it is; counts the call. */
  takeFailure(method: string): MethodFailure | undefined {
    this.#calls += 1;
    const planned = this.#failures.find((each) => each.method === method || each.method === '*');
    if (planned !== undefined) {
      planned.left -= 1;
      if (planned.left <= 0) this.#failures = this.#failures.filter((each) => each !== planned);
      this.#changed();
      return planned.failure;
    }
    if (isTurn(this.#calls, this.#settings.rateLimitEvery)) return { status: 429 };
    if (isTurn(this.#calls, this.#settings.failEvery)) return { status: 503 };
    return undefined;
  }
}

function isTurn(count: number, every: number): boolean {
  return every > 0 && count % every === 0;
}

/** Takes fault settings out of JSON; refuses a name or a kind of value that is not one of theirs. */
export function readFaultSettings(value: { readonly [name: string]: unknown }): Partial<FaultSettings> {
  for (const [name, setting] of Object.entries(value)) {
    const usual: unknown = Object.hasOwn(none, name) ? Reflect.get(none, name) : undefined;
    if (usual === undefined || typeof usual !== typeof setting) {
      throw new TypeError(`"${name}" is no fault of the kind given; there are ${Object.keys(none).join(', ')}.`);
    }
  }
  return value;
}
