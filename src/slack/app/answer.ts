import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Field, RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type Language, wordRefusal, wordTrouble } from '../../words/language.ts';
import { say, type Words } from '../../words/say.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import { TooManyCalls } from '../../workflow/ports/chat/too-many-calls.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import { paragraph, writeFallback } from '../text/words.ts';
import { slackErrorOf } from './web-calls.ts';

/** A command's answer, visible only to the asker. */
export interface Answer {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** An answer in one paragraph. */
export function answer(said: Words): Answer {
  return { text: writeFallback(said), blocks: [paragraph(said)] };
}

/** Where a person was when something failed, so that they get the answer there. */
export interface Whereabouts {
  readonly client: WebClient;
  readonly userId: string;
  readonly channelId: string | undefined;
}

/** An answer that reports a failure. */
export function answerFailure(language: Language, error: unknown, log: Log): Answer {
  return answer(say`${wordFailure(language, error, log)}`);
}

/**
 * What a person reads about a failure: the rule that stopped them, or what is wrong with the archive or with Slack. For
 * everything else, it is a plain apology with a reference under which the log has the details.
 */
export function wordFailure(language: Language, error: unknown, log: Log): string {
  if (error instanceof RuleBroken) return wordRefusal(language, error.refusal);
  if (error instanceof ArchiveError || error instanceof ForgeError) return wordTrouble(language, error.trouble);
  const { failures } = language;
  const cause = error instanceof ChatError ? error.cause : error;
  if (cause instanceof TooManyCalls) return failures.tooManyCalls(cause.seconds);
  if (error instanceof ChatError) {
    log.warn({ error: cause }, 'Slack did not answer a call that somebody is waiting for.');
    return failures.noAnswer();
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ error, reference }, 'Something unexpected happened.');
  return failures.unexpected(reference);
}

/** Tells one person something, where they are; where Gavel can't write, by direct message. */
export async function tellPrivately({ client, userId, channelId }: Whereabouts, said: Answer, log: Log): Promise<void> {
  try {
    if (await isToldThere(client, { userId, channelId: channelId ?? userId }, said)) return;
    await client.chat.postMessage({ channel: userId, ...said });
  } catch (error) {
    log.warn({ error: slackErrorOf(error) ?? error }, 'A private answer could not be sent.');
  }
}

const closedToGavel = ['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'];

/** Shows something to one person in a channel. False when Gavel can't write there. */
async function isToldThere(
  client: WebClient,
  { userId, channelId }: { readonly userId: string; readonly channelId: string },
  said: Answer,
): Promise<boolean> {
  try {
    await client.chat.postEphemeral({ channel: channelId, user: userId, ...said });
    return true;
  } catch (error) {
    if (closedToGavel.includes(slackErrorOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * The errors of a submitted modal, by block. Slack drops an error for a block that is not an input of the view, and the
 * modal then looks stuck. So errors that belong to no input are shown under the first.
 */
export function errorsFor(
  language: Language,
  error: unknown,
  log: Log,
  blockOf: (field: Field, position: number | undefined) => string | undefined,
  firstBlock: string,
): Record<string, string> {
  const block =
    error instanceof RuleBroken && error.field !== undefined ? blockOf(error.field, error.position) : undefined;
  return { [block ?? firstBlock]: wordFailure(language, error, log) };
}
