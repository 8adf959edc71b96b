import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenAccount } from '../../../src/forge/github/account.ts';
import { Connection } from '../../../src/forge/github/connection.ts';

let server: Server;
let address: string;
let requests: string[];

beforeEach(async () => {
  requests = [];
  server = createServer(({ method, url, headers }) => {
    requests.push(`${method} ${url} ${headers['x-github-api-version']} ${headers.authorization}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = typeof bound === 'object' ? `http://127.0.0.1:${bound?.port}` : '';
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a call', () => {
  it('ends in time, also if nobody ever answers, and sends nothing afterwards', async () => {
    const connection = new Connection(address, 'place', tokenAccount('secret'), 1_000);
    const call = connection.call('try', async (api) => {
      await api.rest.repos.get({ owner: 'team', repo: 'adrs' });
      await api.rest.repos.get({ owner: 'team', repo: 'other' });
    });
    await expect(call).rejects.toMatchObject({ trouble: { code: 'forge unreachable', place: 'place' } });
    // On a busy machine, time may be over before the first one is sent.
    expect(requests.filter((request) => request !== 'GET /repos/team/adrs 2022-11-28 token secret')).toEqual([]);
  });

  it('ends in time, also while it waits for something else than an answer', async () => {
    const connection = new Connection(address, 'place', tokenAccount('secret'), 10);
    const call = connection.call('try', () => new Promise(() => undefined));
    await expect(call).rejects.toMatchObject({ trouble: { code: 'forge unreachable' } });
  });

  it('does not take a mistake in the code for a failure of GitHub', async () => {
    const connection = new Connection(address, 'place', tokenAccount('secret'));
    const mistake = new TypeError('undefined is not a function');
    await expect(connection.call('try', () => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
