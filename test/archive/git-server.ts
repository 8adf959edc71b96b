import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A git server over http on 127.0.0.1 that requires a username and password, as a forge does. */
export interface GitServer {
  /** Address of the repository in `name` below the served folder. */
  urlOf(name: string): string;
  /** The `username:password` pairs that came with a request. */
  readonly seen: ReadonlySet<string>;
}

/** Serves the repositories of a folder through `git http-backend` until the test ends. The password may change. */
export async function serveGit(
  folder: string,
  username: string,
  password: string | (() => string),
): Promise<GitServer> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const basic = /^Basic (.+)$/u.exec(request.headers.authorization ?? '')?.[1];
    const given = basic && Buffer.from(basic, 'base64').toString('utf8');
    if (given) seen.add(given);
    if (given === `${username}:${typeof password === 'string' ? password : password()}`)
      return answer(folder, username, request, response);
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end('no');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { urlOf: (name) => `http://127.0.0.1:${port}/${name}`, seen };
}

/** One request as CGI (RFC 3875), which is what git http-backend speaks. */
function answer(folder: string, user: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: user,
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: request.headers['content-length'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
    },
  });
  backend.stdin.on('error', () => {});
  request.pipe(backend.stdin);
  const output: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  backend.on('close', () => {
    const whole = Buffer.concat(output);
    const end = whole.indexOf('\r\n\r\n');
    const headers = whole.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
    for (const header of headers) {
      const [name = '', value = ''] = header.split(/:\s*/u, 2);
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else if (name !== '') response.setHeader(name, value);
    }
    response.end(whole.subarray(end + 4));
  });
}
