import type { KnownBlock } from '@slack/types';
import leven from 'leven';
import { escapeMrkdwn } from './blocks.ts';
import { onDigest } from './digest.ts';
import { onDoctor } from './doctor.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { type CommandWord, commandHelp, helpText } from './help-text.ts';
import { onHistory } from './history.ts';
import { onImport } from './import.ts';
import { onList } from './list.ts';
import { onNudges } from './nudges.ts';
import { onPropose } from './propose.ts';
import { rulesText } from './rules-text.ts';
import { onSettings } from './settings.ts';
import { onShow } from './show.ts';
import { onStyle } from './style.ts';
import { onBind } from './supersede.ts';
import { onWaiting } from './waiting.ts';

/** What a command answers, seen by the asker alone; nothing where a modal is the answer. */
export type Answer = { readonly text: string; readonly blocks?: KnownBlock[] } | undefined;

const words: Record<CommandWord, (desk: Desk, gesture: CommandGesture) => Promise<Answer>> = {
  propose: onPropose,
  list: onList,
  show: onShow,
  supersede: onBind('supersedes'),
  amend: onBind('amends'),
  deprecate: onBind('deprecates'),
  style: onStyle,
  doctor: onDoctor,
  history: onHistory,
  waiting: onWaiting,
  nudges: onNudges,
  settings: onSettings,
  digest: onDigest,
  import: onImport,
  help: async (_, { words: [, about] }) => ({ text: about?.toLowerCase() === 'rules' ? rulesText() : helpText() }),
};

function isWord(word: string): word is CommandWord {
  return Object.hasOwn(commandHelp, word);
}

/** The word that somebody may have meant: the nearest, unless most letters of both are others. */
function findNearest(word: string): CommandWord | undefined {
  const known = Object.keys(commandHelp).filter(isWord);
  const nearest = known.reduce((best, candidate) => (leven(word, candidate) < leven(word, best) ? candidate : best));
  return leven(word, nearest) <= Math.max(word.length, nearest.length) / 2 ? nearest : undefined;
}

/** `/adr …`: does what the first word says; another word gets the nearest one, or where all are. */
export async function onCommand(desk: Desk, gesture: CommandGesture): Promise<Answer> {
  const word = (gesture.words[0] ?? 'help').toLowerCase();
  if (isWord(word)) return words[word](desk, gesture);
  const nearest = findNearest(word);
  const guess = nearest ? ` Did you mean \`${commandHelp[nearest].usage}\`?` : '';
  const typed = escapeMrkdwn(word.replaceAll('`', '').slice(0, 40));
  return { text: `I don’t know \`${typed}\`.${guess} \`/adr help\` has all that I know.` };
}
