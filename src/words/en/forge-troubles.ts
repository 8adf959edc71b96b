import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';

/** What the forge said, after the advice. */
function cite(said: string): string {
  return said === '' ? '' : ` It says: ${said}`;
}

/** Trouble with the API of a forge in English: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ place, said }) => `${place} does not answer just now.${cite(said)}`,
  'forge key refused': ({ place, key, said }) =>
    `${place} does not accept Gavel’s ${key === 'app' ? 'App key' : 'token'}. It may have expired or been revoked.${cite(said)}`,
  'app not installed': ({ place, url }) =>
    `Gavel’s App is not installed on ${place}.${url === undefined ? '' : ` Install it at ${url}.`}`,
  'permission missing': ({ place, permission }) => `Gavel has no permission ${quote(permission)} at ${place}.`,
  'repository unknown': ({ place }) => `There is no repository at ${place}, or Gavel may not see it.`,
  'repository archived': ({ place }) => `The repository at ${place} is archived, and takes no changes.`,
  'rule in the way': ({ place, rule, said }) =>
    `The rule ${quote(rule)} at ${place} demands what Gavel can’t give.${cite(said)}`,
  'review branch taken': ({ place, branch }) => `At ${place}, the branch ${branch} has somebody else’s work.`,
  'forge refused': ({ place, doing, said }) => `${place} refused this: ${doing}.${cite(said)}`,
};
