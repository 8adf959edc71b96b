import { signal } from '@preact/signals';
import type { ScreenChannel } from '../../screen.ts';

/** The timestamps of the last messages read, by person and conversation. They are stored in the browser. */
type Read = Readonly<Record<string, string>>;

const store = 'local-slack-read';

const read = signal<Read>(load());

/** How many messages in a conversation a person has not seen yet. Their own messages don't count. */
export function countUnread(me: string, channel: ScreenChannel): number {
  const last = lastRead(me, channel.name);
  return channel.messages.filter((message) => message.ts > last && message.from !== me).length;
}

/** The timestamp up to which a person has read a conversation; 0 if they never did. */
export function lastRead(me: string, channelName: string): string {
  return read.value[key(me, channelName)] ?? '0';
}

/** Marks everything in a conversation as read by a person. */
export function markRead(me: string, channel: ScreenChannel): void {
  const last = channel.messages.at(-1)?.ts;
  if (last === undefined || last <= lastRead(me, channel.name)) return;
  read.value = { ...read.value, [key(me, channel.name)]: last };
  localStorage.setItem(store, JSON.stringify(read.value));
}

function key(me: string, channelName: string): string {
  return `${me} ${channelName}`;
}

function load(): Read {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '{}') as Read;
  } catch {
    return {};
  }
}
