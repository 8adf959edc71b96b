import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';
import { nameOf, setting } from './setting.ts';

/** Enough for the reason, short enough for a Slack message. */
const longestQuote = 400;

/** What the forge said, after the advice. */
function cite(said: string): string {
  if (said === '') return '';
  return ` It says: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

/** Where a secret belongs for which the file of GAVEL_CONFIG names an environment variable. */
function inVariable(key: string): string {
  return `in the environment variable that ${key} names in the file of GAVEL_CONFIG`;
}

/** Trouble with the API of a forge in English: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ said, ...facts }) =>
    `${nameOf(facts)} does not answer just now, or wants fewer requests.${cite(said)}`,
  'forge key refused': ({ key, said, ...facts }) =>
    key === 'app'
      ? `${nameOf(facts)} does not accept the private key of Gavel’s App. Check ${setting('app_id', facts)}, or make a new key in the settings of the App and set it ${facts.listed ? inVariable('“app_key_variable”') : 'as GITHUB_APP_KEY'}.${cite(said)}`
      : `${nameOf(facts)} does not accept Gavel’s token: it is wrong, has expired, or was revoked. Make a new one, and set it ${facts.listed ? inVariable('“forge_token_variable” or “token_variable”') : 'as ADR_FORGE_TOKEN, or as ADR_TOKEN if that one is used'}.${cite(said)}`,
  'app not installed': ({ url, ...facts }) =>
    `Gavel’s App is not installed on ${nameOf(facts)}, so it can do nothing there. ${url === undefined ? 'Somebody who administers the repository can install it.' : `Install it for this repository: ${url}`}`,
  'permission missing': ({ permission, ...facts }) =>
    `Gavel needs the permission ${quote(permission)} for ${nameOf(facts)}. Grant it to the App or the token; an App’s new permission also has to be accepted where the App is installed.`,
  'repository unknown': (facts) =>
    `There is no repository at ${nameOf(facts)}, or Gavel may not see it. If it has moved, set ${setting('address', facts)} to its new address; otherwise give Gavel’s App or token access to it.`,
  'forge refused': ({ doing, said, ...facts }) =>
    `${nameOf(facts)} said no (${doing}). Whoever looks after the repository may know why.${cite(said)}`,
};
