import { say } from '../../words/say.ts';
import { followTags, listFollowed, unfollowTags } from '../../workflow/digest/follow-tags.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';

/** `/adr follow [tag:name] [me]`: the channel, or the asker alone, follows tags; without a tag, says which. */
export const onFollow = onTags(followTags);

/** `/adr unfollow [tag:name] [me]`: ends that; without a tag, says which are followed. */
export const onUnfollow = onTags(unfollowTags);

function onTags(change: typeof followTags) {
  return async ({ ports }: Desk, { actor, channelId, words, language }: CommandGesture): Promise<Answer> => {
    const rest = words.slice(1);
    const isForMe = rest.at(-1)?.toLowerCase() === 'me';
    const typed = (isForMe ? rest.slice(0, -1) : rest).map((word) => word.replace(/^(?:tag:|#)/i, '')).join(',');
    const question = { channelId, isForMe };
    const followed =
      typed === '' ? await listFollowed(ports, actor, question) : await change(ports, actor, question, typed);
    const told = language.follow.followed(followed.tags, followed.channelId === undefined);
    const { ownTags = [] } = followed;
    return answer(ownTags.length > 0 ? say`${told}\n${language.follow.followed(ownTags, true)}` : told);
  };
}
