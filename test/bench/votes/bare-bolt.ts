import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { signingSecret } from './signed-event.ts';

// The yardstick: a Bolt app that takes the same events and does nothing with them.

const receiver = new HTTPReceiver({
  signingSecret,
  logLevel: LogLevel.WARN,
  customRoutes: [{ path: '/readyz', method: 'GET', handler: (_request, response) => void response.end() }],
});
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  receiver,
  logLevel: LogLevel.WARN,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});
app.event('reaction_added', async () => undefined);
app.event('reaction_removed', async () => undefined);
await app.start(Number(process.env.PORT));
