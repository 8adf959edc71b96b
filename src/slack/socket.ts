import type { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../workflow/ports.ts';

/** Looks after a socket until it is told to stop. */
export interface Keeper {
  isConnected(): boolean;
  stop(): Promise<void>;
}

const longestPause = 30_000;

/**
 * Connects, and connects again for as long as Gavel runs: at once after Slack asks for it, then with growing pauses.
 * The client's own reconnecting (socket-mode 3.1.0) leaves five seconds without a connection each time, and gives up
 * for good when Slack answers once with an HTTP error; it must be switched off. `onGap` is called whenever a
 * connection stands again, as events may have been missed. Throws if the very first attempt is refused.
 */
export async function keepConnected(client: SocketModeClient, log: Log, onGap: () => void): Promise<Keeper> {
  let isStopping = false;
  let isConnected = false;
  let isConnecting = false;
  let waiting: { timer: NodeJS.Timeout; wake: () => void } | undefined;

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      waiting = { wake: resolve, timer: setTimeout(resolve, milliseconds) };
    });

  const reconnect = async (): Promise<void> => {
    if (isStopping || isConnecting) return;
    isConnecting = true;
    for (let pause = 500; !isStopping; pause = Math.min(pause * 2, longestPause)) {
      try {
        await client.start();
        onGap();
        break;
      } catch (error) {
        log.warn({ error }, 'Slack can’t be reached over Socket Mode; trying again.');
        await wait(pause);
      }
    }
    isConnecting = false;
    // It may have closed again before we looked.
    if (!isConnected) void reconnect();
  };

  guardMessages(client, log);
  client.on('connected', () => {
    isConnected = true;
  });
  client.on('disconnected', () => {
    isConnected = false;
    void reconnect();
  });

  isConnecting = true;
  await client.start().finally(() => {
    isConnecting = false;
  });
  return {
    isConnected: () => isConnected,
    stop: async () => {
      isStopping = true;
      clearTimeout(waiting?.timer);
      waiting?.wake();
      if (isConnected) await client.disconnect();
    },
  };
}

/**
 * An `app_rate_limited` payload has no inner event, at which the client (socket-mode 3.1.0) fails with a rejection
 * that nobody handles, and Node would end the process. Here it becomes a line in the log.
 */
function guardMessages(client: SocketModeClient, log: Log): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message: unknown[]) => {
    for (const handle of handlers) {
      try {
        await handle(...message);
      } catch (error) {
        log.warn({ error }, 'A message from Slack could not be taken; Slack may be limiting our events.');
      }
    }
  });
}
