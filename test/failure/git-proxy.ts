import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The way to a git server, under one address: it can be closed, and lead to another server. */
export interface GitGate {
  readonly port: number;
  /** From now on nobody answers: connections are refused. */
  close(): Promise<void>;
  /** From now on this server answers. */
  leadTo(url: string): Promise<void>;
}

/** Opens a gate that leads to the server at this address; it closes with the test. */
export async function openGitProxy(url: string): Promise<GitGate> {
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
    leadTo: async (next) => {
      target = new URL(next);
      if (!server.listening) await listen(port);
    },
  };
}
