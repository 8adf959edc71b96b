import { code, say } from '../say.ts';
import type { ToolWords } from '../tool-words.ts';
import { list, number, quote } from './grammar.ts';

/** How many of what is no path are named. */
const notPathsNamed = 5;

/** Personal tokens, and what programs did with them, in German. */
export const tools: ToolWords = {
  title: 'Persönliche Token',
  about: (address) =>
    say`Mit einem Token kann dein Editor oder Agent die Entscheidungen lesen, die du in Slack siehst, und Vorschläge ausfüllen, die du dann prüfst. Vorschlagen, abstimmen oder entscheiden kann er nicht. Trag dort den MCP-Server ${code(address)} ein, mit dem Token als Bearer-Token.`,
  make: 'Token erstellen',
  makeOrRevoke: 'Token erstellen oder widerrufen',
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
  ungoverned: 'Für diese Pfade gilt keine Entscheidung.',
  governs: (paths, all) => `Gilt für ${list([...paths, ...countMore(all - paths.length)])}`,
  governsAll: 'Gilt für jede Datei',
  replacedBy: (name) => `⚠ Abgelöst durch ${name}`,
  pathsPartial: '⚠ Ein Repository konnte ich mir nicht ansehen. Es kann also weitere Entscheidungen geben.',
  notPaths: (paths) =>
    `Das sind keine Pfade von der Wurzel eines Repositorys an: ${list(paths.map(quote), notPathsNamed)}.`,
  thereIsMore: 'Es gibt mehr, als hier Platz hat: Frag nach einem Teil davon, oder nimm /adr in Slack.',
};

function countMore(count: number): string[] {
  return count > 0 ? [`${number(count)} weitere`] : [];
}
