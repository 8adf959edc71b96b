import { createServer } from 'node:http';
import type { CardWatch } from './card-watch.ts';
import { SlackLimits } from './slack-limits.ts';
import { personAt, voteCases, workspace } from './vote-case.ts';

/** Reactions on a card as Slack lists them, by emoji. */
export type ListReactions = (cardTs: string) => { name: string; users: string[]; count: number }[];

/** The few methods of Slack's Web API that a bot calls while people vote, as light as can be. */
export interface WebApi {
  /** For `SLACK_API_URL`. */
  readonly url: string;
  /** Methods that were called and are not there. */
  readonly unknown: ReadonlySet<string>;
  /** How many calls came too soon so far. */
  refused(): number;
}

const everybody = Array.from({ length: voteCases.spread.people }, (_, index) => personAt(index));

/** Starts it on a free port of 127.0.0.1; it ends with its process. */
export async function startWebApi(watch: CardWatch, listReactions: ListReactions): Promise<WebApi> {
  const unknown = new Set<string>();
  const limits = new SlackLimits();
  const { teamId, botUserId, botId, channelId: channel } = workspace;
  const methods: Readonly<Record<string, (body: URLSearchParams) => object>> = {
    'auth.test': () => ({ ok: true, team_id: teamId, user_id: botUserId, bot_id: botId, user: 'gavel', team: 'Bench' }),
    'conversations.members': () => ({ ok: true, members: [botUserId, ...everybody] }),
    'chat.update': (body) => {
      const ts = body.get('ts') ?? '';
      watch.note(ts, body.get('blocks') ?? '');
      return { ok: true, channel, ts };
    },
    'reactions.get': (body) => ({
      ok: true,
      type: 'message',
      channel,
      message: { reactions: listReactions(body.get('timestamp') ?? '') },
    }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = (request.url ?? '').split('/').at(-1) ?? '';
      const wait = limits.count(name);
      if (wait > 0) {
        response.writeHead(429, { 'retry-after': String(wait) }).end();
        return;
      }
      const method = methods[name];
      if (method === undefined) unknown.add(name);
      const answer = method?.(new URLSearchParams(Buffer.concat(chunks).toString())) ?? {
        ok: false,
        error: 'unknown_method',
      };
      const text = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return { url: `http://127.0.0.1:${port}/api/`, unknown, refused: () => limits.refused };
}
