import type { WebClient } from '@slack/web-api';
import { keepTrying } from '../../process/pauses.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import { troubleIn } from './standing.ts';

/** Who we are in Slack, and what we may do there. */
export interface Identity {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string | undefined;
  readonly mayReadFiles: boolean;
}

/** Slack refuses a token. The message is for whoever runs Gavel: which one, and where to get another. */
class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const whereToFind = {
  SLACK_BOT_TOKEN: 'The current one is the Bot User OAuth Token under “OAuth & Permissions” of your Slack app.',
  SLACK_APP_TOKEN:
    'Generate one with the scope connections:write under “Basic Information”, “App-Level Tokens” of your Slack app.',
};

const pauses = { first: 1_000, longest: 30_000 };

/**
 * What to do when Slack says no at the start. A token that Slack refuses is a mistake that only an operator can mend,
 * and no vote is lost by ending: everything is in the database, and Slack keeps the reactions. Throws TokenRefused
 * then. Anything else passes, and is waited for.
 */
export function endIfRefused(error: unknown, setting: keyof typeof whereToFind): void {
  const trouble = troubleIn(error);
  if (trouble?.kind !== 'refused') return;
  throw new TokenRefused(`Slack refuses ${setting}: ${trouble.reason}. ${whereToFind[setting]}`, { cause: error });
}

/** Asks Slack who we are, until it answers. Throws TokenRefused. */
export async function signIn(client: WebClient, log: Log, stopWanted: AbortSignal): Promise<Identity> {
  const onFailure = (error: unknown) => {
    endIfRefused(error, 'SLACK_BOT_TOKEN');
    log.warn({ reason: troubleIn(error)?.reason ?? String(error) }, 'Slack can’t be reached yet; trying again.');
  };
  const answer = await keepTrying(() => client.auth.test(), pauses, onFailure, stopWanted);
  const { user_id: botUserId, team_id: teamId, bot_id: botId, response_metadata } = answer;
  if (!botUserId || !teamId)
    throw new TokenRefused(`SLACK_BOT_TOKEN is no bot’s token. ${whereToFind.SLACK_BOT_TOKEN}`);
  // Slack names the scopes that were granted in a header; where it does not, we try.
  return { teamId, botUserId, botId, mayReadFiles: response_metadata?.scopes?.includes('files:read') ?? true };
}
