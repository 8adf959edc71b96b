import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ForgeNews } from '../workflow/ports/forge/forge.ts';
import type { Metrics } from '../workflow/ports/metrics.ts';
import type { Log } from '../workflow/ports/ports.ts';
import { readBody } from './read-body.ts';
import type { Route } from './server.ts';

/**
 * Reads what a forge of a kind delivers. `ignored`: nothing that we need; `unsigned`: signed with none of these secrets,
 * so that anybody may have sent it.
 */
export type ReadDelivery = (
  delivery: { readonly headers: IncomingHttpHeaders; readonly body: Buffer },
  secrets: readonly string[],
) => DeliveryNews | Promise<DeliveryNews>;

type DeliveryNews = ForgeNews | 'ignored' | 'unsigned';

/** What the routes for webhooks need. */
export interface WebhookParts {
  /** By the last part of the route's path: the kind of forge. */
  readonly readers: Readonly<Record<string, ReadDelivery>>;
  /** The present secret and former ones. */
  readonly secrets: readonly string[];
  /** Keeps what is to be done about it. The forge is told that it arrived once this resolves. */
  readonly hear: (news: ForgeNews) => Promise<void>;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * The longest delivery that is read, in bytes. GitHub may send more (25 MB), for a push of thousands of commits; what it
 * says is then found when the repository is next looked at.
 */
const longestDelivery = 4 * 1024 * 1024;

/** The routes for what forges deliver: `/webhooks/github` and the like; none without a secret to tell who sends it. */
export function webhookRoutes(parts: WebhookParts): Route[] {
  if (parts.secrets.length === 0) return [];
  return Object.entries(parts.readers).map(([kind, read]) => ({
    method: 'POST' as const,
    path: `/webhooks/${kind}`,
    handle: (request, response) => receive(parts, read, request, response),
  }));
}

async function receive(
  { secrets, hear, metrics, log }: WebhookParts,
  read: ReadDelivery,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, words: string) =>
    void response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(`${words}\n`);
  const body = await readBody(request, longestDelivery);
  if (body === undefined) return answer(413, 'This is longer than any delivery.');
  const news = await read({ headers: request.headers, body }, secrets);
  if (news === 'unsigned') {
    metrics.count('delivery refused');
    return answer(401, 'The signature does not fit the secret that Gavel has.');
  }
  if (news !== 'ignored') {
    await hear(news);
    log.info({ news: news.kind, place: news.place }, 'A forge told of something.');
  }
  answer(202, 'Thank you.');
}
