import { say } from '../say.ts';
import type { ShortcutWords } from '../shortcut-words.ts';
import { quote } from './grammar.ts';

const reasons = { pro: 'Pro', con: 'Con', neutral: 'Neutral' } as const;

/** Proposals that were made from a message, in English. */
export const shortcut: ShortcutWords = {
  isPrivate:
    'The context quotes a private conversation. Everybody who reads the decision, in its channel or later in the repository, can read the quote. Leave in it only what its author agrees to.',
  quoted: (author) => [`${author} wrote in `, 'this message', ':'],
  someApp: 'An app',
  noWords: '(a message without text)',
  deleted: '(a message that was deleted)',
  files: (names) => `Files: ${names.join(', ')}`,
  wrote: (author, words) => `${author} wrote: ${words}`,
  fromThread: 'Take from the thread',
  threadTitle: 'From the thread',
  threadIntroduction:
    'Say what each message is. The form takes it at once, with the name of whoever wrote it. Long messages are cut: a reason has at most 500 characters.',
  nothingSaid: 'Nobody has written anything here.',
  leaveOut: 'Leave it out',
  quoteIt: 'Quote it in the context',
  anOption: 'It is an option',
  reasonFor: (kind, option) => `${reasons[kind]}: ${option}`,
  notTaken: (why) =>
    why === 'options full'
      ? 'There are ten options already, which is the maximum. Remove one in the form first.'
      : 'There is no room left in the context for this quote.',
  earlier: 'Earlier messages',
  later: 'Later messages',
  jump: 'Go to your message',
  fromMessage: 'from a message',
  proposed: (by, decision) => say`${by} proposed a decision about this: ${decision}. I’ll say here how it ends.`,
  decided: (decision, end) => {
    if (end.kind === 'accepted') return say`Decided: ${decision}. The answer is ${quote(end.chosen)}.`;
    if (end.kind === 'rejected') return say`Decided: ${decision}. All options were rejected.`;
    return say`The proposal ${decision} was withdrawn. Nothing was decided.`;
  },
};
