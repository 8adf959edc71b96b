import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import { code, type Words } from '../../words/say.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { type PublishedNow, publishNow } from '../../workflow/publish/publish-now.ts';
import { answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { findStandingReview } from './review-state.ts';

/** “Publish now”: tells the person who pressed it whether it worked. */
export async function onPublishNow({ ports, client }: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, channelId, value, language } = gesture;
  const reply = (words: Words) => tellPrivately({ client, userId: actor.userId, channelId }, answer(words), ports.log);
  try {
    const published = await publishNow(ports, actor, value);
    if (published) await reply(wordPublished(language, published));
  } catch (error) {
    if (!(error instanceof ArchiveError) && !(error instanceof ForgeError)) throw error;
    await reply(language.publishNow.notPublished(wordTrouble(language, error.trouble)));
  }
}

/** Where a decision is now that somebody asked to publish it. */
function wordPublished(language: Language, published: PublishedNow): Words {
  const { publishNow: words, reviews } = language;
  const { state, fileName = '', trouble } = published.publication;
  if (isOnBranch(state)) return words.published(code(fileName));
  if (trouble !== undefined) return words.notPublished(wordTrouble(language, trouble));
  const standing = findStandingReview(published);
  if (standing === undefined) return words.underWay;
  const { review, progress } = standing;
  const name = reviews.name(review);
  return progress.code === 'closed' ? words.closed(name) : words.inReview(name, reviews.progress(progress));
}
