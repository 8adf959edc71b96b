import { say } from '../say.ts';
import type { ShortcutWords } from '../shortcut-words.ts';
import { quote } from './grammar.ts';

/** Proposals that were made from a message, in English. */
export const shortcut: ShortcutWords = {
  isPrivate:
    'The context quotes a private conversation. Everybody who reads the decision, in its channel or later in the repository, can read the quote. Leave in it only what its author agrees to.',
  quoted: (author) => [`${author} wrote in `, 'this message', ':'],
  someApp: 'An app',
  noWords: '(a message without text)',
  deleted: '(a message that was deleted)',
  files: (names) => `Files: ${names.join(', ')}`,
  fromMessage: 'from a message',
  proposed: (by, decision) => say`${by} proposed a decision about this: ${decision}. I’ll say here how it ends.`,
  decided: (decision, end) => {
    if (end.kind === 'accepted') return say`Decided: ${decision}. The answer is ${quote(end.chosen)}.`;
    if (end.kind === 'rejected') return say`Decided: ${decision}. All options were rejected.`;
    return say`The proposal ${decision} was withdrawn. Nothing was decided.`;
  },
};
