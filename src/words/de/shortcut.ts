import { say } from '../say.ts';
import type { ShortcutWords } from '../shortcut-words.ts';
import { quote } from './grammar.ts';

const reasons = { pro: 'Pro', con: 'Contra', neutral: 'Neutral' } as const;

/** Proposals that were made from a message, in German. */
export const shortcut: ShortcutWords = {
  isPrivate:
    'Der Kontext zitiert eine private Unterhaltung. Wer die Entscheidung liest, im Kanal oder später im Repository, kann das Zitat lesen. Lass nur stehen, womit die zitierte Person einverstanden ist.',
  quoted: (author) => [`${author} schrieb in `, 'dieser Nachricht', ':'],
  someApp: 'Eine App',
  noWords: '(eine Nachricht ohne Text)',
  deleted: '(eine gelöschte Nachricht)',
  files: (names) => `Dateien: ${names.join(', ')}`,
  wrote: (author, words) => `${author} schrieb: ${words}`,
  fromThread: 'Aus dem Thread übernehmen',
  threadTitle: 'Aus dem Thread',
  threadIntroduction:
    'Sag zu jeder Nachricht, was sie ist. Das Formular übernimmt sie sofort, mit dem Namen der Person, die sie geschrieben hat. Lange Nachrichten werden gekürzt: Ein Argument hat höchstens 500 Zeichen.',
  nothingSaid: 'Hier hat niemand etwas geschrieben.',
  leaveOut: 'Weglassen',
  quoteIt: 'Im Kontext zitieren',
  anOption: 'Ist eine Option',
  reasonFor: (kind, option) => `${reasons[kind]}: ${option}`,
  notTaken: (why) =>
    why === 'options full'
      ? 'Es sind schon zehn Optionen, mehr gehen nicht. Entfern zuerst eine im Formular.'
      : 'Im Kontext ist für dieses Zitat kein Platz mehr.',
  earlier: 'Frühere Nachrichten',
  later: 'Spätere Nachrichten',
  jump: 'Zu deiner Nachricht',
  fromMessage: 'aus einer Nachricht',
  proposed: (by, decision) =>
    say`${by} hat dazu eine Entscheidung vorgeschlagen: ${decision}. Wie sie ausgeht, sage ich hier.`,
  decided: (decision, end) => {
    if (end.kind === 'accepted') return say`Entschieden: ${decision}. Die Antwort ist ${quote(end.chosen)}.`;
    if (end.kind === 'rejected') return say`Entschieden: ${decision}. Alle Optionen wurden abgelehnt.`;
    return say`Der Vorschlag ${decision} wurde zurückgezogen. Entschieden ist nichts.`;
  },
};
