import type { KnownBlock } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { listNames, nameOf, type People } from '../../decision/person.ts';
import type { Refusal } from '../../decision/refusal.ts';
import { isScored } from '../../decision/score.ts';
import { wordPublicationRemark, wordRefusal, wordTrouble } from '../../words/language.ts';
import { bold, code, emoji, lines, link, say, speakTo, type Words } from '../../words/say.ts';
import type { Announcement } from '../../workflow/message/announcement.ts';
import { language } from '../app/language.ts';
import { cardActions } from '../card/card-actions.ts';
import { wordDecidersChanged } from '../card/deciders-text.ts';
import { wordBlocked, wordHeld, wordRaised, wordSettled } from '../deliberate/objection-text.ts';
import { renderDigest } from '../digest/digest-text.ts';
import { renderImport } from '../follow/import-text.ts';
import { actions, button } from '../text/blocks.ts';
import { nameFile, wordSharedNumber } from '../text/repository-text.ts';
import { paragraph, writeFallback } from '../text/words.ts';
import { scoreTitle } from '../vote/score-view.ts';
import { wordUndatedVotes, wordUndatedVotesDecide } from '../vote/undated-text.ts';

/** What a message is about, apart from itself. */
export interface Setting {
  readonly decision: Decision | undefined;
  readonly people: People;
  readonly channelId: string;
}

/** A message as Slack takes it. `isForAll`: a reply in a thread that is shown in the channel as well. */
export interface WordedMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly isForAll: boolean;
}

type Kind = Announcement['kind'];
type Of<K extends Kind> = Extract<Announcement, { kind: K }>;
type Sentence<K extends Kind> = (announcement: Of<K>, setting: Setting) => Words;

function who({ people }: Setting, id: string): string {
  // All sentences begin with it.
  return people.has(id) ? nameOf(people, id) : 'Someone who left';
}

function isScoredIn(decision: Decision | undefined): boolean {
  return decision !== undefined && isScored(decision.rule);
}

function outcomeIn({ decision }: Setting): Words {
  const chosen = decision?.options.find((option) => option.id === decision.outcome?.chosenOptionId);
  return chosen ? bold('Accepted: ', chosen.title, '.') : bold('Rejected.');
}

function nameRecord(path: string, url: string | undefined): Words {
  return url ? link(url, path) : code(path);
}

/** A decision with a link to its card; one of a private channel goes without its title. */
export function nameDecision(title: string | undefined, url: string | undefined): Words {
  const name = title ?? 'a decision in a private channel';
  if (url) return link(url, name);
  return title === undefined ? say`${name}` : say`“${name}”`;
}

function wordNotOpened(because: Refusal | 'deciders unknown'): string {
  if (because === 'deciders unknown') return 'Slack did not tell me who may vote. I keep trying.';
  return wordRefusal(language, because);
}

