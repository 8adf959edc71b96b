import type { RichTextBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { findSeenChannel } from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import type { StateValues } from '../form/form-state.ts';
import { nameOf } from '../text/people-text.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';

function idsIn(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : idsIn(inner, key),
  );
}

/** The names of the people and public channels mentioned in what was entered, as far as its author may see them. */
export async function learnNames(
  language: Language,
  ports: Ports,
  actor: Actor,
  entered: RichTextBlock | StateValues | undefined,
): Promise<RichTextNames> {
  const people = await learnPeople(ports, actor.teamId, idsIn(entered, 'user_id'));
  const channels = new Map<string, string>();
  for (const id of new Set(idsIn(entered, 'channel_id'))) {
    const channel = await findSeenChannel(ports, id, actor);
    if (channel && !channel.isPrivate) channels.set(id, channel.name);
  }
  return {
    user: (id) => nameOf(language, people, id),
    channel: (id) => channels.get(id) ?? language.people.someChannel,
    group: () => language.people.someGroup,
  };
}
