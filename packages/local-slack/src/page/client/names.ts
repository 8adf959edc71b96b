import type { Screen, ScreenChannel, ScreenPerson } from '../screen.ts';
import { screen } from './live.ts';

/** Finds a person by id. */
export function personById(id: string): ScreenPerson | undefined {
  return screen.value?.people.find((person) => person.id === id);
}

/** Finds a person or the bot by display name. */
export function personByName(name: string): ScreenPerson | undefined {
  return screen.value?.people.find((person) => person.name === name);
}

/** Finds a conversation by id, if the reader sees it. */
export function channelById(id: string): ScreenChannel | undefined {
  return screen.value?.channels.find((channel) => channel.id === id);
}

/** Finds the handle of a group, without the at sign. */
export function groupName(id: string): string | undefined {
  return screen.value?.groups.find((group) => group.id === id)?.handle;
}

/** The app whose conversation with the reader has this name; undefined for any other conversation. */
export function appOf(now: Screen, conversation: string): ScreenPerson | undefined {
  return now.people.find((person) => person.isBot && `@${person.name}` === conversation);
}
