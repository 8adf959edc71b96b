import { listNames, nameOf, type People } from '../../decision/person.ts';
import { say, type Words } from '../../words/say.ts';
import type { Announcement, DecidersGroup } from '../../workflow/message/announcement.ts';

const namesShown = 8;

/** What has happened to a group of deciders, in words for one person and for several. */
const words: readonly (readonly [group: DecidersGroup, one: string, several: string])[] = [
  [
    'left',
    'is no longer in the channel and is no longer counted among the deciders',
    'are no longer in the channel and are no longer counted among the deciders',
  ],
  ['leftVoting', 'is no longer in the channel; their vote stands', 'are no longer in the channel; their votes stand'],
  [
    'deactivated',
    'has a closed account and is no longer counted among the deciders',
    'have closed accounts and are no longer counted among the deciders',
  ],
  ['deactivatedVoting', 'has a closed account; their vote stands', 'have closed accounts; their votes stand'],
  ['returned', 'is back among the deciders', 'are back among the deciders'],
];

/** Which deciders can’t take part any more, what becomes of their votes, and who is back. */
export function wordDecidersChanged(
  changed: Extract<Announcement, { kind: 'deciders changed' }>,
  people: People,
): Words {
  const sentences = words.flatMap(([group, one, several]) => {
    const ids = changed[group] ?? [];
    const shown = ids.slice(0, namesShown).map((id) => nameOf(people, id));
    const count = ids.length + (changed.others?.[group] ?? 0);
    if (count === 0) return [];
    const rest = count - shown.length;
    const names = listNames(rest > 0 ? [...shown, rest === 1 ? '1 other' : `${rest} others`] : shown);
    return [`${names} ${count === 1 ? one : several}.`];
  });
  return say`${sentences.join(' ')}`;
}
