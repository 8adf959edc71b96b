import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';
import { typed } from '../../words/typed.ts';
import { openObject } from '../../workflow/object/open-object.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { CommentsGesture, Desk } from '../app/gesture.ts';
import { slackErrorOf } from '../app/web-calls.ts';
import { shorten } from '../text/blocks.ts';
import { decisionRef } from './card-object.ts';
import { inSeconds } from './comment-count.ts';
import { plainWords } from './plain-words.ts';

/** The longest text of a comment; Slack documents none, so it is that of other texts (Slack: Work Objects). */
const longest = 3_000;

/**
 * Somebody opened the comments on a decision: they are its arguments, the oldest first, a page at a time. They are given
 * in Gavel's own form, which asks for the option, so nobody can post one here.
 */
export async function onCommentsOpened({ ports, client }: Desk, gesture: CommentsGesture): Promise<void> {
  const { actor, ref, triggerId, language, cursor, limit } = gesture;
  if (ref !== undefined && ref.type !== decisionRef) return;
  try {
    const all = ref && (await listComments(language, openObject(ports, actor, ref.id)));
    const from = Number(cursor ?? 0) || 0;
    const next = from + limit;
    const answer =
      all === undefined
        ? { error: language.objects.noComments }
        : {
            comments: all.slice(from, next),
            can_post_comment: false,
            ...(next < all.length ? { cursor: String(next) } : {}),
          };
    await client.apiCall('entity.presentComments', { trigger_id: triggerId, ...answer });
  } catch (error) {
    ports.log.warn({ error: slackErrorOf(error) ?? error }, 'The arguments could not be shown as comments.');
  }
}

async function listComments(language: Language, opening: ReturnType<typeof openObject>) {
  try {
    const { decision } = (await opening).view;
    const titles = new Map(decision.options.map(({ id, title }) => [id, title]));
    return decision.arguments
      .toSorted((one, other) => one.madeAt.getTime() - other.madeAt.getTime())
      .map((argument) => toComment(language, argument, titles.get(argument.optionId) ?? ''));
  } catch (error) {
    // One answer for what is not there and for what is not theirs to read.
    if (error instanceof RuleBroken || error instanceof ChatError) return undefined;
    throw error;
  }
}

function toComment({ objects }: Language, { id, kind, text, authorId, madeAt }: Argument, option: string) {
  return {
    id,
    sender: { user_id: authorId },
    timestamp: inSeconds(madeAt),
    comment: { value: shorten(plainWords(objects.comment(kind, option, typed(text))), longest) },
  };
}
