/** A failure of the next calls that are meant. */
interface PlannedFailure<Call, Failure> {
  readonly failure: Failure;
  readonly isMeant: (call: Call) => boolean;
  left: number;
}

/**
 * The state of the fault injection of a server: its settings, of which some count down, and failures of the next calls.
 * Each server says what its calls are and how they fail.
 */
export class PlannedFaults<Countdown extends string, Settings extends Record<Countdown, number>, Call, Failure> {
  readonly #none: Settings;
  #settings: Settings;
  #failures: PlannedFailure<Call, Failure>[] = [];
  #calls = 0;
  readonly #changed: () => void;

  /** Starts with the settings that mean that everything works as usual. */
  constructor(none: Settings, changed: () => void) {
    this.#none = none;
    this.#settings = { ...none };
    this.#changed = changed;
  }

  /** The current settings. */
  settings(): Settings {
    return { ...this.#settings };
  }

  /** Changes some settings. The others stay the same. */
  set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#changed();
  }

  /** Ends all faults. */
  clear(): void {
    this.#settings = { ...this.#none };
    this.#failures = [];
    this.#changed();
  }

  /** Uses up one occurrence of a counted fault. Returns false if none is left. */
  take(which: Countdown): boolean {
    const left = this.#settings[which];
    if (left <= 0) return false;
    this.#settings = { ...this.#settings, [which]: left - 1 };
    this.#changed();
    return true;
  }

  /** Makes the next calls that are meant fail, this many times. */
  protected plan(failure: Failure, isMeant: (call: Call) => boolean, times: number): void {
    this.#failures.push({ failure, isMeant, left: times });
    this.#changed();
  }

  /** Counts a call, and returns how it fails, if that is planned. */
  protected takePlanned(call: Call): Failure | undefined {
    this.#calls += 1;
    const planned = this.#failures.find(({ isMeant }) => isMeant(call));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    if (planned.left <= 0) this.#failures = this.#failures.filter((each) => each !== planned);
    this.#changed();
    return planned.failure;
  }

  /** Whether the call that was counted last is an nth one. None is if `every` is 0. */
  protected isTurn(every: number): boolean {
    return every > 0 && this.#calls % every === 0;
  }
}
