import { randomBytes } from 'node:crypto';
import type { Clock } from '../workspace/clock.ts';

/** How long a Socket Mode address may be used, in milliseconds. */
const lifetime = 30_000;

/** The addresses that `apps.connections.open` gives out: each lets one connection in, once, soon. */
export class Tickets {
  readonly #made = new Map<string, number>();
  readonly #clock: Clock;
  readonly #mask: (secret: string) => void;

  constructor(clock: Clock, mask: (secret: string) => void) {
    this.#clock = clock;
    this.#mask = mask;
  }

  /** Makes a ticket. */
  make(): string {
    const ticket = randomBytes(16).toString('hex');
    this.#mask(ticket);
    this.#made.set(ticket, this.#clock.now().getTime());
    return ticket;
  }

  /** Uses a ticket up; says whether it was good. */
  use(ticket: string): boolean {
    const made = this.#made.get(ticket);
    this.#made.delete(ticket);
    return made !== undefined && this.#clock.now().getTime() - made <= lifetime;
  }
}
