import fc from 'fast-check';
import type { Leaving } from './stranger.ts';

const methods = ['GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'M-SEARCH', 'get', ''];
const paths = [
  '/',
  '//',
  '/healthz',
  '/readyz',
  '/metrics',
  '/slack/events',
  '/link/',
  '/api/auth.test',
  '/control/state',
];
const endings = ['', '?', '?as=Alice', '%', '%00', '/..', '#', '\\', '@127.0.0.1', '?ticket=1', ':80'];
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', 'HTTP', ''];
const headers = [
  ...[
    'Host: 127.0.0.1',
    'Host: localhost:1',
    'Host:',
    'Connection: Upgrade',
    'Connection: close',
    'Connection: keep-alive',
  ],
  ...['Upgrade: websocket', 'Upgrade: h2c', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
  ...[
    'Content-Length: 0',
    'Content-Length: 2',
    'Content-Length: 99999',
    'Content-Length: x',
    'Transfer-Encoding: chunked',
  ],
  ...['Content-Type: application/json', 'Content-Type: multipart/form-data', 'Expect: 100-continue', 'Origin: null'],
  ...[
    'X-Slack-Signature: v0=1',
    'X-Slack-Request-Timestamp: 1',
    'Authorization: Bearer x',
    ' folded',
    'no colon',
    '\0: \0',
  ],
];

const text = (words: readonly string[]) => fc.constantFrom(...words);
const line = fc
  .tuple(text(methods), fc.oneof(text(paths), fc.webUrl(), fc.string()), text(endings), text(versions))
  .map(([method, path, ending, version]) => `${method} ${path}${ending} ${version}`);

const request = fc
  .tuple(line, fc.array(text(headers), { maxLength: 8 }), fc.oneof(fc.constant(''), fc.json(), fc.string()))
  .map(([first, more, body]) => Buffer.from(`${[first, ...more].join('\r\n')}\r\n\r\n${body}`, 'latin1'));

/** One or more requests, more or less as HTTP has them, cut off anywhere; or any bytes at all. */
const bytes = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(request, { minLength: 1, maxLength: 3 }).map((requests) => Buffer.concat(requests)),
  },
  { weight: 3, arbitrary: fc.tuple(request, fc.nat(200)).map(([whole, length]) => whole.subarray(0, length)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((any) => Buffer.from(any)) },
);

/** What a stranger may send, and how they leave; never one who waits, as for half a request nobody answers. */
export const anyVisit = fc.record({ bytes, leaving: fc.constantFrom<Leaving>('end', 'reset') });

/** Frames of a WebSocket, most of which RFC 6455 forbids: any flags and opcodes, any length told and sent. */
export const anyFrames = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(...[0x80, 0x85, 0x05, 0xfd, 0xfe, 0xff, 0x7f]),
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.json().map((any) => new TextEncoder().encode(any)),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((frames) => Buffer.concat(frames.map(([flags, length, rest]) => Buffer.from([flags, length, ...rest]))));
