import type { SocketModeClient } from '@slack/socket-mode';
import { keepTrying } from '../../process/pauses.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import { endIfRefused } from './sign-in.ts';
import { troubleIn } from './standing.ts';

/** Keeps a socket open until it is told to stop. */
export interface Keeper {
  isConnected(): boolean;
  /** Why the last attempt to connect failed; undefined if it succeeded. */
  trouble(): string | undefined;
  /** Connects for the first time, once Slack lets us. Throws TokenRefused when it never will. */
  connect(stopWanted: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Who wants to know that events may have been missed. */
interface Callbacks {
  /** The connection is up again. */
  readonly onGap: () => void;
  /** A message could not be handled. */
  readonly onMiss: () => void;
}

const pauses = { first: 500, longest: 30_000 };

/**
 * Connects, and reconnects for as long as Gavel runs: at once when Slack asks for it, otherwise with growing pauses.
 * The client's own reconnecting (socket-mode 3.1.0) leaves five seconds without a connection each time, and gives up
 * for good after a single HTTP error from Slack, so it must be switched off.
 */
export function keepConnected(client: SocketModeClient, log: Log, { onGap, onMiss }: Callbacks): Keeper {
  const stopping = new AbortController();
  let isConnected = false;
  let isConnecting = false;
  let trouble: string | undefined;

  /** Connects as soon as Slack lets us; `onFailure` may end the attempts. */
  const connect = async (signal: AbortSignal, onFailure: (error: unknown) => void) => {
    const noteFailure = (error: unknown) => {
      trouble = troubleIn(error)?.reason ?? 'no answer';
      onFailure(error);
      log.warn({ error }, 'Slack can’t be reached over Socket Mode; trying again.');
    };
    isConnecting = true;
    try {
      await keepTrying(() => client.start(), pauses, noteFailure, signal);
      trouble = undefined;
    } finally {
      isConnecting = false;
    }
  };
  const reconnect = async (): Promise<void> => {
    // It may have closed again before we looked.
    while (!isConnected && !isConnecting && !stopping.signal.aborted) {
      await connect(stopping.signal, () => undefined);
      onGap();
    }
  };

  guardMessages(client, log, onMiss);
  client.on('connected', () => {
    isConnected = true;
  });
  client.on('disconnected', () => {
    isConnected = false;
    reconnect().catch((error) => {
      if (!stopping.signal.aborted) throw error;
    });
  });

  return {
    isConnected: () => isConnected,
    trouble: () => trouble,
    connect: async (stopWanted) => {
      const either = AbortSignal.any([stopWanted, stopping.signal]);
      await connect(either, (error) => endIfRefused(error, 'SLACK_APP_TOKEN'));
      await reconnect();
    },
    stop: async () => {
      stopping.abort();
      if (isConnected) await client.disconnect();
    },
  };
}

/**
 * An `app_rate_limited` payload has no inner event. The client (socket-mode 3.1.0) fails on it with an unhandled
 * rejection, which would make Node exit. Here it becomes a line in the log.
 */
function guardMessages(client: SocketModeClient, log: Log, onMiss: () => void): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message: unknown[]) => {
    for (const handle of handlers) {
      try {
        await handle(...message);
      } catch (error) {
        onMiss();
        log.warn({ error }, 'A message from Slack could not be handled; Slack may be limiting our events.');
      }
    }
  });
}
