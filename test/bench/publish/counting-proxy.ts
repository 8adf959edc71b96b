import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** A proxy of HTTP that counts the bytes in both directions. */
export interface CountingProxy {
  /** For the environment variable `http_proxy`. */
  readonly url: string;
  /** The bytes since the last time that this was asked. */
  take(): number;
  stop(): Promise<void>;
}

/** Opens a proxy on this machine. */
export async function openProxy(): Promise<CountingProxy> {
  let bytes = 0;
  const count = (part: Buffer) => {
    bytes += part.length;
  };
  const server = createServer((incoming, response) => {
    const { method, headers } = incoming;
    const outgoing = request(incoming.url ?? '', { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', count);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.on('data', count);
    incoming.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    take: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
