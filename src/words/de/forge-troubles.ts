import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';

/** What the forge said, after the advice. */
function cite(said: string): string {
  return said === '' ? '' : ` Die Antwort: ${said}`;
}

/** Trouble with the API of a forge in German: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ place, said }) => `${place} antwortet gerade nicht.${cite(said)}`,
  'forge key refused': ({ place, key, said }) =>
    `${place} nimmt ${key === 'app' ? 'den Schlüssel der App' : 'das Token'} von Gavel nicht an. Vielleicht ist es abgelaufen oder widerrufen.${cite(said)}`,
  'app not installed': ({ place, url }) =>
    `Die App von Gavel ist für ${place} nicht installiert.${url === undefined ? '' : ` Installier sie unter ${url}.`}`,
  'permission missing': ({ place, permission }) => `Gavel fehlt die Berechtigung ${quote(permission)} bei ${place}.`,
  'repository unknown': ({ place }) => `Unter ${place} gibt es kein Repository, oder Gavel darf es nicht sehen.`,
  'repository archived': ({ place }) => `Das Repository ${place} ist archiviert und nimmt keine Änderungen an.`,
  'rule in the way': ({ place, rule, said }) =>
    `Die Regel ${quote(rule)} bei ${place} verlangt etwas, das Gavel nicht hat.${cite(said)}`,
  'review branch taken': ({ place, branch }) => `Bei ${place} liegt im Branch ${branch} die Arbeit von jemand anderem.`,
  'forge refused': ({ place, doing, said }) => `${place} hat das abgelehnt: ${doing}.${cite(said)}`,
};
