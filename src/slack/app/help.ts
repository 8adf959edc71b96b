import {
  type CommandUsage,
  type CommandWord,
  type HelpTopic,
  helpTopics,
  topicNames,
} from '../../words/command-words.ts';
import type { Language } from '../../words/language.ts';
import { bold, code, lines, say, type Words } from '../../words/say.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import { findRepositoriesFor } from '../../workflow/settings/repository.ts';
import { rulesText } from '../settings/rules-text.ts';
import { actions, button } from '../text/blocks.ts';
import { paragraph, writeFallback } from '../text/words.ts';
import type { Answer } from './answer.ts';
import type { ActionGesture, CommandGesture, Desk } from './gesture.ts';

/** How a command is typed in a channel. */
export function usageOf({ usage, usageOfSeveral = usage }: CommandUsage, hasSeveral: boolean): string {
  return hasSeveral ? usageOfSeveral : usage;
}

/** Whether a channel has several repositories; where Slack does not say what it is called, help is the usual one. */
export async function hasSeveral(
  { ports }: Desk,
  { actor, channelId }: Pick<ActionGesture, 'actor' | 'channelId'>,
): Promise<boolean> {
  if (channelId === undefined) return false;
  try {
    return (await findRepositoriesFor(ports, actor, channelId)).length > 1;
  } catch (error) {
    if (error instanceof ChatError) return false;
    throw error;
  }
}

/** The action of the button that shows a topic. Slack wants another id for each button in a row. */
const actionOf = (topic: HelpTopic): string => `help_${topic}`;

/**
 * The help of `/adr`: what Gavel does, or the commands of a topic. Buttons lead to the other topics. A channel may have
 * several repositories, and some commands are typed differently there.
 */
export function helpAnswer(language: Language, topic: HelpTopic | undefined, severalRepositories: boolean): Answer {
  const { title, how, topics } = language.commands;
  const said =
    topic === undefined
      ? [lines(bold(title), ...how.map((line) => say`•  ${line}`))]
      : topicText(language, topic, severalRepositories);
  const buttons = topicNames.filter((name) => name !== topic).map((name) => button(actionOf(name), topics[name]));
  return { text: writeFallback(lines(...said)), blocks: [...said.map(paragraph), actions('help', buttons)] };
}

function topicText(language: Language, topic: HelpTopic, severalRepositories: boolean): readonly Words[] {
  if (topic === 'rules') return rulesText(language);
  const { commands, topics } = language.commands;
  const all = helpTopics[topic].map((word) => {
    const command = commands[word];
    return say`•  ${code(usageOf(command, severalRepositories))}: ${command.does}`;
  });
  return [lines(bold(topics[topic]), ...all)];
}

/** The topic that somebody asks for, by its name or by the name of a command. */
function findTopic(word: string | undefined): HelpTopic | undefined {
  const asked = word?.toLowerCase();
  const hasWord = (topic: HelpTopic): boolean => helpTopics[topic].some((one: CommandWord) => one === asked);
  return topicNames.find((topic) => topic === asked) ?? topicNames.find(hasWord);
}

/** `/adr help [topic]`. */
export async function onHelp(desk: Desk, gesture: CommandGesture): Promise<Answer> {
  return helpAnswer(gesture.language, findTopic(gesture.words[1]), await hasSeveral(desk, gesture));
}

/** A button of the help: the topic takes the place of what is shown. */
const onTopic =
  (topic: HelpTopic) =>
  async (desk: Desk, gesture: ActionGesture): Promise<Answer> =>
    helpAnswer(gesture.language, topic, await hasSeveral(desk, gesture));

/** What the buttons of the help do, by their actions. */
export const helpActions = Object.fromEntries(topicNames.map((topic) => [actionOf(topic), onTopic(topic)]));
