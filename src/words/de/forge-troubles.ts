import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';

/** Enough for the reason, short enough for a Slack message. */
const longestQuote = 400;

/** What the forge said, after the advice. */
function cite(said: string): string {
  if (said === '') return '';
  return ` Die Antwort: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

/** Trouble with the API of a forge in German: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ place, said }) => `${place} antwortet gerade nicht oder will weniger Anfragen.${cite(said)}`,
  'forge key refused': ({ place, key, said }) =>
    key === 'app'
      ? `${place} nimmt den privaten Schlüssel von Gavels App nicht an. Prüf GITHUB_APP_ID, oder erzeug in den Einstellungen der App einen neuen Schlüssel und trag ihn als GITHUB_APP_KEY ein.${cite(said)}`
      : `${place} nimmt Gavels Token nicht an: Es ist falsch, abgelaufen oder widerrufen. Erzeug ein neues und trag es als ADR_FORGE_TOKEN ein, oder als ADR_TOKEN, falls dieses benutzt wird.${cite(said)}`,
  'app not installed': ({ place, url }) =>
    `Gavels App ist für ${place} nicht installiert und kann dort nichts tun. ${url === undefined ? 'Wer das Repository verwaltet, kann sie installieren.' : `Installier sie für dieses Repository: ${url}`}`,
  'permission missing': ({ place, permission }) =>
    `Gavel braucht für ${place} die Berechtigung ${quote(permission)}. Gib sie der App oder dem Token; bei einer App muss sie dort, wo die App installiert ist, noch angenommen werden.`,
  'repository unknown': ({ place }) =>
    `Unter ${place} gibt es kein Repository, oder Gavel darf es nicht sehen. Ist es umgezogen, trag die neue Adresse als ADR_REPOSITORY ein; sonst gib Gavels App oder Token Zugriff darauf.`,
  'forge refused': ({ place, doing, said }) =>
    `${place} hat das abgelehnt (${doing}). Wer sich um das Repository kümmert, weiß vielleicht, warum.${cite(said)}`,
};
