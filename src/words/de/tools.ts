import { code, say } from '../say.ts';
import type { ToolWords } from '../tool-words.ts';
import { number, quote } from './grammar.ts';

/** Personal tokens, and what programs did with them, in German. */
export const tools: ToolWords = {
  title: 'Persönliche Token',
  about: (address) =>
    say`Mit einem Token kann dein Editor oder Agent die Entscheidungen lesen, die du in Slack siehst, und Vorschläge ausfüllen, die du dann prüfst. Vorschlagen, abstimmen oder entscheiden kann er nicht. Trag dort den MCP-Server ${code(address)} ein, mit dem Token als Bearer-Token.`,
  make: 'Token erstellen',
  made: say`Hier ist dein neues Token. Kopiere es jetzt: Ich bewahre nur einen Hash auf und kann es nicht noch einmal zeigen. Wer es hat, kann lesen, was du lesen kannst, und Formulare für dich ausfüllen.`,
  tooMany: (count) =>
    say`Du hast ${number(count)} Token, mehr gehen nicht. Widerrufe eines, um ein neues zu erstellen.`,
  none: say`Du hast kein Token.`,
  token: (hint, madeAt, expiresAt) => say`${code(hint)}, erstellt ${madeAt}, gültig bis ${expiresAt}`,
  revoke: 'Widerrufen',
  revokeQuestion: 'Was dieses Token benutzt, kann ab jetzt nichts mehr lesen.',
  prepared: (title) =>
    say`Dein Editor oder Agent hat einen Vorschlag für dich ausgefüllt: ${quote(title)}. Solange du ihn nicht vorschlägst, sieht ihn sonst niemand.`,
  openForm: 'Formular öffnen',
  whereToOpen: 'Die Schaltfläche dazu ist in meiner Direktnachricht an dich. Das Formular steht auch in meinem Home.',
  thereIsMore: 'Es gibt mehr, als hier Platz hat: Frag nach einem Teil davon, oder nimm /adr in Slack.',
};
