import type { ForgeTroubleWords } from '../language.ts';
import { quote } from './grammar.ts';
import { nameOf, setting } from './setting.ts';

/** Enough for the reason, short enough for a Slack message. */
const longestQuote = 400;

/** What the forge said, after the advice. */
function cite(said: string): string {
  if (said === '') return '';
  return ` Die Antwort: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

/** Where a secret belongs for which the file of GAVEL_CONFIG names an environment variable. */
function inVariable(key: string): string {
  return `in die Umgebungsvariable ein, die ${key} in der Datei von GAVEL_CONFIG nennt`;
}

/** Trouble with the API of a forge in German: what is wrong, and what to do. */
export const forgeTroubles: ForgeTroubleWords = {
  'forge unreachable': ({ said, ...facts }) =>
    `${nameOf(facts)} antwortet gerade nicht oder will weniger Anfragen.${cite(said)}`,
  'forge key refused': ({ key, said, ...facts }) =>
    key === 'app'
      ? `${nameOf(facts)} nimmt den privaten Schlüssel von Gavels App nicht an. Prüf ${setting('app_id', facts)}, oder erzeug in den Einstellungen der App einen neuen Schlüssel und trag ihn ${facts.listed ? inVariable('„app_key_variable“') : 'als GITHUB_APP_KEY ein'}.${cite(said)}`
      : `${nameOf(facts)} nimmt Gavels Token nicht an: Es ist falsch, abgelaufen oder widerrufen. Erzeug ein neues und trag es ${facts.listed ? inVariable('„forge_token_variable“ oder „token_variable“') : 'als ADR_FORGE_TOKEN ein, oder als ADR_TOKEN, falls dieses benutzt wird'}.${cite(said)}`,
  'app not installed': ({ url, ...facts }) =>
    `Gavels App ist für ${nameOf(facts)} nicht installiert und kann dort nichts tun. ${url === undefined ? 'Wer das Repository verwaltet, kann sie installieren.' : `Installier sie für dieses Repository: ${url}`}`,
  'permission missing': ({ permission, ...facts }) =>
    `Gavel braucht für ${nameOf(facts)} die Berechtigung ${quote(permission)}. Gib sie der App oder dem Token; bei einer App muss sie dort, wo die App installiert ist, noch angenommen werden.`,
  'repository unknown': (facts) =>
    `Unter ${nameOf(facts)} gibt es kein Repository, oder Gavel darf es nicht sehen. Ist es umgezogen, setz ${setting('address', facts)} auf die neue Adresse; sonst gib Gavels App oder Token Zugriff darauf.`,
  'forge refused': ({ doing, said, ...facts }) =>
    `${nameOf(facts)} hat das abgelehnt (${doing}). Wer sich um das Repository kümmert, weiß vielleicht, warum.${cite(said)}`,
};
