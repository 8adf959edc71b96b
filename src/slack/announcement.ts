import type { KnownBlock } from '@slack/types';
import type { Decision } from '../decision/decision.ts';
import { listNames, nameOf, type People } from '../decision/person.ts';
import { isScored } from '../decision/score.ts';
import type { Announcement } from '../workflow/announcement.ts';
import { escapeMrkdwn, formatDate, link, section } from './blocks.ts';
import { wordDecidersChanged } from './deciders-text.ts';
import { renderDigest } from './digest-text.ts';
import { renderImport } from './import-text.ts';
import { scoreTitle } from './modals/score.ts';
import { wordBlocked, wordHeld, wordRaised, wordSettled } from './objection-text.ts';
import { nameFile, wordSharedNumber } from './repository-text.ts';

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

function isScoredIn(decision: Decision | undefined): boolean {
  return decision !== undefined && isScored(decision.rule);
}

function outcomeIn({ decision }: Setting): string {
  const chosen = decision?.options.find((option) => option.id === decision.outcome?.chosenOptionId);
  if (!chosen) return '*Rejected.*';
  return `*Accepted: ${escapeMrkdwn(chosen.title)}.*`;
}

function nameRecord(path: string, url: string | undefined): string {
  return url ? link(url, path) : `\`${escapeMrkdwn(path)}\``;
}

/** A decision with a link to its card; one of a private channel goes without its title. */
export function nameDecision(title: string | undefined, url: string | undefined): string {
  if (title === undefined)
    return url ? link(url, 'a decision in a private channel') : 'a decision in a private channel';
  return url ? link(url, title) : `“${escapeMrkdwn(title)}”`;
}

