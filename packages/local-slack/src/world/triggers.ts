import { randomBytes } from 'node:crypto';
import type { Clock } from '@gavel/local-server/clock.ts';
import { SlackError } from '../slack-error.ts';
import type { ExternalRef } from '../workspace/state.ts';

/** How long a trigger is valid, in milliseconds (Slack: three seconds). */
const lifetime = 3000;

/** Who acted, and where. */
export interface Origin {
  readonly userId: string;
  /** The modal that the person acted in, if it was in one. */
  readonly viewId?: string | undefined;
  /** The conversation that they acted in, if it was in one. */
  readonly conversation?: string | undefined;
  /** The Work Object that the person acted on or looks at, whose details the app may present with the trigger. */
  readonly entity?: ExternalRef | undefined;
  /** Whether the person only looks: the app can't open a modal then. */
  readonly isLook?: boolean;
  /** Whether the person looks at the comments, from the first page or from a further one. */
  readonly comments?: 'first' | 'further';
}

interface Trigger {
  readonly origin: Origin;
  readonly made: number;
  isUsed: boolean;
}

/** The trigger ids that let an app open a modal once, within three seconds. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Creates a trigger for a person's action. */
  make(origin: Origin): string {
    const id = `${this.#triggers.size + 1}.${this.#clock.now().getTime()}.${randomBytes(12).toString('hex')}`;
    this.#triggers.set(id, { origin, made: this.#clock.now().getTime(), isUsed: false });
    return id;
  }

  /** Uses up the trigger of a Work Object's details. Throws `invalid_trigger_id` for any other. */
  useForDetails(id: string): Origin & { readonly entity: ExternalRef } {
    return this.#useForObject(id, (origin) => origin.comments === undefined);
  }

  /** Uses up the trigger of a Work Object's comments. Throws `invalid_trigger_id` for any other. */
  useForComments(id: string): Origin & { readonly entity: ExternalRef } {
    return this.#useForObject(id, (origin) => origin.comments !== undefined);
  }

  #useForObject(id: string, isMeant: (origin: Origin) => boolean): Origin & { readonly entity: ExternalRef } {
    try {
      const { entity, ...origin } = this.#take(id);
      if (entity !== undefined && isMeant(origin)) return { ...origin, entity };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
    }
    throw new SlackError('invalid_trigger_id');
  }

  /** Uses up a trigger. Throws `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`. */
  use(id: string): Origin {
    if (this.#triggers.get(id)?.origin.isLook) throw new SlackError('invalid_trigger_id');
    return this.#take(id);
  }

  #take(id: string): Origin {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new SlackError('invalid_trigger_id');
    if (trigger.isUsed) throw new SlackError('exchanged_trigger_id');
    if (this.#clock.now().getTime() - trigger.made > lifetime) throw new SlackError('expired_trigger_id');
    trigger.isUsed = true;
    return trigger.origin;
  }
}
