import type { FollowWords } from '../follow-words.ts';
import { bold, code, say } from '../say.ts';
import { listWords } from './grammar.ts';
import { usages } from './usages.ts';

const listTags = (tags: readonly string[]) => listWords(tags.map((tag) => code(tag)));

/** Following tags, in English. */
export const follow: FollowWords = {
  told: ({ decision, chosen, tags, isPerson }) => {
    const who = isPerson ? 'you follow' : 'this channel follows';
    const what = chosen === undefined ? say`Rejected: ${decision}.` : say`Accepted: ${decision}, with ${bold(chosen)}.`;
    return say`${what} It has the ${tags.length === 1 ? 'tag' : 'tags'} ${listTags(tags)}, which ${who}.`;
  },
  followed: (tags, isForMe) => {
    if (tags.length === 0) {
      return isForMe
        ? say`You follow no tag. To hear as soon as something with a tag is decided: ${code(usages.follow)}.`
        : say`This channel follows no tag. To be told here as soon as something with a tag is decided: ${code(usages.follow)}; with ${code('me')}, I tell you alone.`;
    }
    const who = isForMe ? 'You follow' : 'This channel follows';
    return say`${who} ${listTags(tags)}, and ${isForMe ? 'hear' : 'hears'} as soon as something with ${tags.length === 1 ? 'this tag' : 'one of these tags'} is decided.`;
  },
};
