import type { KnownBlock } from '@slack/types';
import type { Decision } from '../decision/decision.ts';
import { nameOf, type People } from '../decision/person.ts';
import type { Announcement } from '../workflow/announcement.ts';
import { escapeMrkdwn, formatDate, link, section } from './blocks.ts';
import { renderDigest } from './digest-text.ts';

/** What a message is about, apart from itself. */
export interface Setting {
  readonly decision: Decision | undefined;
  readonly people: People;
  readonly channelId: string;
}

/** A message as Slack takes it. `isForAll`: a reply in a thread that is shown in the channel as well. */
export interface Words {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly isForAll: boolean;
}

type Kind = Announcement['kind'];
type Of<K extends Kind> = Extract<Announcement, { kind: K }>;
type Sentence<K extends Kind> = (announcement: Of<K>, setting: Setting) => string;

function who({ people }: Setting, id: string): string {
  // All sentences begin with it.
  return people.has(id) ? escapeMrkdwn(nameOf(people, id)) : 'Someone who left';
}

function outcomeIn({ decision }: Setting): string {
  const chosen = decision?.options.find((option) => option.id === decision.outcome?.chosenOptionId);
  if (!chosen) return '*Rejected.*';
  return `*Accepted: ${escapeMrkdwn(chosen.title)}.*`;
}

const sentences: { readonly [K in Exclude<Kind, 'digest'>]: Sentence<K> } = {
  'voting opened': ({ closesAt }, { decision }) =>
    `Voting on “${escapeMrkdwn(decision?.title ?? '')}” is open until ${formatDate(new Date(closesAt))}: react to the card with the emoji of each option that you back.`,
  'voting not opened': ({ reason }) => `Voting could not be opened. ${escapeMrkdwn(reason)}`,
  'option added': ({ by, title, emoji }, setting) =>
    `${who(setting, by)} added an option while voting is open: :${emoji}: *${escapeMrkdwn(title)}*`,
  edited: ({ by }, setting) =>
    `${who(setting, by)} edited the question while voting is open; the options are as they were.`,
  extended: ({ by, closesAt }, setting) =>
    `${who(setting, by)} moved the deadline: voting closes ${formatDate(new Date(closesAt))}.`,
  'nobody leads': ({ explanation }, { decision }) =>
    `<@${decision?.proposerId}> Voting has closed, and there is no winner. ${escapeMrkdwn(explanation)} You and the deciders can record an outcome on the card, or let voting go on by moving the deadline.`,
  withdrawn: ({ by, reason }, setting) =>
    `${who(setting, by)} withdrew this decision${reason ? `: ${escapeMrkdwn(reason)}` : '.'}`,
  published: ({ path, commit, url }, setting) =>
    `${outcomeIn(setting)} The record is ${url ? link(url, path) : `\`${escapeMrkdwn(path)}\``} in commit \`${commit.slice(0, 7)}\`.`,
  'not published': ({ reason }) =>
    `:warning: The decision stands, but its record is not in the repository yet. ${escapeMrkdwn(reason)} I keep trying.`,
};

/** Puts an announcement into words. */
export function wordAnnouncement(announcement: Announcement, setting: Setting): Words {
  if (announcement.kind === 'digest')
    return { ...renderDigest(announcement.digest, setting.channelId), isForAll: false };
  const sentence = sentences[announcement.kind] as Sentence<typeof announcement.kind>;
  const text = sentence(announcement as never, setting);
  return { text, blocks: [section(text)], isForAll: announcement.kind === 'voting opened' };
}
