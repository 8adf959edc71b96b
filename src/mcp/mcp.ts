import type { IncomingMessage, ServerResponse } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { z } from 'zod';
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
import { isFromSlack, isSigned } from './slack-signature.ts';
import { type AnswerBlocks, type Caller, openTools } from './tools.ts';

/** What the door for people's editors and agents needs. */
export interface McpParts {
  /** The web address that they use; undefined for no door. */
  readonly address: string | undefined;
  /** The version of Gavel. */
  readonly version: string;
  /** What a workspace that is being served has; undefined for any other. */
  readonly portsOf: (teamId: string) => Ports | undefined;
  readonly slackbot: SlackbotParts;
  readonly now: () => Date;
  readonly log: Log;
}

/** What Slackbot's requests need. */
interface SlackbotParts {
  /** The secret that Slack signs with; undefined where nothing signed is accepted. */
  readonly signingSecret: string | undefined;
  /** How answers look in Slack. */
  readonly blocks: AnswerBlocks;
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
          const { caller, body } = isSigned(request.headers)
            ? await hearSlackbot(parts, request, allowance)
            : await hearProgram(parts, request, allowance);
          const onerror = (error: Error) => parts.log.warn({ error }, 'A request of a program was not understood.');
          const handler = createMcpHandler(() => openTools(caller, parts.version), {
            ...{ maxRequestBodySize: longestRequest, maxSubscriptions: 0, onerror },
          });
          const answer = await handler.fetch(toWebRequest(request, body, address));
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

/** The body of a request. Throws Denied. */
async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request, longestRequest);
  if (body === undefined) throw new Denied(413, `A request may have ${longestRequest} bytes.`);
  return body;
}

/** The request as the web has it. Without what proves whose it is: nobody needs that any more. */
function toWebRequest(request: IncomingMessage, body: Buffer, address: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (!proofs.has(name) && typeof value === 'string') headers.set(name, value);
  return new Request(address, { method: 'POST', headers, body: new Uint8Array(body) });
}

const proofs: ReadonlySet<string> = new Set(['authorization', 'x-slack-signature', 'x-slack-request-timestamp']);

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

/** A request that is heard: whose it is, and what it says. */
interface Heard {
  readonly caller: Caller;
  readonly body: Buffer;
}

/** Somebody's editor or agent, with their personal token. Throws Denied. */
async function hearProgram(
  { portsOf, log }: McpParts,
  request: IncomingMessage,
  allowance: RequestAllowance,
): Promise<Heard> {
  const bearer = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer === undefined)
    throw unauthorized('Send a personal token as a bearer token. “/adr token” in Slack makes one.');
  const sent = readToken(bearer);
  const ports = sent && portsOf(sent.teamId);
  if (sent === undefined || ports === undefined) throw unauthorized(wrong.unknown, true);
  const found = await checkToken(ports, sent);
  if ('trouble' in found) throw unauthorized(wrong[found.trouble], true);
  // Only now: nobody uses up the requests of a token by its id alone.
  take(allowance, sent.id);
  const { actor } = found;
  try {
    await checkMayUseTools(ports, actor);
  } catch (error) {
    if (error instanceof RuleBroken) throw new Denied(403, wordRefusal(languages.en, error.refusal));
    if (!(error instanceof ChatError)) throw error;
    log.warn({ error: error.cause }, 'Slack did not say who somebody is.');
    throw new Denied(503, languages.en.failures.noAnswer(), { 'retry-after': '10' });
  }
  return { caller: { log, find: async () => ({ ports, actor }), blocks: undefined }, body: await readWhole(request) };
}

/**
 * Slackbot, whose requests Slack signs. A call says whose it is; other requests, such as for the list of tools, may not.
 * Throws Denied.
 */
async function hearSlackbot(
  { portsOf, slackbot, log }: McpParts,
  request: IncomingMessage,
  allowance: RequestAllowance,
): Promise<Heard> {
  const { signingSecret, blocks } = slackbot;
  if (signingSecret === undefined)
    throw new Denied(401, 'Requests that Slack signs are not accepted here: SLACK_SIGNING_SECRET is not set.');
  const body = await readWhole(request);
  // Slack signs by the time of the day, whatever time a test has made of it.
  if (!isFromSlack(signingSecret, request.headers, body, new Date()))
    throw new Denied(401, 'Slack did not sign this request, or more than five minutes ago.');
  const who = readSlackIdentity(body);
  if (who !== undefined) take(allowance, `${who.teamId} ${who.userId}`);
  const find = async () => {
    const ports = who && portsOf(who.teamId);
    if (who === undefined || ports === undefined) throw new RuleBroken({ code: 'other workspace' });
    await checkMayUseTools(ports, who);
    return { ports, actor: who };
  };
  return { caller: { log, find, blocks }, body };
}

/** Who asks through Slackbot, as Slack says in the request (Slack: slack_identity_auth). */
function readSlackIdentity(body: Buffer): Actor | undefined {
  try {
    const { success, data } = signedCall.safeParse(JSON.parse(body.toString()));
    return success ? { teamId: data.params._meta.slack.team_id, userId: data.params._meta.slack.user_id } : undefined;
  } catch {
    // Whatever is wrong with it is told by the protocol.
    return undefined;
  }
}

const slackId = z.string().regex(/^[A-Z0-9]{1,30}$/);
const signedCall = z.object({
  params: z.object({ _meta: z.object({ slack: z.object({ user_id: slackId, team_id: slackId }) }) }),
});

/** Counts a request. Throws Denied when there were too many. */
function take(allowance: RequestAllowance, whose: string): void {
  const wait = allowance.take(whose);
  if (wait > 0) throw new Denied(429, `Too many requests: try again in ${wait} s.`, { 'retry-after': String(wait) });
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
