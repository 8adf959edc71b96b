import type { WebClient } from '@slack/web-api';
import { keepTrying } from '../../process/pauses.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import type { HistoryScopes } from '../shortcut/threads.ts';
import { troubleIn } from './standing.ts';

/** Who we are in Slack, and what we may do there. */
export interface Identity {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string | undefined;
  readonly mayReadFiles: boolean;
  readonly mayReadMessages: HistoryScopes;
  /** The address of the workspace; undefined if Slack does not tell it. */
  readonly url: string | undefined;
}

/** The settings that have a token. */
export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/**
 * Why a token will never work: Slack's own code, or that it is not a bot's. `setting`: where it is set; unset for the
 * token of an installation.
 */
export interface TokenTrouble {
  readonly setting: TokenSetting | undefined;
  readonly reason: string;
}

/** Slack refuses a token. The message is for logs; operators are told in words. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly trouble: TokenTrouble;

  constructor(trouble: TokenTrouble, options?: ErrorOptions) {
    super(`${trouble.setting ?? 'token of an installation'}: ${trouble.reason}`, options);
    this.trouble = trouble;
  }
}

const pauses = { first: 1_000, longest: 30_000 };

/**
 * What to do when Slack says no at startup. Only an operator can fix a refused token, and exiting loses no vote:
 * everything is in the database, and Slack keeps the reactions. Throws TokenRefused then. Anything else is temporary,
 * and is waited for.
 */
export function endIfRefused(error: unknown, setting: TokenSetting | undefined): void {
  const trouble = troubleIn(error);
  if (trouble?.kind !== 'refused') return;
  throw new TokenRefused({ setting, reason: trouble.reason }, { cause: error });
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
  const { user_id: botUserId, team_id: teamId, bot_id: botId, url, response_metadata } = answer;
  if (!botUserId || !teamId) throw new TokenRefused({ setting, reason: 'not a bot' });
  // Slack names the granted scopes in a header; if it doesn't, we just try.
  const has = (scope: string) => response_metadata?.scopes?.includes(scope) ?? true;
  const mayReadMessages = { public: has('channels:history'), private: has('groups:history') };
  return { teamId, botUserId, botId, url, mayReadFiles: has('files:read'), mayReadMessages };
}
