import { say } from '../say.ts';
import type { ShortcutWords } from '../shortcut-words.ts';
import { quote } from './grammar.ts';

/** Proposals that were made from a message, in German. */
export const shortcut: ShortcutWords = {
  isPrivate:
    'Der Kontext zitiert eine private Unterhaltung. Wer die Entscheidung liest, im Kanal oder später im Repository, kann das Zitat lesen. Lass nur stehen, womit die zitierte Person einverstanden ist.',
  quoted: (author) => [`${author} schrieb in `, 'dieser Nachricht', ':'],
  someApp: 'Eine App',
  noWords: '(eine Nachricht ohne Text)',
  deleted: '(eine gelöschte Nachricht)',
  files: (names) => `Dateien: ${names.join(', ')}`,
  fromMessage: 'aus einer Nachricht',
  proposed: (by, decision) =>
    say`${by} hat dazu eine Entscheidung vorgeschlagen: ${decision}. Wie sie ausgeht, sage ich hier.`,
  decided: (decision, end) => {
    if (end.kind === 'accepted') return say`Entschieden: ${decision}. Die Antwort ist ${quote(end.chosen)}.`;
    if (end.kind === 'rejected') return say`Entschieden: ${decision}. Alle Optionen wurden abgelehnt.`;
    return say`Der Vorschlag ${decision} wurde zurückgezogen. Entschieden ist nichts.`;
  },
};
