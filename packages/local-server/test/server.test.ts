import { request } from 'node:http';
import { createLocalServer, listen, portOf, readBody } from '@gavel/local-server/server.ts';
import { describe, expect, it } from 'vitest';

/** A server that answers with the size of the body, and keeps what went wrong. */
async function openServer() {
  const errors: string[] = [];
  const server = createLocalServer({
    requestTimeout: 10_000,
    answer: async (incoming, response, url) => {
      if (url.pathname === '/broken') throw new Error('broken');
      if (url.pathname === '/late') response.writeHead(200).write('a');
      if (url.pathname === '/late') throw new Error('late');
      response.end(String((await readBody(incoming, 3))?.length));
    },
    refusal: (why) => ({ why }),
    failure: (error) => {
      errors.push(String(error));
      return { failed: true };
    },
  });
  const url = await listen(server, 0);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, errors, port: portOf(server), [Symbol.asyncDispose]: close };
}

/** The status for a Host header and a target, which `fetch` would not send as they are. */
function statusFor(port: number, host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('createLocalServer', () => {
  it('answers this machine, and refuses a Host that a web page could choose', async () => {
    await using server = await openServer();
    const { port } = server;
    expect(await statusFor(port, `127.0.0.1:${port}`, '/')).toBe(200);
    expect(await statusFor(port, `localhost:${port}`, '/')).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${port + 1}`, 'localhost']) {
      expect(await statusFor(port, host, '/')).toBe(403);
    }
  });

  it('listens at no other address of this machine', async () => {
    await using server = await openServer();
    await expect(fetch(server.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
  });

  it('refuses a target that is no URL', async () => {
    await using server = await openServer();
    expect(await statusFor(server.port, `localhost:${server.port}`, 'http://[')).toBe(400);
  });

  it('says that it has failed, and ends a response that has begun', async () => {
    await using server = await openServer();
    const response = await fetch(`${server.url}/broken`);
    expect([response.status, await response.json()]).toEqual([500, { failed: true }]);
    await expect(fetch(`${server.url}/late`).then((late) => late.text())).rejects.toThrow();
    expect(server.errors).toEqual(['Error: broken', 'Error: late']);
  });

  it('reads a body up to its limit', async () => {
    await using server = await openServer();
    const sizeOf = async (body: string) => (await fetch(server.url, { method: 'POST', body })).text();
    expect([await sizeOf('abc'), await sizeOf('abcd')]).toEqual(['3', 'undefined']);
  });
});
