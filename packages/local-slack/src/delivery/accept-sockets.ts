import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isOwnHost, portOf, targetOf } from '@gavel/local-server/server.ts';
import { type WebSocket, WebSocketServer } from 'ws';

/** Which sockets are accepted, and what happens with them. */
interface SocketAdmission {
  /** Uses up a ticket. Returns whether it was valid. */
  readonly admit: (ticket: string) => boolean;
  readonly connect: (webSocket: WebSocket) => void;
  readonly onRefusal: () => void;
}

/** The largest message that an app may send, in bytes. Acknowledgements are much smaller. */
const largestMessage = 1_000_000;

/** Accepts WebSockets with a valid ticket at `/link/`, and refuses all others. */
export function acceptSockets(server: Server, { admit, connect, onRefusal }: SocketAdmission): { close(): void } {
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  /** All open sockets. Node doesn't close them with the server. */
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A connection may fail at any moment, even while it is being refused.
    socket.on('error', () => socket.destroy());
    const url = targetOf(request);
    const isWelcome = isOwnHost(request.headers.host, portOf(server)) && url?.pathname === '/link/';
    if (isWelcome && admit(url.searchParams.get('ticket') ?? '')) {
      webSockets.handleUpgrade(request, socket, head, connect);
      return;
    }
    onRefusal();
    socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
  });
  return {
    close: () => {
      webSockets.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
