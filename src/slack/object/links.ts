import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { EntityMetadata, KnownBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { languageOfChannel } from '../../workflow/message/language.ts';
import { findLinked, type Linked } from '../../workflow/object/find-linked.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { Desk, LinkGesture } from '../app/gesture.ts';
import { slackErrorOf } from '../app/web-calls.ts';
import { wordFate } from '../card/fate-text.ts';
import { standingOf } from '../card/standing.ts';
import { context, plain, shorten } from '../text/blocks.ts';
import { cardObject, chosenIn, statusOf } from './card-object.ts';
import { plainWords } from './plain-words.ts';

/** How long a line may be. */
const longestLine = 300;

/** Somebody posted links to ADRs or their reviews: everybody in the channel sees what these are. */
export async function onLinkShared({ ports, client, objects }: Desk, gesture: LinkGesture): Promise<void> {
  const { channelId, messageTs, urls, isDraft } = gesture;
  // Nobody knows who will read a message that is still being written.
  if (isDraft) return;
  try {
    const linked = await findLinked(ports, channelId, urls);
    if (linked.size === 0) return;
    const language = languages[await languageOfChannel(ports, channelId)];
    const unfurls = Object.fromEntries([...linked].map(([url, one]) => [url, { blocks: drawLinked(language, one) }]));
    const entities = [...linked].flatMap(([url, one]) => drawEntity(language, url, one) ?? []);
    const message = { unfurls, ...(entities.length > 0 ? { metadata: { entities } } : {}) };
    await objects.send(message, (content) =>
      client.apiCall('chat.unfurl', { channel: channelId, ts: messageTs, ...content }),
    );
  } catch (error) {
    const cause = error instanceof ChatError ? error.cause : error;
    ports.log.warn({ channel: channelId, error: slackErrorOf(cause) ?? cause }, 'A link could not be unfurled.');
  }
}

/** Title, state and outcome, and what came later, as a warning. Nothing in it is interpreted. */
function drawLinked(language: Language, linked: Linked): KnownBlock[] {
  const { title, line, warning } =
    linked.kind === 'decision' ? tellDecision(language, linked.view) : tellAdr(language, linked);
  return [
    { type: 'section', text: plain(shorten(title, longestLine)) },
    ...(line === '' ? [] : [context(shorten(line, longestLine))]),
    ...(warning === undefined ? [] : [context(`⚠ ${shorten(warning, longestLine)}`)]),
  ];
}

function tellDecision(language: Language, view: CardView) {
  const { decision, publication, fate } = view;
  const { objects } = language;
  const said = wordFate(language, fate);
  const parts = [
    objects.statuses[statusOf(standingOf(view))],
    ...(decision.outcome ? [chosenIn(language, decision)] : []),
  ];
  return {
    title: adrName({ number: publication?.number, title: decision.title }),
    line: parts.join(' · '),
    warning: said && plainWords(said),
  };
}

function tellAdr(language: Language, linked: Exclude<Linked, { kind: 'decision' }>) {
  const { adr } = linked;
  const said = linked.kind === 'gone' ? undefined : wordFate(language, linked.fate);
  const status = adr.status === undefined ? adr.statusText : language.objects.statuses[adr.status];
  return {
    title: adrName(adr),
    line: [status, adr.outcome ?? ''].filter((part) => part !== '').join(' · '),
    warning: linked.kind === 'gone' ? language.adrPage.fileGone : said && plainWords(said),
  };
}

function drawEntity(language: Language, url: string, linked: Linked): EntityMetadata | undefined {
  const entity = linked.kind === 'decision' ? cardObject(language, linked.view, url) : undefined;
  return entity && { ...entity, app_unfurl_url: url };
}
