import type { FollowWords } from '../follow-words.ts';
import { bold, code, say } from '../say.ts';
import { listWords } from './grammar.ts';
import { usages } from './usages.ts';

const listTags = (tags: readonly string[]) => listWords(tags.map((tag) => code(tag)));

/** Following tags, in German. */
export const follow: FollowWords = {
  told: ({ decision, chosen, tags, isPerson }) => {
    const what =
      chosen === undefined ? say`Abgelehnt: ${decision}.` : say`Angenommen: ${decision}, mit ${bold(chosen)}.`;
    const which = say`${tags.length === 1 ? 'das Tag' : 'die Tags'} ${listTags(tags)}`;
    const who = isPerson ? 'du folgst' : 'dieser Channel folgt';
    return say`${what} Die Entscheidung hat ${which}, ${tags.length === 1 ? 'dem' : 'denen'} ${who}.`;
  },
  followed: (tags, isForMe) => {
    if (tags.length === 0) {
      return isForMe
        ? say`Du folgst keinem Tag. So erfährst du sofort, was mit einem Tag entschieden wird: ${code(usages.follow)}.`
        : say`Dieser Channel folgt keinem Tag. So erfährt er sofort, was mit einem Tag entschieden wird: ${code(usages.follow)}; mit ${code('me')} sage ich es nur dir.`;
    }
    const what = say`sofort, was mit ${tags.length === 1 ? 'diesem Tag' : 'einem dieser Tags'} entschieden wird`;
    return isForMe
      ? say`Du folgst ${listTags(tags)} und erfährst ${what}.`
      : say`Dieser Channel folgt ${listTags(tags)} und erfährt ${what}.`;
  },
};
