import type { RichTextBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import { learnNames } from '../ports/names.ts';
import { nameFirst } from '../text/people-text.ts';
import { mentionsIn, quoteMessage, readMarkup } from './quote.ts';
import type { ShortcutMessage } from './read-message.ts';

/** What somebody said in a message, ready to be used in a form. */
export interface Said {
  readonly ts: string;
  /** Whoever said it, unless that was an app without a name of its own among people. */
  readonly userId: string | undefined;
  /** The name of a person or an app, for the beginning of a sentence. */
  readonly author: string;
  /** What was said, as people type it; '' if it has no words. */
  readonly words: string;
  readonly fileNames: readonly string[];
  /** The message in Markdown, quoted, with its author and a link. */
  readonly quote: string;
}

/** Reads messages for somebody in the language of those who will read it. `linkTo`: the address of a message. */
export async function readSaid(
  language: Language,
  ports: Ports,
  actor: Actor,
  messages: readonly ShortcutMessage[],
  linkTo: (ts: string) => string | undefined,
): Promise<readonly Said[]> {
  const authors = messages.flatMap(({ userId, appName }) => (userId === undefined || appName ? [] : [userId]));
  const [people, names] = await Promise.all([
    learnPeople(ports, actor.teamId, [...new Set(authors)]),
    learnNames(language, ports, actor, allMentions(messages)),
  ]);
  return messages.map((message) => {
    const { ts, userId, appName, text, fileNames } = message;
    const author = appName ?? (userId === undefined ? language.shortcut.someApp : nameFirst(language, people, userId));
    return {
      ...{ ts, author, fileNames, userId: appName === undefined ? userId : undefined },
      words: readMarkup(text, names).trim(),
      quote: quoteMessage(language, message, { author, link: linkTo(ts), names }),
    };
  });
}

/** Everything in messages that may mention somebody, in one piece. */
function allMentions(messages: readonly ShortcutMessage[]): RichTextBlock {
  const parts = messages.map(({ richText, text }) => richText ?? mentionsIn(text));
  return { type: 'rich_text', elements: parts.flatMap(({ elements }) => elements) };
}

/**
 * The address of another message of the same thread, made from that of one (Slack: permalinks have the timestamp without
 * its dot at the end of the path, and for replies the thread and the channel behind it).
 */
export function siblingLink(
  link: string | undefined,
  { channelId, threadTs }: { readonly channelId: string; readonly threadTs: string },
  ts: string,
): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || !/\/p\d+$/.test(url.pathname)) return undefined;
  url.pathname = url.pathname.replace(/\/p\d+$/, `/p${ts.replace('.', '')}`);
  url.search = ts === threadTs ? '' : `?thread_ts=${threadTs}&cid=${channelId}`;
  return url.href;
}
