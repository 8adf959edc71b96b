import { type LanguageCode, languageOfLocale } from '../../decision/language-code.ts';
import type { Message } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';

/** The language that somebody uses Slack in, or the workspace's if Gavel doesn't speak it or Slack doesn't tell. */
export async function languageOfPerson({ chat, settings }: Ports, userId: string): Promise<LanguageCode> {
  return languageOfLocale(await chat.findLocale(userId)) ?? settings.language;
}

/** The language that a channel has chosen, or the workspace's if it has chosen none. */
export async function languageOfChannel(ports: Ports, channelId: string): Promise<LanguageCode> {
  const chosen = await ports.store.read.languages.findAll(ports.chat.teamId, [channelId]);
  return chosen.get(channelId) ?? ports.settings.language;
}

/** The language of a message: the person's if it is for one person, otherwise the channel's. */
export async function languageOfMessage(ports: Ports, { body, channelId }: Message): Promise<LanguageCode> {
  if (body.kind === 'late vote') return languageOfPerson(ports, body.userId);
  return isPerson(channelId) ? languageOfPerson(ports, channelId) : languageOfChannel(ports, channelId);
}

/** Whether a message goes to one person: to the channel that has their id (Slack: chat.postMessage). */
export function isPerson(channelId: string): boolean {
  return /^[UW]/.test(channelId);
}
