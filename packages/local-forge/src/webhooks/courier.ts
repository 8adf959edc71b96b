import { randomUUID } from 'node:crypto';
import { post } from '@gavel/local-server/http-post.ts';
import type { Dialect, ForgeParts, WebhookMessage } from '../dialect.ts';
import type { Happening } from '../world/happening.ts';
import { installationOn } from '../world/installations.ts';
import type { Hook } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** One try to deliver a webhook. */
interface Attempt {
  readonly at: string;
  /** The HTTP status of the answer, or why there was none. */
  readonly outcome: number | 'lost' | 'timed out' | 'not reached';
}

/** A webhook, with all tries to deliver it. */
export interface WebhookDelivery {
  /** The same for each try. */
  readonly id: string;
  readonly hook: Hook;
  readonly event: string;
  readonly action: string | undefined;
  readonly body: string;
  readonly attempts: Attempt[];
}

/** How many deliveries are kept. The oldest are dropped first. */
const kept = 1000;
/** How long webhooks are held back for reordering, in milliseconds, if too few follow. */
const longestHold = 10_000;

/** Sends webhooks, one after the other for each hook, with the injected faults. */
export class Courier {
  readonly #parts: ForgeParts;
  readonly #dialect: Dialect;
  readonly #changed: () => void;
  readonly #deliveries: WebhookDelivery[] = [];
  readonly #stop = new AbortController();
  readonly #queues = new Map<number, Promise<void>>();
  #happenings: Promise<void> = Promise.resolve();
  #underWay = 0;
  #held: (() => void)[] = [];

  constructor(parts: ForgeParts, dialect: Dialect, changed: () => void) {
    this.#parts = parts;
    this.#dialect = dialect;
    this.#changed = changed;
  }

  /** Whether everything that happened has been told. */
  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  /** All deliveries that are kept, oldest first. */
  deliveries(): readonly WebhookDelivery[] {
    return this.#deliveries;
  }

  /** Sends the webhooks of something that happened. Doesn't wait for them. */
  tell(happening: Happening): void {
    const { world } = this.#parts;
    const wanted = world.state.hooks.filter((hook) => isFor(world, hook, happening));
    if (wanted.length === 0) return;
    // The payload shows the world as it is now, and the order of what happened is kept.
    const messages = this.#dialect.webhooksOf(happening).catch((error: unknown): readonly WebhookMessage[] => {
      this.#parts.wire.note('A webhook could not be made', String(error));
      return [];
    });
    this.#underWay += 1;
    this.#happenings = this.#happenings
      .then(async () => {
        for (const message of await messages) this.#sendAll(wanted, message, happening);
      })
      .finally(() => this.#end());
  }

  /** Sends a webhook to one hook. */
  send(hook: Hook, message: Pick<WebhookMessage, 'event' | 'action' | 'payload'>): void {
    const { faults, wire, clock } = this.#parts;
    const { event, action, payload } = message;
    const body = JSON.stringify(payload);
    const delivery: WebhookDelivery = { id: randomUUID(), hook, event, action, body, attempts: [] };
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > kept) this.#deliveries.shift();
    if (faults.take('dropWebhooks')) {
      delivery.attempts.push({ at: clock.now().toISOString(), outcome: 'lost' });
      wire.note(`${event} was lost by the fault injection`, payload);
      return;
    }
    const send = (): void => this.redeliver(delivery, faults.take('duplicateWebhooks') ? 2 : 1);
    if (!faults.take('reorderWebhooks')) {
      send();
      return;
    }
    this.#held.push(send);
    if (faults.settings().reorderWebhooks === 0) this.#releaseHeld();
    else clock.after(longestHold, () => this.#releaseHeld());
  }

  /** Sends a webhook once more, or several times. */
  redeliver(delivery: WebhookDelivery, times = 1): void {
    this.#underWay += 1;
    const before = this.#queues.get(delivery.hook.id) ?? Promise.resolve();
    const sending = before.then(async () => {
      for (let time = 0; time < times; time++) await this.#attempt(delivery);
    });
    this.#queues.set(
      delivery.hook.id,
      sending.finally(() => this.#end()),
    );
  }

  /** Ends all deliveries. */
  stop(): void {
    this.#stop.abort();
  }

  #sendAll(hooks: readonly Hook[], message: WebhookMessage, happening: Happening): void {
    const { event, action } = message;
    for (const hook of hooks) {
      if (!hook.isActive) continue;
      if (!hook.events.includes('*') && !hook.events.includes(event)) continue;
      this.send(hook, { event, action, payload: this.#dialect.webhookPayload(hook, message, happening) });
    }
  }

  #releaseHeld(): void {
    const held = this.#held.toReversed();
    this.#held = [];
    for (const send of held) send();
  }

  #end(): void {
    this.#underWay -= 1;
    this.#changed();
  }

  async #attempt(delivery: WebhookDelivery): Promise<void> {
    const { clock, faults, wire } = this.#parts;
    const { id, hook, event, action, body } = delivery;
    const name = action === undefined ? event : `${event} ${action}`;
    const end = wire.begin('webhook', name, { to: hook.url, id, payload: JSON.parse(body) });
    await clock.sleep(faults.settings().webhookDelay);
    const timeout = new AbortController();
    const cancel = clock.after(this.#dialect.webhookTimeout, () => timeout.abort());
    const at = clock.now().toISOString();
    let outcome: Attempt['outcome'];
    try {
      const headers = { 'content-type': 'application/json', ...this.#dialect.webhookHeaders(hook, event, id, body) };
      const answer = await post(hook.url, headers, body, AbortSignal.any([timeout.signal, this.#stop.signal]));
      outcome = answer.status;
    } catch {
      outcome = timeout.signal.aborted ? 'timed out' : 'not reached';
    } finally {
      cancel();
    }
    delivery.attempts.push({ at, outcome });
    end(String(outcome), undefined, typeof outcome !== 'number' || outcome >= 400);
  }
}

/** Whether a hook is of the repository, or of an App that is installed on it. The events are looked at later. */
function isFor(world: World, { of }: Hook, happening: Happening): boolean {
  if ('repository' in of) return 'repository' in happening && happening.repository.id === of.repository;
  if ('app' in happening) return happening.app.id === of.app;
  const app = world.state.apps.find(({ id }) => id === of.app);
  return app !== undefined && installationOn(app, happening.repository) !== undefined;
}
