import { connect, type Socket } from 'node:net';

/** What a stranger does with a connection after the bytes have left. */
export type Leaving =
  /** Waits for an answer, or for the server to close. */
  | 'wait'
  /** Says that nothing more comes, and waits for the server to close. */
  | 'end'
  /** Breaks the connection off (TCP: RST). */
  | 'reset';

/** Opens a connection, sends these bytes as they are, and leaves; resolves with the beginning of what came back. */
export function sendBytes(port: number, bytes: string | Buffer, leaving: Leaving = 'wait'): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket: Socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, () => {
        if (leaving === 'reset') socket.resetAndDestroy();
        if (leaving === 'end') socket.end();
      });
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (leaving === 'wait') socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

const head = (line: string, ...headers: string[]) => [line, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
export const upgrade = (target: string, ...more: string[]) =>
  head(
    `GET ${target} HTTP/1.1`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  );
const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

const odd: readonly (readonly [what: string, bytes: string | Buffer, leaving?: Leaving])[] = [
  ['a target of two slashes', head('GET // HTTP/1.1')],
  ['a target of a scheme and nothing else', head('GET http:// HTTP/1.1')],
  ['a whole address as its target', head('GET http://127.0.0.1/healthz HTTP/1.1')],
  ['a whole address that is none', head('GET http://[/healthz HTTP/1.1')],
  ['a percent sign with nothing behind it', head('GET /% HTTP/1.1')],
  ['percent signs with no digits', head('GET /%zz%e0%80?%zz=%ff HTTP/1.1')],
  ['an asterisk', head('OPTIONS * HTTP/1.1')],
  ['a backslash', head('GET \\\\healthz HTTP/1.1')],
  ['CONNECT', head('CONNECT 127.0.0.1:22 HTTP/1.1')],
  ['TRACE', head('TRACE /healthz HTTP/1.1')],
  ['an unknown method', head('BREW /healthz HTTP/1.1')],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['another Host', 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'],
  ['two Hosts', head('GET /healthz HTTP/1.1', 'Host: example.com')],
  ['HTTP/0.9', 'GET /healthz\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a greeting of TLS', Buffer.from('16030100c8010000c40303', 'hex'), 'end'],
  ['nothing', '', 'end'],
  ['nothing, and a reset', '', 'reset'],
  ['half a line', 'GET /heal', 'reset'],
  ['half a line, and an end', 'GET /heal', 'end'],
  ['half of its headers', 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-', 'reset'],
  ['a header of 100,000 characters', head('GET /healthz HTTP/1.1', `X-Long: ${'x'.repeat(100_000)}`)],
  ['a target of 100,000 characters', head(`GET /${'x'.repeat(100_000)} HTTP/1.1`)],
  ['5,000 headers', head('GET /healthz HTTP/1.1', ...many(5_000, (index) => `X${index}: 1`))],
  ['a byte of zero', head('GET /health\0z HTTP/1.1', 'X: \0')],
  [
    'a body and a reset in the middle of it',
    `${head('POST /slack/events HTTP/1.1', 'Content-Length: 1000')}{"a":`,
    'reset',
  ],
  ['a body that ends too early', `${head('POST /slack/events HTTP/1.1', 'Content-Length: 1000')}{"a":`, 'end'],
  ['a body where none is due', `${head('GET /healthz HTTP/1.1', 'Content-Length: 5')}hello`],
  [
    'a body of a billion bytes to come',
    `${head('POST /slack/events HTTP/1.1', 'Content-Length: 1000000000')}{`,
    'reset',
  ],
  ['a negative length', head('POST /slack/events HTTP/1.1', 'Content-Length: -1')],
  ['two lengths', `${head('POST /slack/events HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2')}ab`],
  ['chunks that are none', `${head('POST /slack/events HTTP/1.1', 'Transfer-Encoding: chunked')}zz\r\nhello\r\n`],
  ['chunks and a reset', `${head('POST /slack/events HTTP/1.1', 'Transfer-Encoding: chunked')}5\r\nhel`, 'reset'],
  [
    'a length and chunks',
    `${head('POST /slack/events HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
  ],
  ['an expectation', head('POST /slack/events HTTP/1.1', 'Expect: 100-continue', 'Content-Length: 3'), 'reset'],
  ['an expectation of something else', head('POST /slack/events HTTP/1.1', 'Expect: the worst', 'Content-Length: 0')],
  ['a good request, then rubbish', `${head('GET /healthz HTTP/1.1')}\0\xff\r\n\r\n{]`],
  ['a hundred requests at once, and a reset', head('GET /readyz HTTP/1.1').repeat(100), 'reset'],
  ['a hundred requests at once, and an end', head('GET // HTTP/1.1').repeat(100), 'end'],
  ['an upgrade', upgrade('/healthz')],
  ['an upgrade at two slashes', upgrade('//')],
  ['an upgrade at a percent sign', upgrade('/link/%?ticket=%')],
  ['an upgrade without a ticket', upgrade('/link/')],
  ['an upgrade without a ticket, and a reset', upgrade('/link/?ticket=guessed'), 'reset'],
  ['an upgrade, a thousand bytes, and a reset', upgrade('/link/?ticket=guessed') + 'x'.repeat(1_000), 'reset'],
  ['an upgrade from another page', upgrade('/link/', 'Origin: https://example.com')],
  ['an upgrade without a key', head('GET /link/ HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'), 'reset'],
  ['an upgrade to something else', head('GET /healthz HTTP/1.1', 'Connection: Upgrade', 'Upgrade: h2c')],
];

/** Requests that are not as they should be. */
export const oddRequests = odd.map(([what, bytes, leaving = 'wait']) => ({ what, bytes, leaving }));
