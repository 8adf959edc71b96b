import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, openSlack, type Stage } from '../stage.ts';

interface Envelope {
  readonly type: string;
  readonly envelope_id?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly reason?: string;
  readonly num_connections?: number;
  readonly payload?: { readonly event?: { readonly text?: string } };
}

/** A connection of an app that acknowledges only on request. */
class Connection {
  readonly socket: WebSocket;
  readonly got: Envelope[] = [];
  #waiting: (() => void)[] = [];

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data) => {
      this.got.push(JSON.parse(String(data)));
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** The next message of a type that has not been returned yet. */
  async take(type: string): Promise<Envelope> {
    for (;;) {
      const index = this.got.findIndex((each) => each.type === type);
      const [found] = index < 0 ? [] : this.got.splice(index, 1);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  acknowledge(envelope: Envelope, payload: object = {}): void {
    this.socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
  }
}

async function addressOf(slack: Stage): Promise<string> {
  const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open({});
  return url;
}

async function connect(slack: Stage): Promise<Connection> {
  const connection = new Connection(await addressOf(slack));
  await connection.take('hello');
  return connection;
}

describe('Socket Mode', () => {
  it('accepts each ticket once, and no unknown ticket', async () => {
    await using slack = await openSlack();
    const url = await addressOf(slack);
    const hello = await new Connection(url).take('hello');
    expect(hello).toMatchObject({ num_connections: 1, connection_info: { app_id: slack.appId } });
    for (const refused of [url, url.replace(/ticket=\w+/, 'ticket=made-up')]) {
      const { socket } = new Connection(refused);
      const status = await new Promise((resolve) =>
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode)),
      );
      expect(status).toBe(401);
    }
  });

  it('delivers each event to one connection, in turn', async () => {
    await using slack = await openSlack();
    const [one, other] = [await connect(slack), await connect(slack)];
    const first = slack.person('Ben').say('architecture', 'first');
    const second = slack.person('Ben').say('architecture', 'second');
    const envelopes = [await one.take('events_api'), await other.take('events_api')] as const;
    one.acknowledge(envelopes[0]);
    other.acknowledge(envelopes[1]);
    await Promise.all([first, second]);
    expect(envelopes.map(({ payload }) => payload?.event?.text).sort()).toEqual(['first', 'second']);
    expect([...one.got, ...other.got]).toEqual([]);
  });

  it('retries an event on another connection if it is not acknowledged within three seconds', async () => {
    await using slack = await openSlack();
    const [one, other] = [await connect(slack), await connect(slack)];
    const step = slack.person('Ben').say('architecture', 'Hello');
    const [toOne, toOther] = [one.take('events_api'), other.take('events_api')];
    const isOneFirst = await Promise.race([toOne.then(() => true), toOther.then(() => false)]);
    const [first, silent, next] = isOneFirst ? [await toOne, one, other] : [await toOther, other, one];
    expect(first).toMatchObject({ retry_attempt: 0, retry_reason: '' });
    slack.clock.advance(3000);
    const again = await (isOneFirst ? toOther : toOne);
    expect(again).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: first.payload });
    next.acknowledge(again);
    await step;
    expect(silent.got).toEqual([]);
  });

  it('shows operation_timeout for a command that is not acknowledged', async () => {
    await using slack = await openSlack();
    const connection = await connect(slack);
    const step = slack.person('Ben').command('#architecture', '/try');
    await connection.take('slash_commands');
    slack.clock.advance(3000);
    expect((await step).notices).toMatchObject([{ code: 'operation_timeout' }]);
  });

  it('shows the response to a command, or dispatch_failed without a connection', async () => {
    await using slack = await openSlack();
    const ben = slack.person('Ben');
    expect((await ben.command('#architecture', '/try')).notices).toMatchObject([{ code: 'dispatch_failed' }]);
    const connection = await connect(slack);
    const step = ben.command('#architecture', '/try');
    connection.acknowledge(await connection.take('slash_commands'), { text: 'Hello', response_type: 'in_channel' });
    await step;
    expect(slack.person('Alice').sees('architecture')).toMatchObject([{ text: 'Hello', isEphemeral: false }]);
  });

  it('sends nothing to a connection that it has asked to leave', async () => {
    await using slack = await openSlack();
    const old = await connect(slack);
    slack.refreshSockets();
    expect(await old.take('disconnect')).toMatchObject({ reason: 'refresh_requested' });
    const fresh = await connect(slack);
    const step = slack.person('Ben').say('architecture', 'Hello');
    fresh.acknowledge(await fresh.take('events_api'));
    await step;
    expect(old.got).toEqual([]);
    const closed = new Promise((resolve) => old.socket.on('close', resolve));
    slack.clock.advance(10_000);
    await closed;
  });

  it('warns before it refreshes a connection after about five hours', async () => {
    await using slack = await openSlack();
    const connection = await connect(slack);
    slack.clock.advance(18_050_000);
    expect(await connection.take('disconnect')).toMatchObject({ reason: 'warning' });
    slack.clock.advance(10_000);
    expect(await connection.take('disconnect')).toMatchObject({ reason: 'refresh_requested' });
  });

  it('reaches the app as long as it has a connection that it has not asked to leave', async () => {
    await using slack = await openSlack();
    expect(slack.isAppReachable()).toBe(false);
    await connect(slack);
    expect(slack.isAppReachable()).toBe(true);
    slack.refreshSockets();
    expect(slack.isAppReachable()).toBe(false);
    await connect(slack);
    expect(slack.isAppReachable()).toBe(true);
  });

  it('accepts at most ten connections', async () => {
    await using slack = await openSlack();
    for (let count = 0; count < 10; count += 1) await connect(slack);
    const eleventh = new Connection(await addressOf(slack));
    expect(await eleventh.take('disconnect')).toMatchObject({ reason: 'too_many_websockets' });
  });

  it('answers pings', async () => {
    await using slack = await openSlack();
    const { socket } = await connect(slack);
    const pong = new Promise((resolve) => socket.on('pong', (data) => resolve(String(data))));
    socket.ping('are you there');
    expect(await pong).toBe('are you there');
  });

  it('delivers app_rate_limited without an inner event', async () => {
    await using slack = await openSlack();
    const connection = await connect(slack);
    slack.announceRateLimit();
    const envelope = await connection.take('events_api');
    expect(envelope.payload).toMatchObject({ type: 'app_rate_limited', minute_rate_limited: expect.any(Number) });
    expect(envelope.payload).not.toHaveProperty('event');
    connection.acknowledge(envelope);
  });
});
