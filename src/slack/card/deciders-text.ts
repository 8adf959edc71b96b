import type { People } from '../../decision/person.ts';
import type { ChangedDeciders } from '../../words/announcement-words.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import type { Announcement } from '../../workflow/message/announcement.ts';
import { nameOf } from '../text/people-text.ts';

const namesShown = 8;

/** In the order in which they are told. */
const groups: readonly ChangedDeciders['group'][] = [
  'left',
  'leftVoting',
  'deactivated',
  'deactivatedVoting',
  'returned',
];

/** Which deciders can no longer take part, what happens to their votes, and who is back. */
export function wordDecidersChanged(
  language: Language,
  changed: Extract<Announcement, { kind: 'deciders changed' }>,
  people: People,
): Words {
  const told = groups.map((group): ChangedDeciders => {
    const ids = changed[group] ?? [];
    const names = ids.slice(0, namesShown).map((id) => nameOf(language, people, id));
    return { group, names, others: ids.length - names.length + (changed.others?.[group] ?? 0) };
  });
  return language.announcements.decidersChanged(told.filter(({ names, others }) => names.length + others > 0));
}
