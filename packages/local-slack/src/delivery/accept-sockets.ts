import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOwnHost, portOf, targetOf } from '../server/server.ts';

/** Who comes in through the door, and what is done with them. */
interface SocketAdmission {
  /** Uses a ticket up; says whether it was good. */
  readonly admit: (ticket: string) => boolean;
  readonly connect: (webSocket: WebSocket) => void;
  readonly onRefusal: () => void;
}

/** The largest message that an app may send, in bytes: acknowledgements are far below. */
const largestMessage = 1_000_000;

/** Lets WebSockets in at `/link/`, each with a ticket of its own; everybody else is turned away. */
export function acceptSockets(server: Server, { admit, connect, onRefusal }: SocketAdmission): { close(): void } {
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  /** Node leaves these to us, also when the server closes. */
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // They may break off at any moment, also while they are being turned away.
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
