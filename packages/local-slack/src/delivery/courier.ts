import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Answer, Delivery, DeliveryKind, Retry } from './delivery.ts';
import type { HttpTransport } from './http-transport.ts';
import type { SocketTransport } from './socket-transport.ts';

/** The delay before each retry of an event, in milliseconds (Slack: Events API, three retries). */
const retryDelays = [0, 60_000, 300_000];
/** How long events are held back for reordering, in milliseconds, if too few events follow. */
const longestHold = 1000;

/** A delivery, independent of the attempt. */
type Parcel = Pick<Delivery, 'kind' | 'name' | 'payload'>;

/** The ways to deliver. */
export type DeliveryMode = 'http' | 'socket';

/** Delivers events, commands and interactions to the app, with the injected faults. */
export class Courier {
  readonly #workspace: Workspace;
  readonly #http: HttpTransport;
  readonly #sockets: SocketTransport;
  readonly #mode: DeliveryMode | undefined;
  #underWay = 0;
  #held: (() => void)[] = [];

  constructor(workspace: Workspace, http: HttpTransport, sockets: SocketTransport, mode: DeliveryMode | undefined) {
    this.#workspace = workspace;
    this.#http = http;
    this.#sockets = sockets;
    this.#mode = mode;
  }

  /** Whether no delivery is in progress. Scheduled retries don't count. */
  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  /** Whether a delivery would find the app: always in HTTP mode once it has a request URL. */
  get isAppReachable(): boolean {
    return this.#isSocketMode() ? this.#sockets.count > 0 : this.#http.requestUrl !== undefined;
  }

  /** Delivers an event, with retries if it is not acknowledged. Doesn't wait for the result. */
  deliverEvent(name: string, payload: JsonObject): void {
    const { faults, wire, clock } = this.#workspace;
    if (faults.take('dropEvents')) {
      wire.note(`${name} was dropped by the fault injection`, payload);
      return;
    }
    const send = (): void => void this.#send({ kind: 'events_api', name, payload });
    if (!faults.take('reorder')) {
      send();
      return;
    }
    this.#held.push(send);
    if (faults.settings().reorder === 0) this.#releaseHeld();
    else clock.after(longestHold, () => this.#releaseHeld());
  }

  /** Delivers a person's action once, and waits until it is acknowledged or fails. */
  async ask(kind: Exclude<DeliveryKind, 'events_api'>, name: string, payload: JsonObject): Promise<Answer> {
    return await this.#send({ kind, name, payload });
  }

  #releaseHeld(): void {
    const held = this.#held.toReversed();
    this.#held = [];
    for (const send of held) send();
  }

  async #send(delivery: Parcel): Promise<Answer> {
    const isTwice = this.#workspace.faults.take('duplicate');
    if (isTwice) void this.#attempt(delivery);
    return await this.#attempt(delivery);
  }

  async #attempt(delivery: Parcel, retry?: Retry): Promise<Answer> {
    const { wire, faults, changes, clock } = this.#workspace;
    const retried = retry === undefined ? {} : { retry };
    this.#underWay += 1;
    try {
      const end = wire.begin('delivery', delivery.name, { kind: delivery.kind, ...retried, payload: delivery.payload });
      await clock.sleep(faults.settings().deliveryDelay);
      const transport = this.#isSocketMode() ? this.#sockets : this.#http;
      const answer = await transport.deliver({ ...delivery, ...retried, isAckDropped: faults.take('dropAcks') });
      const isLost = answer.outcome !== 'acknowledged';
      end(isLost ? `${answer.outcome} (${answer.reason})` : 'acknowledged', isLost ? undefined : answer.body, isLost);
      // An immediate retry starts before this attempt ends, so that the courier is not idle in between.
      if (isLost && answer.mayRetry && delivery.kind === 'events_api') {
        this.#retry(delivery, { number: (retry?.number ?? 0) + 1, reason: answer.reason });
      }
      return answer;
    } finally {
      this.#underWay -= 1;
      changes.announce();
    }
  }

  #retry(delivery: Parcel, retry: Retry): void {
    const delay = retryDelays[retry.number - 1];
    if (delay === undefined) this.#workspace.wire.note(`${delivery.name} was lost after three retries`);
    else if (delay === 0) void this.#attempt(delivery, retry);
    else this.#workspace.clock.after(delay, () => void this.#attempt(delivery, retry));
  }

  #isSocketMode(): boolean {
    if (this.#mode !== undefined) return this.#mode === 'socket';
    if (this.#http.requestUrl === undefined) return true;
    return this.#workspace.app.isSocketMode && this.#sockets.count > 0;
  }
}
