import { languages } from '../../words/languages.ts';
import { languageOfChannel } from '../../workflow/message/language.ts';
import type { FormSource } from '../../workflow/ports/proposal-input.ts';
import type { Desk, ShortcutGesture } from '../app/gesture.ts';
import { openProposal, type Suggestion } from '../propose/propose.ts';
import type { ShortcutMessage } from './read-message.ts';
import { readSaid } from './said.ts';

/** “Propose a decision” anywhere in Slack: opens the form, which asks for the channel. */
export async function onProposeShortcut(desk: Desk, { actor, triggerId, language }: ShortcutGesture): Promise<void> {
  await openProposal(desk, { actor, triggerId, language, channelId: actor.userId });
}

/** “Propose a decision” on a message: opens the form with the message quoted in the context. */
export async function onProposeFromMessage(desk: Desk, gesture: ShortcutGesture): Promise<void> {
  const { actor, triggerId, language, on } = gesture;
  if (on === undefined) return onProposeShortcut(desk, gesture);
  const { channelId, message } = on;
  await openProposal(desk, { actor, triggerId, language, channelId }, () => suggest(desk, gesture, channelId, message));
}

async function suggest(
  desk: Desk,
  { actor }: ShortcutGesture,
  channelId: string,
  message: ShortcutMessage,
): Promise<Suggestion> {
  const { ports } = desk;
  // Everybody may read what is suggested.
  const spoken = languages[await languageOfChannel(ports, channelId)];
  const { ts, threadTs = ts } = message;
  const [link, channel] = await Promise.all([findLink(desk, channelId, ts), ports.sight.findChannel(channelId)]);
  const [said] = await readSaid(spoken, ports, actor, [message], () => link);
  const source: FormSource = { channelId, ts, threadTs, link, isPrivate: channel?.isPrivate ?? true };
  return { context: said?.quote ?? '', source };
}

/** The address of a message; undefined where Slack does not tell Gavel, as in other people's direct messages. */
async function findLink({ client, ports }: Desk, channel: string, ts: string): Promise<string | undefined> {
  try {
    return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink;
  } catch (error) {
    ports.log.info({ error, channel }, 'Slack did not tell the address of a message.');
    return undefined;
  }
}
