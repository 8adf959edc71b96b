import type { Trouble } from './decision/failure/trouble.ts';
import { TokenRefused, type TokenSetting, type TokenTrouble } from './slack/app/sign-in.ts';
import { en } from './words/en/en.ts';
import { wordTrouble } from './words/language.ts';
import { ArchiveError } from './workflow/ports/archive/archive-error.ts';
import { StartError, type StartTrouble } from './workflow/ports/start-error.ts';

const wordings: {
  readonly [Code in StartTrouble['code']]: (facts: Extract<StartTrouble, { readonly code: Code }>) => string;
} = {
  'one connection only': ({ seconds }) =>
    `Gavel reaches the database through a pooler that did not give it a second connection within ${seconds} seconds. ` +
    'Gavel needs at least two at a time, one of which it keeps. In PgBouncer, raise default_pool_size.',
};

const whereToFind: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: 'The current one is the Bot User OAuth Token under “OAuth & Permissions” of your Slack app.',
  SLACK_APP_TOKEN:
    'Generate one with the scope connections:write under “Basic Information”, “App-Level Tokens” of your Slack app.',
};

/** What to do about a token that Slack refuses: one from a setting, or from a workspace that has Gavel installed. */
export function wordTokenTrouble({ setting, reason }: TokenTrouble): string {
  if (reason === 'not a bot') return `${setting ?? 'The token'} is no bot’s token. ${whereToFind.SLACK_BOT_TOKEN}`;
  return setting === undefined
    ? `Slack refuses the token of this workspace: ${reason}. Gavel has to be installed there anew.`
    : `Slack refuses ${setting}: ${reason}. ${whereToFind[setting]}`;
}

/** What the operator reads about an error that ends Gavel. */
export function wordStartFailure(error: unknown): string {
  if (error instanceof ArchiveError) return wordArchiveTrouble(error.trouble);
  if (error instanceof TokenRefused) return wordTokenTrouble(error.trouble);
  if (error instanceof StartError) {
    // The type checker does not see that a code and its facts belong together.
    const wording = wordings[error.trouble.code] as (facts: StartTrouble) => string;
    return wording(error.trouble);
  }
  return error instanceof Error ? error.message : String(error);
}

/** What the operator reads about trouble with the repository. */
export function wordArchiveTrouble(trouble: Trouble): string {
  return wordTrouble(en, trouble);
}
