import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { wordTrouble } from '../../words/language.ts';
import { code, emoji, say, type Words } from '../../words/say.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { publishNow } from '../../workflow/publish/publish-now.ts';
import { answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';

/** “Publish now”: tells the person who pressed it whether it worked. */
export async function onPublishNow({ ports, client }: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, channelId, value, language } = gesture;
  const reply = (words: Words) => tellPrivately({ client, userId: actor.userId, channelId }, answer(words), ports.log);
  try {
    const published = await publishNow(ports, actor, value);
    // The card and the thread tell of a review.
    if (published && isOnBranch(published.state))
      await reply(language.publishNow.published(code(published.fileName ?? '')));
  } catch (error) {
    if (!(error instanceof ArchiveError) && !(error instanceof ForgeError)) throw error;
    await reply(say`${emoji('warning')} ${language.publishNow.notPublished(wordTrouble(language, error.trouble))}`);
  }
}
