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
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The settings that have a token. */
type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const whereToFind: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: 'The current one is the Bot User OAuth Token under “OAuth & Permissions” of your Slack app.',
  SLACK_APP_TOKEN:
    'Generate one with the scope connections:write under “Basic Information”, “App-Level Tokens” of your Slack app.',
};

const pauses = { first: 1_000, longest: 30_000 };

/** What there is to do about a refused token: of a setting, or of a workspace that Gavel was installed in. */
function explainRefusal(setting: TokenSetting | undefined, reason: string): string {
  return setting === undefined
    ? `Slack refuses the token of this workspace: ${reason}. Gavel has to be installed there anew.`
    : `Slack refuses ${setting}: ${reason}. ${whereToFind[setting]}`;
}

/**
 * What to do when Slack says no at the start. A token that Slack refuses is a mistake that only an operator can mend,
 * and no vote is lost by ending: everything is in the database, and Slack keeps the reactions. Throws TokenRefused
 * then. Anything else passes, and is waited for.
 */
export function endIfRefused(error: unknown, setting: TokenSetting | undefined): void {
  const trouble = troubleIn(error);
  if (trouble?.kind !== 'refused') return;
  throw new TokenRefused(explainRefusal(setting, trouble.reason), { cause: error });
}

/** Asks Slack who we are, until it answers. Throws TokenRefused. */
export async function signIn(
  client: WebClient,
  { setting, log, stopWanted }: { setting: TokenSetting | undefined; log: Log; stopWanted: AbortSignal },
): Promise<Identity> {
  const onFailure = (error: unknown) => {
    endIfRefused(error, setting);
    log.warn({ reason: troubleIn(error)?.reason ?? String(error) }, 'Slack can’t be reached yet; trying again.');
  };
  const answer = await keepTrying(() => client.auth.test(), pauses, onFailure, stopWanted);
  const { user_id: botUserId, team_id: teamId, bot_id: botId, response_metadata } = answer;
  if (!botUserId || !teamId)
    throw new TokenRefused(`${setting ?? 'The token'} is no bot’s token. ${whereToFind.SLACK_BOT_TOKEN}`);
  // Slack names the scopes that were granted in a header; where it does not, we try.
  return { teamId, botUserId, botId, mayReadFiles: response_metadata?.scopes?.includes('files:read') ?? true };
}
