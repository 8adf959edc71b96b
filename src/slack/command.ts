import type { KnownBlock } from '@slack/types';
import leven from 'leven';
import { mayBeSeenIn } from '../decision/digest.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { escapeMrkdwn } from './blocks.ts';
import { onDigest } from './digest.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { type CommandWord, commandHelp, helpText } from './help-text.ts';
import { listText, showText } from './list-text.ts';
import { onPropose } from './propose.ts';

/** What a command answers, seen by the asker alone; nothing where a modal is the answer. */
export type Answer = { readonly text: string; readonly blocks?: KnownBlock[] } | undefined;

async function findVisible({ ports }: Desk, { actor, channelId }: CommandGesture) {
  const summaries = await ports.store.read.findSummaries(actor.teamId);
  return summaries.filter((summary) => mayBeSeenIn(channelId, summary));
}

async function onList(desk: Desk, gesture: CommandGesture): Promise<Answer> {
  return { text: listText(await findVisible(desk, gesture), gesture.channelId) };
}

async function onShow(desk: Desk, gesture: CommandGesture): Promise<Answer> {
  const word = gesture.words[1] ?? '';
  const number = /^(?:adr-?)?0*([1-9]\d{0,5})$/i.exec(word)?.[1];
  if (number === undefined) throw new RuleBroken('Please say which: `/adr show 7`. `/adr list` has the numbers.');
  const found = (await findVisible(desk, gesture)).find((summary) => summary.number === Number(number));
  if (found === undefined)
    throw new RuleBroken(`There is no decision with number ${number}. \`/adr list\` has those that there are.`);
  return { text: showText(found, gesture.channelId) };
}

const words: Record<CommandWord, (desk: Desk, gesture: CommandGesture) => Promise<Answer>> = {
  propose: onPropose,
  list: onList,
  show: onShow,
  digest: onDigest,
  help: async () => ({ text: helpText() }),
};

function isWord(word: string): word is CommandWord {
  return Object.hasOwn(commandHelp, word);
}

/** The word that somebody may have meant. */
function findNearest(word: string): CommandWord {
  const known = Object.keys(commandHelp).filter(isWord);
  return known.reduce((best, candidate) => (leven(word, candidate) < leven(word, best) ? candidate : best));
}

/** `/adr …`: does what the first word says; another word gets the nearest one and the help. */
export async function onCommand(desk: Desk, gesture: CommandGesture): Promise<Answer> {
  const word = (gesture.words[0] ?? 'help').toLowerCase();
  if (isWord(word)) return words[word](desk, gesture);
  const nearest = commandHelp[findNearest(word)];
  return {
    text: `I don’t know \`${escapeMrkdwn(word.replaceAll('`', '').slice(0, 40))}\`. Did you mean \`${nearest.usage}\`?\n\n${helpText()}`,
  };
}
