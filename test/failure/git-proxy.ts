import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A proxy in front of a git server. It keeps its address while it is closed, or forwards to another server. */
export interface GitProxy {
  readonly port: number;
  /** Refuses connections from now on. */
  close(): Promise<void>;
  /** Forwards to this server from now on. */
  forwardTo(url: string): Promise<void>;
}

/** Opens a proxy that forwards to the server at this address; it closes with the test. */
export async function openGitProxy(url: string): Promise<GitProxy> {
  let target = new URL(url);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((from) => {
    const to = connect(Number(target.port), '127.0.0.1');
    keep(from);
    keep(to);
    from.pipe(to).pipe(from);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  onTestFinished(close);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    close,
    forwardTo: async (next) => {
      target = new URL(next);
      if (!server.listening) await listen(port);
    },
  };
}
