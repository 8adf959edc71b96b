import type { IncomingMessage, ServerResponse } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/server.ts';
import { wordRefusal } from '../words/language.ts';
import { languages } from '../words/languages.ts';
import { checkMayUseTools } from '../workflow/access/access.ts';
import type { Actor } from '../workflow/ports/actor.ts';
import { ChatError } from '../workflow/ports/chat/chat-error.ts';
import type { Log, Ports } from '../workflow/ports/ports.ts';
import { checkToken, readToken } from '../workflow/tools/token.ts';
import { RequestAllowance } from './request-allowance.ts';
import { openTools } from './tools.ts';

/** What the door for people's editors and agents needs. */
export interface McpParts {
  /** The web address that they use; undefined for no door. */
  readonly address: string | undefined;
  /** The version of Gavel. */
  readonly version: string;
  /** What a workspace that is being served has; undefined for any other. */
  readonly portsOf: (teamId: string) => Ports | undefined;
  readonly now: () => Date;
  readonly log: Log;
}

/** Where the door is, whatever path a proxy shows it at. */
const path = '/mcp';

/** The longest request that is read, in bytes. */
const longestRequest = 256 * 1024;

/** A request that is answered without looking at what it wants. */
class Denied extends Error {
  override readonly name = 'Denied';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** The routes of `/mcp` (Model Context Protocol, Streamable HTTP), without sessions; none without an address. */
export function mcpRoutes(parts: McpParts): Route[] {
  const { address } = parts;
  if (address === undefined) return [];
  const { host } = new URL(address);
  const allowance = new RequestAllowance(parts.now);
  const notThere = (_: IncomingMessage, response: ServerResponse) =>
    deny(response, new Denied(405, 'There are no sessions and no streams here: POST each request.', { allow: 'POST' }));
  return [
    {
      method: 'POST',
      path,
      handle: async (request, response) => {
        try {
          checkOrigin(request, host);
          const { ports, actor } = await identify(parts, request, allowance);
          const onerror = (error: Error) => parts.log.warn({ error }, 'A request of a program was not understood.');
          const handler = createMcpHandler(() => openTools(ports, actor, parts.version), {
            ...{ maxRequestBodySize: longestRequest, maxSubscriptions: 0, onerror },
          });
          const answer = await handler.fetch(await readRequest(request, address));
          response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
        } catch (error) {
          if (!(error instanceof Denied)) throw error;
          deny(response, error);
        }
      },
    },
    { method: 'GET', path, handle: notThere },
    { method: 'DELETE', path, handle: notThere },
  ];
}

/** The request as the web has it. Without its token: nobody needs it any more. Throws Denied. */
async function readRequest(request: IncomingMessage, address: string): Promise<Request> {
  const body = await readBody(request, longestRequest);
  if (body === undefined) throw new Denied(413, `A request may have ${longestRequest} bytes.`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (name !== 'authorization' && typeof value === 'string') headers.set(name, value);
  return new Request(address, { method: 'POST', headers, body: new Uint8Array(body) });
}

function deny(response: ServerResponse, { status, message, headers }: Denied): void {
  // Don't wait for the body of the request.
  const always = { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' };
  const body = { jsonrpc: '2.0', id: null, error: { code: -32_000, message } };
  response.writeHead(status, { ...always, ...headers }).end(JSON.stringify(body));
}

/**
 * Refuses pages of other sites. Nothing but browsers sends an origin, and a page that had a name of its own lead here
 * would still send its own.
 */
function checkOrigin({ headers: { origin } }: IncomingMessage, host: string): void {
  if (origin === undefined || URL.parse(origin)?.host === host) return;
  throw new Denied(403, 'A page of another site may not ask here.');
}

/** Whose request it is, checked against Slack as it is now. Throws Denied. */
async function identify(
  { portsOf, log }: McpParts,
  { headers: { authorization } }: IncomingMessage,
  allowance: RequestAllowance,
): Promise<{ ports: Ports; actor: Actor }> {
  const bearer = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined)
    throw unauthorized('Send a personal token as a bearer token. “/adr token” in Slack makes one.');
  const sent = readToken(bearer);
  const ports = sent && portsOf(sent.teamId);
  if (sent === undefined || ports === undefined) throw unauthorized(wrong.unknown, true);
  const found = await checkToken(ports, sent);
  if ('trouble' in found) throw unauthorized(wrong[found.trouble], true);
  // Only now: nobody uses up the requests of a token by its id alone.
  const wait = allowance.take(sent.id);
  if (wait > 0) throw new Denied(429, `Too many requests: try again in ${wait} s.`, { 'retry-after': String(wait) });
  try {
    await checkMayUseTools(ports, found.actor);
  } catch (error) {
    if (error instanceof RuleBroken) throw new Denied(403, wordRefusal(languages.en, error.refusal));
    if (!(error instanceof ChatError)) throw error;
    log.warn({ error: error.cause }, 'Slack did not say who somebody is.');
    throw new Denied(503, languages.en.failures.noAnswer(), { 'retry-after': '10' });
  }
  return { ports, actor: found.actor };
}

const wrong = {
  unknown: 'This token is not one of ours. “/adr token” in Slack makes one.',
  revoked: 'This token was revoked. “/adr token” in Slack makes another.',
  expired: 'This token has expired. “/adr token” in Slack makes another.',
} as const;

function unauthorized(message: string, isWrong = false): Denied {
  const challenge = `Bearer realm="Gavel"${isWrong ? ', error="invalid_token"' : ''}`;
  return new Denied(401, message, { 'www-authenticate': challenge });
}
