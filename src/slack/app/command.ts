import leven from 'leven';
import { type CommandWord, commandWords } from '../../words/command-words.ts';
import { onDigest } from '../digest/digest.ts';
import { onFollow, onUnfollow } from '../digest/follow.ts';
import { onHistory } from '../find/history.ts';
import { onList } from '../find/list.ts';
import { onFind } from '../find/search.ts';
import { onShow } from '../find/show.ts';
import { onDoctor } from '../follow/doctor.ts';
import { onImport } from '../follow/import.ts';
import { onAway, onBack } from '../nudge/away.ts';
import { onNudges } from '../nudge/nudge.ts';
import { onWaiting } from '../nudge/waiting.ts';
import { onPropose } from '../propose/propose.ts';
import { onBind } from '../propose/supersede.ts';
import { onStyle } from '../publish/style.ts';
import { onSettings } from '../settings/settings.ts';
import { shorten } from '../text/blocks.ts';
import { onToken } from '../tools/token.ts';
import { type Answer, answer } from './answer.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { hasSeveral, onHelp, usageOf } from './help.ts';

/** Returns nothing if a modal is the answer. */
type OnWord = (desk: Desk, gesture: CommandGesture) => Promise<Answer | undefined>;

const longestWord = 40;

const handlers: Readonly<Record<CommandWord, OnWord>> = {
  propose: onPropose,
  list: onList,
  find: onFind,
  show: onShow,
  supersede: onBind('supersedes'),
  amend: onBind('amends'),
  deprecate: onBind('deprecates'),
  style: onStyle,
  doctor: onDoctor,
  history: onHistory,
  waiting: onWaiting,
  nudges: onNudges,
  away: onAway,
  back: onBack,
  settings: onSettings,
  digest: onDigest,
  follow: onFollow,
  unfollow: onUnfollow,
  import: onImport,
  token: onToken,
  help: onHelp,
};

function isWord(word: string): word is CommandWord {
  return Object.hasOwn(handlers, word);
}

/** The word that somebody may have meant: the closest one, unless most letters of both differ. */
function findNearest(word: string): CommandWord | undefined {
  const nearest = commandWords.reduce((best, candidate) =>
    leven(word, candidate) < leven(word, best) ? candidate : best,
  );
  return leven(word, nearest) <= Math.max(word.length, nearest.length) / 2 ? nearest : undefined;
}

/**
 * `/adr …`: does what the first word says. For an unknown word, suggests the closest one, or says where all are listed.
 */
export async function onCommand(desk: Desk, gesture: CommandGesture): Promise<Answer | undefined> {
  const word = (gesture.words[0] ?? 'help').toLowerCase();
  if (isWord(word)) return handlers[word](desk, gesture);
  const { commands, unknown } = gesture.language.commands;
  const nearest = findNearest(word);
  const usage = nearest && usageOf(commands[nearest], await hasSeveral(desk, gesture));
  return answer(unknown(shorten(word, longestWord), usage));
}