const sentences: { readonly [K in Exclude<Kind, 'digest' | 'import'>]: Sentence<K> } = {
  'voting opened': ({ closesAt }, { decision }) => {
    const how = isScoredIn(decision)
      ? `press “${scoreTitle}” on the card, and say how good each option is.`
      : 'react to the card with the emoji of each option that you back.';
    return `Voting on “${escapeMrkdwn(decision?.title ?? '')}” is open until ${formatDate(new Date(closesAt))}: ${how}`;
  },
  'voting not opened': ({ reason }) => `Voting could not be opened. ${escapeMrkdwn(reason)}`,
  'option added': ({ by, title, emoji }, setting) =>
    `${who(setting, by)} added an option while voting is open: :${emoji}: *${escapeMrkdwn(title)}*${isScoredIn(setting.decision) ? `\nIt has no points yet: “${scoreTitle}” asks for them.` : ''}`,
  edited: ({ by }, setting) =>
    `${who(setting, by)} edited the question while voting is open; the options are as they were.`,
  'voting reopened': ({ by, reason, closesAt }, setting) =>
    `${who(setting, by)} opened voting again, from nothing${reason ? `: ${escapeMrkdwn(reason)}` : '.'}\nVoting closes ${formatDate(new Date(closesAt))}. Only ${isScoredIn(setting.decision) ? 'scores given on' : 'reactions to'} this new card count.`,
  extended: ({ by, reason, closesAt }, setting) =>
    `${who(setting, by)} moved the deadline: voting closes ${formatDate(new Date(closesAt))}.${reason ? ` ${escapeMrkdwn(reason)}` : ''}`,
  shortened: ({ by, from, closesAt, reason }, setting) =>
    `${who(setting, by)} made the deadline earlier: voting closes ${formatDate(new Date(closesAt))} instead of ${formatDate(new Date(from))}. Why: ${escapeMrkdwn(reason)}`,
  'extended by rule': ({ explanation, closesAt }) =>
    `${escapeMrkdwn(explanation)} Voting goes on, this once, until ${formatDate(new Date(closesAt))}.`,
  'outcome recorded': ({ by, closesAt }, setting) =>
    `${who(setting, by)} recorded the outcome while voting was open; it would have closed ${formatDate(new Date(closesAt))}.`,
  'voting closed': ({ explanation }) => `Voting has closed. ${escapeMrkdwn(explanation)}`,
  'deciders changed': (changed, { people }) => wordDecidersChanged(changed, people),
  'late vote': (_, { decision }) =>
    `Voting on “${escapeMrkdwn(decision?.title ?? '')}” had closed before you reacted, so your vote is not counted.`,
  nudge: ({ waiting, others, closesAt }, { people }) => {
    const names = waiting.map((id) => escapeMrkdwn(nameOf(people, id)));
    const rest = others === 1 ? '1 other' : `${others} others`;
    const all = listNames(others > 0 ? [...names, rest] : names);
    return `Still to vote: ${all}. Voting closes ${formatDate(new Date(closesAt))}.`;
  },
  'direct nudge': ({ title, link: url, closesAt }) =>
    `Your vote is missing: ${nameDecision(title, url)}\nVoting closes ${formatDate(new Date(closesAt))}. \`/adr nudges off\` ends these reminders.`,
  'nobody leads': ({ explanation }, { decision }) =>
    `<@${decision?.proposerId}> Voting has closed, and there is no winner. ${escapeMrkdwn(explanation)} You and the deciders can record an outcome on the card, or let voting go on by moving the deadline.`,
  'objection raised': (raised, setting) => wordRaised(raised, who(setting, raised.by), setting.decision?.proposerId),
  'objection settled': (settled, setting) => {
    const by = who(setting, settled.by);
    const author = escapeMrkdwn(nameOf(setting.people, settled.authorId));
    return wordSettled(settled, { by, author, proposerId: setting.decision?.proposerId });
  },
  'voting held': (held, { people }) => wordHeld(held, people),
  blocked: (blocked, { decision, people }) => wordBlocked(blocked, people, decision?.proposerId),
  withdrawn: ({ by, reason }, setting) =>
    `${who(setting, by)} withdrew this decision${reason ? `: ${escapeMrkdwn(reason)}` : '.'}`,
  published: ({ path, commit, url, remarks = [], votes = [] }, setting) =>
    [
      `${outcomeIn(setting)} The record is ${nameRecord(path, url)} in commit \`${commit.slice(0, 7)}\`.`,
      ...remarks.map(escapeMrkdwn),
      ...votes.map(escapeMrkdwn),
    ].join('\n'),
  'record found': ({ path, commit, url }) =>
    `The repository already has the record of this decision: ${nameRecord(path, url)} in commit \`${commit.slice(0, 7)}\`. It was there before this outcome, and it counts as it is; I have changed nothing in it.`,
  'not published': ({ reason }) =>
    `:warning: The decision stands, but its record is not in the repository yet. ${escapeMrkdwn(reason)} I keep trying.`,
  'file gone': ({ fileName }) =>
    `:warning: The record of this decision, ${nameFile(fileName)}, is not in the repository any more. Should it come back, I go on with it as before.`,
  'archive read': ({ total, example }) => {
    const show = `\`/adr show ${escapeMrkdwn(example.replaceAll('`', 'ˋ'))}\` shows`;
    return total === 1
      ? `By the way: I have read the ADR that is in your repository. \`/adr list\` has it, and ${show} it.`
      : `By the way: I have read the ${total.toLocaleString('en')} ADRs that are in your repository. \`/adr list\` has them all, and ${show} one.`;
  },
  'number shared': ({ number, files }) => `:warning: ${wordSharedNumber(number, files)}`,
};

/** What everybody in the channel has to know, whether or not they follow the thread. */
const forAll: ReadonlySet<Kind> = new Set(['voting opened', 'shortened']);

/** Puts an announcement into words. */
export function wordAnnouncement(announcement: Announcement, setting: Setting): Words {
  if (announcement.kind === 'digest') return { ...renderDigest(announcement.digest), isForAll: false };
  if (announcement.kind === 'import') return { ...renderImport(announcement, setting.people), isForAll: false };
  const sentence = sentences[announcement.kind] as Sentence<typeof announcement.kind>;
  const text = sentence(announcement as never, setting);
  return { text, blocks: [section(text)], isForAll: forAll.has(announcement.kind) };
}