const sentences: { readonly [K in Exclude<Kind, 'digest' | 'import'>]: Sentence<K> } = {
  'voting opened': ({ closesAt }, { decision }) => {
    const how = isScoredIn(decision)
      ? `press “${scoreTitle}” on the card, and say how good each option is.`
      : 'react to the card with the emoji of each option that you back.';
    return say`Voting on “${decision?.title ?? ''}” is open until ${new Date(closesAt)}: ${how}`;
  },
  'voting not opened': ({ because, reason }) =>
    say`Voting could not be opened. ${because ? wordNotOpened(because) : reason}`,
  'option added': ({ by, title, emoji: name }, setting) => {
    const added = say`${who(setting, by)} added an option while voting is open: ${emoji(name)} ${bold(title)}`;
    return isScoredIn(setting.decision)
      ? lines(added, say`It has no points yet: “${scoreTitle}” asks for them.`)
      : added;
  },
  edited: ({ by }, setting) =>
    say`${who(setting, by)} edited the question while voting is open; the options are as they were.`,
  'voting reopened': ({ by, reason, closesAt }, setting) => {
    const why = reason ? `: ${reason}` : '.';
    const what = isScoredIn(setting.decision) ? 'scores given on' : 'reactions to';
    return say`${who(setting, by)} opened voting again, from nothing${why}
Voting closes ${new Date(closesAt)}. Only ${what} this new card count.`;
  },
  extended: ({ by, reason, closesAt }, setting) =>
    say`${who(setting, by)} moved the deadline: voting closes ${new Date(closesAt)}.${reason ? ` ${reason}` : ''}`,
  shortened: ({ by, from, closesAt, reason }, setting) =>
    say`${who(setting, by)} made the deadline earlier: voting closes ${new Date(closesAt)} instead of ${new Date(from)}. Why: ${reason}`,
  'extended by rule': ({ verdict, closesAt }) =>
    say`${language.verdicts.explain(verdict)} Voting goes on, this once, until ${new Date(closesAt)}.`,
  'outcome recorded': ({ by, closesAt }, setting) =>
    say`${who(setting, by)} recorded the outcome while voting was open; it would have closed ${new Date(closesAt)}.`,
  'counting later': ({ endedAt, until }) =>
    say`Voting ended ${new Date(endedAt)}. I missed some of what happened around then, so I wait until ${new Date(until)} for votes that are still on their way to me.`,
  'undated votes': (told, { people }) => wordUndatedVotes(language, told, people),
  'undated votes decide': (told, { decision, people }) =>
    wordUndatedVotesDecide(language, told, people, decision?.proposerId),
  'voting closed': ({ verdict }) => say`Voting has closed. ${language.verdicts.conclude(verdict)}`,
  'deciders changed': (changed, { people }) => wordDecidersChanged(changed, people),
  'late vote': (_, { decision }) =>
    say`Voting on “${decision?.title ?? ''}” had closed before you reacted, so your vote is not counted.`,
  nudge: ({ waiting, others, closesAt }, { people }) => {
    const names = waiting.map((id) => nameOf(people, id));
    const rest = others === 1 ? '1 other' : `${others} others`;
    const all = listNames(others > 0 ? [...names, rest] : names);
    return say`Still to vote: ${all}. Voting closes ${new Date(closesAt)}.`;
  },
  'direct nudge': ({ title, link: url, closesAt }) =>
    say`Your vote is missing: ${nameDecision(title, url)}
Voting closes ${new Date(closesAt)}. ${code('/adr nudges off')} ends these reminders.`,
  'nobody leads': ({ verdict }, { decision }) =>
    say`${speakTo(decision?.proposerId)}Voting has closed, and there is no winner. ${language.verdicts.explain(verdict)} You and the deciders can record an outcome on the card, or let voting go on by moving the deadline.`,
  'objection raised': (raised, setting) => wordRaised(raised, who(setting, raised.by), setting.decision?.proposerId),
  'objection settled': (settled, setting) => {
    const by = who(setting, settled.by);
    const author = nameOf(setting.people, settled.authorId);
    return wordSettled(settled, { by, author, proposerId: setting.decision?.proposerId });
  },
  'voting held': (held, { people }) => wordHeld(held, people),
  blocked: (blocked, { decision, people }) => wordBlocked(blocked, people, decision?.proposerId),
  withdrawn: ({ by, reason }, setting) =>
    say`${who(setting, by)} withdrew this decision${reason ? `: ${reason}` : '.'}`,
  published: ({ path, commit, url, remarks = [], votes = [] }, setting) =>
    lines(
      say`${outcomeIn(setting)} The record is ${nameRecord(path, url)} in commit ${code(commit.slice(0, 7))}.`,
      ...[...remarks.map((remark) => wordPublicationRemark(language, remark)), ...votes].map((line) => say`${line}`),
    ),
  'record found': ({ path, commit, url }) =>
    say`The repository already has the record of this decision: ${nameRecord(path, url)} in commit ${code(commit.slice(0, 7))}. It was there before this outcome, and it counts as it is; I have changed nothing in it.`,
  'not published': ({ trouble }) =>
    say`${emoji('warning')} The decision stands, but its record is not in the repository yet. ${wordTrouble(language, trouble)} I keep trying.`,
  'file gone': ({ fileName }) =>
    say`${emoji('warning')} The record of this decision, ${nameFile(fileName)}, is not in the repository any more. Should it come back, I go on with it as before.`,
  'archive read': ({ total, example }) => {
    const [list, show] = [code('/adr list'), code('/adr show ', example)];
    return total === 1
      ? say`By the way: I have read the ADR that is in your repository. ${list} has it, and ${show} shows it.`
      : say`By the way: I have read the ${total.toLocaleString('en')} ADRs that are in your repository. ${list} has them all, and ${show} shows one.`;
  },
  'number shared': ({ number, files }) => say`${emoji('warning')} ${wordSharedNumber(number, files)}`,
};

/** What everybody in the channel has to know, whether or not they follow the thread. */
const forAll: ReadonlySet<Kind> = new Set(['voting opened', 'shortened']);

/** Puts an announcement into words. */
export function wordAnnouncement(announcement: Announcement, setting: Setting): WordedMessage {
  if (announcement.kind === 'digest') return { ...renderDigest(announcement.digest), isForAll: false };
  if (announcement.kind === 'import') return { ...renderImport(announcement, setting.people), isForAll: false };
  const sentence = sentences[announcement.kind] as Sentence<typeof announcement.kind>;
  const said = sentence(announcement as never, setting);
  const words = { text: writeFallback(said), blocks: [paragraph(said)], isForAll: forAll.has(announcement.kind) };
  if (announcement.kind !== 'not published' || setting.decision === undefined) return words;
  const now = button(cardActions.publishNow, 'Publish now', { value: setting.decision.id });
  return { ...words, blocks: [...words.blocks, actions('publish', [now])] };
}
