/** The faults that can be injected. 0 and false mean that everything works as usual. */
export interface FaultSettings {
  /** Every nth Web API call is answered with 429 and Retry-After. */
  rateLimitEvery: number;
  /** Every nth Web API call is answered with 503. */
  failEvery: number;
  /** Delays Web API calls by this many milliseconds. */
  callDelay: number;
  /** Delays deliveries by this many milliseconds. */
  deliveryDelay: number;
  /** Ignores this many of the next acknowledgements. */
  dropAcks: number;
  /** Drops this many of the next events. */
  dropEvents: number;
  /** Sends this many of the next deliveries twice. */
  duplicate: number;
  /** Holds back this many of the next events, and then sends them in reverse order. */
  reorder: number;
  /** Treats the bot's tokens as revoked. */
  tokenRevoked: boolean;
}

/** How a Web API method fails: with one of Slack's error codes, or with an HTTP status. */
export interface MethodFailure {
  readonly error?: string;
  readonly status?: number;
  /** How many calls fail. Defaults to 1. */
  readonly times?: number;
  /** Seconds for Retry-After if the status is 429. Defaults to 1. */
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

/** The state of the fault injection. */
export class Faults {
  #settings: FaultSettings = { ...none };
  #failures: { method: string; failure: MethodFailure; left: number }[] = [];
  #calls = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The current settings. */
  settings(): FaultSettings {
    return { ...this.#settings };
  }

  /** Changes some settings. The others stay the same. */
  set(change: Partial<FaultSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#changed();
  }

  /** Makes the next calls to a Web API method fail. `*` means every method. */
  failNext(method: string, failure: MethodFailure): void {
    this.#failures.push({ method, failure, left: failure.times ?? 1 });
    this.#changed();
  }

  /** Ends all faults. */
  clear(): void {
    this.#settings = { ...none };
    this.#failures = [];
    this.#changed();
  }

  /** Uses up one occurrence of a counted fault. Returns false if none is left. */
  take(which: Countdown): boolean {
    const left = this.#settings[which];
    if (left <= 0) return false;
    this.set({ [which]: left - 1 });
    return true;
  }

  /** Counts a call, and returns how it fails, if it does. */
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

/** Reads fault settings from JSON. Throws TypeError for an unknown name or a wrong type of value. */
export function readFaultSettings(value: { readonly [name: string]: unknown }): Partial<FaultSettings> {
  for (const [name, setting] of Object.entries(value)) {
    const usual: unknown = Object.hasOwn(none, name) ? Reflect.get(none, name) : undefined;
    if (usual === undefined || typeof usual !== typeof setting) {
      throw new TypeError(
        `"${name}" is not a fault, or its value has the wrong type. The faults are ${Object.keys(none).join(', ')}.`,
      );
    }
  }
  return value;
}
