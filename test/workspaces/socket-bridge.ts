import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { acceptSockets } from '@gavel/local-slack/delivery/accept-sockets.ts';
import { onTestFinished } from 'vitest';

type Socket = Parameters<Parameters<typeof acceptSockets>[1]['connect']>[0];

/** Slack's side of Socket Mode, for all workspaces of an app: what they deliver over HTTP goes through one socket. */
export interface SocketBridge {
  readonly appToken: string;
  /** Where the app-level token opens a socket. */
  readonly apiUrl: string;
  /** Where local Slacks deliver to. */
  readonly requestUrl: string;
}

/** What an HTTP delivery is in Socket Mode. */
function toEnvelope(contentType: string, body: string): { readonly type: string; readonly payload: unknown } {
  if (contentType.startsWith('application/json')) return { type: 'events_api', payload: JSON.parse(body) as unknown };
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields.payload === undefined
    ? { type: 'slash_commands', payload: fields }
    : { type: 'interactive', payload: JSON.parse(fields.payload) as unknown };
}

/** Opens a bridge, which is closed with the test. */
export async function openSocketBridge(): Promise<SocketBridge> {
  const appToken = `xapp-1-${randomUUID()}`;
  const acknowledged = new Map<string, (payload: unknown) => void>();
  let socket: Socket | undefined;

  const forward = (request: IncomingMessage, body: string): Promise<unknown> => {
    const envelopeId = randomUUID();
    const answered = new Promise((resolve) => acknowledged.set(envelopeId, resolve));
    const envelope = toEnvelope(request.headers['content-type'] ?? '', body);
    socket?.send(JSON.stringify({ envelope_id: envelopeId, accepts_response_payload: true, ...envelope }));
    return answered;
  };
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    if (request.url === '/api/apps.connections.open') {
      const isKnown = request.headers.authorization === `Bearer ${appToken}`;
      const url = `ws://127.0.0.1:${port}/link/?ticket=one`;
      response.end(JSON.stringify(isKnown ? { ok: true, url } : { ok: false, error: 'invalid_auth' }));
      return;
    }
    const answer = await forward(request, body);
    response.setHeader('content-type', 'application/json');
    response.end(answer === undefined ? '' : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sockets = acceptSockets(server, {
    admit: () => true,
    onRefusal: () => undefined,
    connect: (opened) => {
      socket = opened;
      opened.on('message', (data) => {
        const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
        acknowledged.get(id)?.(payload);
      });
      opened.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0000000001' } }));
    },
  });
  onTestFinished(() => {
    sockets.close();
    server.close();
  });
  return { appToken, apiUrl: `http://127.0.0.1:${port}/api/`, requestUrl: `http://127.0.0.1:${port}/deliveries` };
}
