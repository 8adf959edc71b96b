import { PlannedFaults } from '@gavel/local-server/planned-faults.ts';

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
export class Faults extends PlannedFaults<Countdown, FaultSettings, string, MethodFailure> {
  constructor(changed: () => void) {
    super(none, changed);
  }

  /** Makes the next calls to a Web API method fail. `*` means every method. */
  failNext(method: string, failure: MethodFailure): void {
    this.plan(failure, (called) => method === called || method === '*', failure.times ?? 1);
  }

  /** Counts a call, and returns how it fails, if it does. */
  takeFailure(method: string): MethodFailure | undefined {
    const planned = this.takePlanned(method);
    if (planned !== undefined) return planned;
    const { rateLimitEvery, failEvery } = this.settings();
    if (this.isTurn(rateLimitEvery)) return { status: 429 };
    return this.isTurn(failEvery) ? { status: 503 } : undefined;
  }
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
