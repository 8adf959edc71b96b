import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';

/** Enough for the reason, short enough for a Slack message. */
const longestQuote = 400;

/** What the forge said, after the advice. */
function cite(said: string): string {
  if (said === '') return '';
  return ` It says: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

/** Trouble with the API of a forge in English: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ place, said }) => `${place} does not answer just now, or wants fewer requests.${cite(said)}`,
  'forge key refused': ({ place, key, said }) =>
    key === 'app'
      ? `${place} does not accept the private key of Gavel’s App. Check GITHUB_APP_ID, or make a new key in the settings of the App and set it as GITHUB_APP_KEY.${cite(said)}`
      : `${place} does not accept Gavel’s token: it is wrong, has expired, or was revoked. Make a new one, and set it as ADR_FORGE_TOKEN, or as ADR_TOKEN if that one is used.${cite(said)}`,
  'app not installed': ({ place, url }) =>
    `Gavel’s App is not installed on ${place}, so it can do nothing there. ${url === undefined ? 'Somebody who administers the repository can install it.' : `Install it for this repository: ${url}`}`,
  'permission missing': ({ place, permission }) =>
    `Gavel needs the permission ${quote(permission)} for ${place}. Grant it to the App or the token; an App’s new permission also has to be accepted where the App is installed.`,
  'repository unknown': ({ place }) =>
    `There is no repository at ${place}, or Gavel may not see it. If it has moved, set ADR_REPOSITORY to its new address; otherwise give Gavel’s App or token access to it.`,
  'forge refused': ({ place, doing, said }) =>
    `${place} said no (${doing}). Whoever looks after the repository may know why.${cite(said)}`,
};
