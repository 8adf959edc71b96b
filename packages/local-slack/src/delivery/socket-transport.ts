import { randomUUID } from 'node:crypto';
import { asText, at, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import type { WebSocket } from 'ws';
import type { Workspace } from '../workspace/workspace.ts';
import { type Answer, type Delivery, type DeliveryKind, type Transport, timeToAcknowledge } from './delivery.ts';

/** Why Slack ends a connection (Slack: Socket Mode, disconnect). */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** The most connections of an app (Slack: Socket Mode). */
const mostConnections = 10;
/** How long a connection lasts until Slack refreshes it, in seconds. Observed in bolt-js#1061. */
const connectionTime = 18_060;
/**
 * How long Slack warns before a refresh, and how long a connection may stay after its disconnect message, in
 * milliseconds.
 */
const notice = 10_000;

const takesPayload: Readonly<Record<DeliveryKind, boolean>> = {
  events_api: false,
  slash_commands: true,
  interactive: true,
};

interface Connection {
  readonly socket: WebSocket;
  /** The connection was asked to leave and gets no more deliveries. */
  isLeaving: boolean;
  readonly cancelRefresh: () => void;
}

interface Waiting {
  readonly connection: Connection;
  readonly isAckDropped: boolean;
  readonly end: (answer: Answer) => void;
}

/** Delivers envelopes over the WebSockets that the app opened, in turn. */
export class SocketTransport implements Transport {
  readonly #workspace: Workspace;
  #connections: Connection[] = [];
  #turn = 0;
  readonly #waiting = new Map<string, Waiting>();
  readonly #lastTried = new WeakMap<JsonObject, Connection>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** How many connections accept deliveries. */
  get count(): number {
    return this.#open().length;
  }

  /** Adds a connection that had a valid ticket. */
  connect(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#connections.length >= mostConnections) {
      this.#send(socket, disconnectMessage('too_many_websockets'));
      socket.close();
      return;
    }
    const { clock } = this.#workspace;
    const cancelWarning = clock.after(connectionTime * 1000 - notice, () => this.#askToLeave(connection, 'warning'));
    const cancelRefresh = clock.after(connectionTime * 1000, () => this.#askToLeave(connection, 'refresh_requested'));
    const connection: Connection = {
      socket,
      isLeaving: false,
      cancelRefresh: () => {
        cancelWarning();
        cancelRefresh();
      },
    };
    this.#connections.push(connection);
    socket.on('message', (data) => this.#receive(String(data)));
    socket.on('close', () => this.#forget(connection));
    this.#send(socket, {
      type: 'hello',
      num_connections: this.#connections.length,
      debug_info: { host: 'local-slack', approximate_connection_time: connectionTime },
      connection_info: { app_id: this.#workspace.state.app.id },
    });
    this.#workspace.changes.announce();
  }

  /** Asks every connection to leave. Those that stay are closed after ten seconds. */
  disconnect(reason: DisconnectReason): void {
    for (const connection of [...this.#connections]) this.#askToLeave(connection, reason);
  }

  /** Delivers once, to the next connection in turn, and waits up to three seconds for the acknowledgement. */
  deliver(delivery: Delivery): Promise<Answer> {
    const connection = this.#next(this.#lastTried.get(delivery.payload));
    if (connection === undefined) {
      return Promise.resolve({ outcome: 'dispatch_failed', reason: 'no_connection', mayRetry: false });
    }
    this.#lastTried.set(delivery.payload, connection);
    const id = randomUUID();
    this.#send(connection.socket, {
      envelope_id: id,
      type: delivery.kind,
      accepts_response_payload: takesPayload[delivery.kind],
      payload: delivery.payload,
      ...(delivery.kind === 'events_api'
        ? { retry_attempt: delivery.retry?.number ?? 0, retry_reason: delivery.retry?.reason ?? '' }
        : {}),
    });
    return new Promise((resolve) => {
      const cancel = this.#workspace.clock.after(timeToAcknowledge, () =>
        end({ outcome: 'operation_timeout', reason: 'timeout', mayRetry: true }),
      );
      const end = (answer: Answer): void => {
        cancel();
        this.#waiting.delete(id);
        resolve(answer);
      };
      this.#waiting.set(id, { connection, isAckDropped: delivery.isAckDropped, end });
    });
  }

  /** Closes all connections. One that doesn't close within half a second is terminated. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#connections.map(
        ({ socket }) =>
          new Promise<void>((resolve) => {
            const cut = setTimeout(() => socket.terminate(), 500);
            socket.once('close', () => {
              clearTimeout(cut);
              resolve();
            });
            socket.close(1001);
          }),
      ),
    );
  }

  #open(): Connection[] {
    return this.#connections.filter(({ socket, isLeaving }) => !isLeaving && socket.readyState === socket.OPEN);
  }

  /** The next connection in turn. The one that failed before is used only if there is no other. */
  #next(failed?: Connection): Connection | undefined {
    const open = this.#open();
    const others = open.filter((connection) => connection !== failed);
    const candidates = others.length > 0 ? others : open;
    this.#turn += 1;
    return candidates[this.#turn % candidates.length];
  }

  #receive(text: string): void {
    const message = parseJson(text);
    const waiting = this.#waiting.get(asText(at(message, 'envelope_id')) ?? '');
    if (waiting === undefined) {
      this.#workspace.wire.note('An acknowledgement for an unknown or timed-out envelope', message);
    } else if (!waiting.isAckDropped) {
      waiting.end({ outcome: 'acknowledged', body: at(message, 'payload') });
    }
  }

  #askToLeave(connection: Connection, reason: DisconnectReason): void {
    connection.isLeaving = reason !== 'warning';
    this.#send(connection.socket, disconnectMessage(reason));
    if (connection.isLeaving) this.#workspace.clock.after(notice, () => connection.socket.terminate());
    this.#workspace.changes.announce();
  }

  #forget(connection: Connection): void {
    connection.cancelRefresh();
    this.#connections = this.#connections.filter((each) => each !== connection);
    for (const waiting of [...this.#waiting.values()]) {
      if (waiting.connection !== connection) continue;
      waiting.end({ outcome: 'dispatch_failed', reason: 'connection_failed', mayRetry: true });
    }
    this.#workspace.changes.announce();
  }

  #send(socket: WebSocket, message: object): void {
    const type = asText(Reflect.get(message, 'type')) ?? 'message';
    if (!('envelope_id' in message)) this.#workspace.wire.begin('socket', type, message)('sent');
    socket.send(JSON.stringify(message));
  }
}

function disconnectMessage(reason: DisconnectReason): object {
  return { type: 'disconnect', reason, debug_info: { host: 'local-slack' } };
}
