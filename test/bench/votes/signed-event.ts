import { createHmac } from 'node:crypto';
import { type Change, cardTsAt, personAt, workspace } from './vote-case.ts';

/** What Slack and the bots sign with here. */
export const signingSecret = 'not-a-secret-0123456789abcdef';

/** Slack's `event_ts` for microseconds since 1970. */
function slackTime(microseconds: number): string {
  return `${Math.floor(microseconds / 1_000_000)}.${String(microseconds % 1_000_000).padStart(6, '0')}`;
}

/** A change as Slack would deliver it (Slack: Events API, `reaction_added` and `reaction_removed`), as JSON. */
function writeEvent(change: Change, microseconds: number): string {
  const { teamId, channelId, botUserId } = workspace;
  return JSON.stringify({
    token: 'deprecated',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: 'A0BENCH',
    event: {
      type: change.isAdded ? 'reaction_added' : 'reaction_removed',
      user: personAt(change.person),
      reaction: change.emoji,
      item: { type: 'message', channel: channelId, ts: cardTsAt(change.card) },
      item_user: botUserId,
      event_ts: slackTime(microseconds),
    },
    type: 'event_callback',
    event_id: `Ev${microseconds}`,
    event_time: Math.floor(microseconds / 1_000_000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${microseconds}`,
  });
}

/** The whole signed HTTP request that delivers a change, ready to be written to a socket. */
export function signRequest(change: Change, microseconds: number): Buffer {
  const body = writeEvent(change, microseconds);
  const timestamp = Math.floor(microseconds / 1_000_000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const head = [
    'POST /slack/events HTTP/1.1',
    'Host: 127.0.0.1',
    'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'Accept: */*',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Slack-Request-Timestamp: ${timestamp}`,
    `X-Slack-Signature: v0=${signature}`,
    'Connection: keep-alive',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
