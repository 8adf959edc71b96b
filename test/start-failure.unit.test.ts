import { expect, it } from 'vitest';
import { TokenRefused } from '../src/slack/app/sign-in.ts';
import { wordStartFailure } from '../src/start-failure.ts';
import { ArchiveError } from '../src/workflow/ports/archive/archive-error.ts';
import { StartError } from '../src/workflow/ports/start-error.ts';

it.each([
  [new StartError({ code: 'one connection only', seconds: 5 }), 'In PgBouncer, raise default_pool_size.'],
  [
    new TokenRefused({ setting: 'SLACK_BOT_TOKEN', reason: 'invalid_auth' }),
    'Slack refuses SLACK_BOT_TOKEN: invalid_auth. The current one is the Bot User OAuth Token under “OAuth & Permissions”',
  ],
  [new TokenRefused({ setting: 'SLACK_APP_TOKEN', reason: 'not_authed' }), '“App-Level Tokens” of your Slack app.'],
  [new TokenRefused({ setting: 'SLACK_BOT_TOKEN', reason: 'not a bot' }), 'SLACK_BOT_TOKEN is no bot’s token.'],
  [new TokenRefused({ setting: undefined, reason: 'invalid_auth' }), 'Gavel has to be installed there anew.'],
  [new ArchiveError({ code: 'no address' }), 'ADR_REPOSITORY is empty.'],
  [new Error('It is not for us to say.'), 'It is not for us to say.'],
  ['nothing that was foreseen', 'nothing that was foreseen'],
])('what ends Gavel is told in words: %j', (error, words) => {
  expect(wordStartFailure(error)).toContain(words);
});
