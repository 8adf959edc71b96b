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

/** The state of the fault injection. */
export class Faults {
  #settings: FaultSettings = { ...none };
  #failures: { readonly calls: FailingCalls; readonly failure: ApiFailure; left: number }[] = [];
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

  /** Makes the next calls of the API fail. */
  failNext(failure: ApiFailure, calls: FailingCalls = {}): void {
    this.#failures.push({ calls, failure, left: calls.times ?? 1 });
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
  takeFailure(method: string, path: string): ApiFailure | undefined {
    this.#calls += 1;
    const planned = this.#failures.find(({ calls }) => isMeant(calls, method, path));
    if (planned !== undefined) {
      planned.left -= 1;
      if (planned.left <= 0) this.#failures = this.#failures.filter((each) => each !== planned);
      this.#changed();
      return planned.failure;
    }
    const { failEvery } = this.#settings;
    return failEvery > 0 && this.#calls % failEvery === 0 ? { kind: 'status', status: 502 } : undefined;
  }
}

function isMeant(calls: FailingCalls, method: string, path: string): boolean {
  if (calls.method !== undefined && calls.method !== method) return false;
  if (calls.path === undefined) return true;
  return typeof calls.path === 'string' ? path.endsWith(calls.path) : calls.path.test(path);
}
