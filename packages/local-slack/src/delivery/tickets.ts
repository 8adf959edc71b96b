import { randomBytes } from 'node:crypto';
import type { Clock } from '@gavel/local-server/clock.ts';

/** How long a Socket Mode URL is valid, in milliseconds. */
const lifetime = 30_000;

/** The tickets in the URLs of `apps.connections.open`. Each admits one connection for a short time. */
export class Tickets {
  readonly #made = new Map<string, number>();
  readonly #clock: Clock;
  readonly #mask: (secret: string) => void;

  constructor(clock: Clock, mask: (secret: string) => void) {
    this.#clock = clock;
    this.#mask = mask;
  }

  /** Creates a ticket. */
  make(): string {
    const ticket = randomBytes(16).toString('hex');
    this.#mask(ticket);
    this.#made.set(ticket, this.#clock.now().getTime());
    return ticket;
  }

  /** Uses up a ticket. Returns whether it was valid. */
  use(ticket: string): boolean {
    const made = this.#made.get(ticket);
    this.#made.delete(ticket);
    return made !== undefined && this.#clock.now().getTime() - made <= lifetime;
  }
}
