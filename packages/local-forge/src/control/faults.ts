import { PlannedFaults } from '@gavel/local-server/planned-faults.ts';

/** The faults that can be injected. 0 means that everything works as usual. */
export interface FaultSettings {
  /** Every nth call of the API is answered with 502. */
  failEvery: number;
  /** Delays calls of the API by this many milliseconds of the forge's clock. */
  callDelay: number;
  /** Delays webhooks by this many milliseconds of the forge's clock. */
  webhookDelay: number;
  /** Loses this many of the next webhooks. They can be sent by `admin.redeliver`. */
  dropWebhooks: number;
  /** Sends this many of the next webhooks twice, with the same id. */
  duplicateWebhooks: number;
  /** Holds back this many of the next webhooks, and then sends them in reverse order. */
  reorderWebhooks: number;
  /** Answers this many of the next requests of git with 503. */
  failGit: number;
}

/** How a call of the API fails. */
export type ApiFailure =
  | { readonly kind: 'status'; readonly status: number }
  /** The connection ends without an answer. */
  | { readonly kind: 'hang-up'; readonly isAfterwards?: boolean }
  /** GitHub's secondary limit, and what comes nearest at others. Seconds for `retry-after`; defaults to 60. */
  | { readonly kind: 'secondary-limit'; readonly retryAfter?: number }
  /** The limit of the hour is used up. */
  | { readonly kind: 'primary-limit' };

/** Which calls fail: by method, and by how the path ends or a pattern of it. Defaults to all. */
export interface FailingCalls {
  readonly method?: string;
  readonly path?: string | RegExp;
  /** How many calls. Defaults to 1. */
  readonly times?: number;
}

const none: FaultSettings = {
  failEvery: 0,
  callDelay: 0,
  webhookDelay: 0,
  dropWebhooks: 0,
  duplicateWebhooks: 0,
  reorderWebhooks: 0,
  failGit: 0,
};

type Countdown = 'dropWebhooks' | 'duplicateWebhooks' | 'reorderWebhooks' | 'failGit';

/** A call of the API. */
interface Call {
  readonly method: string;
  readonly path: string;
}

/** The state of the fault injection. */
export class Faults extends PlannedFaults<Countdown, FaultSettings, Call, ApiFailure> {
  constructor(changed: () => void) {
    super(none, changed);
  }

  /** Makes the next calls of the API fail. */
  failNext(failure: ApiFailure, calls: FailingCalls = {}): void {
    this.plan(failure, (call) => isMeant(calls, call), calls.times ?? 1);
  }

  /** Counts a call, and returns how it fails, if it does. */
  takeFailure(method: string, path: string): ApiFailure | undefined {
    const planned = this.takePlanned({ method, path });
    if (planned !== undefined) return planned;
    return this.isTurn(this.settings().failEvery) ? { kind: 'status', status: 502 } : undefined;
  }
}

function isMeant(calls: FailingCalls, { method, path }: Call): boolean {
  if (calls.method !== undefined && calls.method !== method) return false;
  if (calls.path === undefined) return true;
  return typeof calls.path === 'string' ? path.endsWith(calls.path) : calls.path.test(path);
}
