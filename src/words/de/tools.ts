import { code, say } from '../say.ts';
import type { ToolWords } from '../tool-words.ts';
import { number } from './grammar.ts';

/** `/adr token` in German. */
export const tools: ToolWords = {
  title: 'Persönliche Token',
  about: (address) =>
    say`Mit einem Token kann dein Editor oder Agent die Entscheidungen lesen, die du in Slack siehst, und sonst nichts. Abstimmen oder entscheiden kann er nicht. Trag dort den MCP-Server ${code(address)} ein, mit dem Token als Bearer-Token.`,
  make: 'Token erstellen',
  made: say`Hier ist dein neues Token. Kopiere es jetzt: Ich bewahre nur einen Hash auf und kann es nicht noch einmal zeigen. Wer es hat, kann lesen, was du lesen kannst.`,
  tooMany: (count) =>
    say`Du hast ${number(count)} Token, mehr gehen nicht. Widerrufe eines, um ein neues zu erstellen.`,
  none: say`Du hast kein Token.`,
  token: (hint, madeAt, expiresAt) => say`${code(hint)}, erstellt ${madeAt}, gültig bis ${expiresAt}`,
  revoke: 'Widerrufen',
  revokeQuestion: 'Was dieses Token benutzt, kann ab jetzt nichts mehr lesen.',
};
