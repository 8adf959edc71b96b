import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { Button, KnownBlock } from '@slack/types';
import { type Decision, hidesTally } from '../../decision/decision.ts';
import type { Refusal } from '../../decision/failure/refusal.ts';
import type { People } from '../../decision/person.ts';
import { findProgress } from '../../decision/publication/review-progress.ts';
import { everyOverrider, type Overrider } from '../../decision/rule/rule.ts';
import { isScored } from '../../decision/vote/score.ts';
import { roundOfShortening, stateOfVoting } from '../../decision/vote/voting-state.ts';
import type { ToldAnswer, WayToVote } from '../../words/announcement-words.ts';
import { type Language, wordPublicationRemark, wordRefusal, wordTrouble } from '../../words/language.ts';
import { reviewKindOf } from '../../words/review-kind.ts';
import { code, emoji, lines, link, say, type Words } from '../../words/say.ts';
import type { ProposalEnd } from '../../words/shortcut-words.ts';
import { ownReason } from '../../words/tell-outcome.ts';
import type { UndatedChange } from '../../words/turnout-words.ts';
import { typed } from '../../words/typed.ts';
import type { Announcement, ReviewAnswer, ToldChange } from '../../workflow/message/announcement.ts';
import { isPerson } from '../../workflow/message/language.ts';
import type { RecordPlace } from '../../workflow/ports/publication.ts';
import { cardActions } from '../card/card-actions.ts';
import { wordDecidersChanged } from '../card/deciders-text.ts';
import { awaitedButtons, wordAwaited } from '../decide/confirm-text.ts';
import { decidedSentences } from '../decide/outcome-text.ts';
import { wordBlocked, wordHeld, wordOverridden, wordRaised, wordSettled } from '../deliberate/objection-text.ts';
import { renderDigest } from '../digest/digest-text.ts';
import { renderImport } from '../follow/import-text.ts';
import { proposeActions } from '../propose/propose-metadata.ts';
import { closedNoteButtons, revisitButtons } from '../revisit/revisit-actions.ts';
import { actions, button, shorten } from '../text/blocks.ts';
import { nameFirst, nameOf } from '../text/people-text.ts';
import { abbreviate, nameFile, wordSharedNumber } from '../text/repository-text.ts';
import { paragraph, writeFallback } from '../text/words.ts';
import { giveBackButton } from '../vote/give-back-button.ts';

/** What a message is about, apart from its own facts. */
export interface Setting {
  readonly decision: Decision | undefined;
  readonly people: People;
  readonly channelId: string;
  /** Where the ADR of the decision is, once that is published. */
  readonly record?: RecordPlace | undefined;
}

/** A message as Slack accepts it. `isForAll`: a reply in a thread that also shows in the channel. */
export interface WordedMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly isForAll: boolean;
}

type Kind = Announcement['kind'];
type Of<K extends Kind> = Extract<Announcement, { kind: K }>;

/** What is needed to find the words: those of a language, and what the message is about. */
interface Telling extends Setting {
  readonly language: Language;
  readonly words: Language['announcements'];
  /** The name of the person who did it; all sentences begin with it. */
  readonly who: (id: string) => string;
  readonly isScored: boolean;
  /** Mentions somebody who has something to do. */
  readonly proposerId: string | undefined;
  /** Who may decide in place of the vote. */
  readonly overriders: readonly Overrider[];
  readonly needsSecond: boolean;
  /** What the channel hears of the outcome. */
  readonly heard: {
    readonly title: string;
    readonly chosen: string | undefined;
    readonly record: RecordPlace | undefined;
  };
}

type Sentence<K extends Kind> = (announcement: Of<K>, telling: Telling) => Words;

function tellingOf(language: Language, setting: Setting): Telling {
  const { decision, people, record } = setting;
  const chosen = decision?.options.find(({ id }) => id === decision.outcome?.chosenOptionId)?.title;
  const rule = decision?.voting?.rule ?? decision?.rule;
  return {
    ...setting,
    language,
    words: language.announcements,
    who: (id) => nameFirst(language, people, id),
    isScored: decision !== undefined && isScored(decision.rule),
    proposerId: decision?.proposerId,
    overriders: rule?.overriders ?? everyOverrider,
    needsSecond: rule?.needsSecond ?? false,
    heard: { title: decision?.title ?? '', chosen, record },
  };
}

function wayToVote(decision: Decision | undefined): WayToVote {
  if (decision !== undefined && isScored(decision.rule)) return 'scores';
  return decision?.voting?.hasButtons ? 'buttons' : 'reactions';
}

function nameChanges({ language, people }: Telling, changes: readonly ToldChange[]): UndatedChange[] {
  return changes.map(({ userId, title, isCast }) => ({ name: nameOf(language, people, userId), title, isCast }));
}

function wordNotOpened(language: Language, because: Refusal | 'deciders unknown'): string {
  return because === 'deciders unknown' ? language.announcements.decidersUnknown : wordRefusal(language, because);
}

function nameDecision({ announcements }: Language, decision: Decision | undefined): Words {
  return announcements.decisionName(decision?.title, decision?.card?.link);
}

function endOf(decision: Decision | undefined, chosen = ''): ProposalEnd {
  if (decision?.status === 'withdrawn' || decision?.status === 'rejected') return { kind: decision.status };
  return { kind: 'accepted', chosen };
}

/** How much of an outcome the thread tells; the card and the record have the rest. */
const outcomeDetail = { excerpt: 1_000, objections: 5 } as const;

/** How many characters of the title of a form are told. */
const longestTitle = 150;

const sentences: { readonly [K in Exclude<Kind, 'digest' | 'import'>]: Sentence<K> } = {
  welcome: (_, { words }) => words.welcome,
  'voting opened': ({ closesAt }, { words, decision }) => {
    // A first opening is announced; a later round has a card of its own instead.
    const now = decision ? stateOfVoting(decision, 1) : ({ kind: 'open', closesAt: new Date(closesAt) } as const);
    return words.votingOpened({ title: decision?.title ?? '', now, way: wayToVote(decision) });
  },
  'voting not opened': ({ because, reason }, { words, language }) =>
    words.votingNotOpened(because ? wordNotOpened(language, because) : reason),
  'option added': ({ by, title, emoji: name }, { words, who, isScored }) =>
    words.optionAdded({ by: who(by), title, emoji: name, isScored }),
  'option corrected': ({ by, authorId, ...change }, { language, who, isScored }) =>
    language.corrections.optionCorrected({ ...change, by: who(by), authorId, isScored }),
  'option withdrawn': ({ by, authorId, ...change }, { language, who, isScored }) =>
    language.corrections.optionWithdrawn({ ...change, by: who(by), authorId, isScored }),
  'reason corrected': ({ by, ...change }, { language, who }) =>
    language.corrections.reasonCorrected({ ...change, by: who(by) }),
  'reason withdrawn': ({ by, ...change }, { language, who }) =>
    language.corrections.reasonWithdrawn({ ...change, by: who(by) }),
  'vote lost': ({ title, link, option, closesAt }, { words, language }) =>
    language.corrections.voteLost({
      decision: words.decisionName(title, link),
      option,
      closesAt: new Date(closesAt),
    }),
  edited: ({ by }, { words, who }) => words.edited(who(by)),
  'voting reopened': ({ by, reason, closesAt }, { words, who, decision }) =>
    words.votingReopened({ by: who(by), reason, closesAt: new Date(closesAt), way: wayToVote(decision) }),
  extended: ({ by, reason = '', closesAt }, { words, who }) =>
    words.extended({ by: who(by), reason, closesAt: new Date(closesAt) }),
  shortened: ({ by, from, closesAt: to, reason }, { words, who, decision }) => {
    const closesAt = new Date(to);
    const state = decision && stateOfVoting(decision, roundOfShortening(decision, closesAt));
    const isStillSo = state?.kind === 'open' && state.closesAt.getTime() === closesAt.getTime();
    const now = isStillSo ? undefined : state;
    return words.shortened({ by: who(by), reason, from: new Date(from), closesAt, title: decision?.title ?? '', now });
  },
  'extended by rule': ({ verdict, closesAt }, { words, language, decision }) => {
    const isHidden = decision !== undefined && hidesTally(decision);
    return words.extendedByRule(isHidden ? '' : language.verdicts.explain(verdict), new Date(closesAt));
  },
  'final comments': ({ option, closesAt, isAnew }, { words, decision }) =>
    words.finalComments({
      ...{ option, isAnew, closesAt: new Date(closesAt) },
      canBlock: decision?.rule.objections === 'block',
    }),
  'outcome recorded': ({ by, closesAt }, { words, who, language, people, decision, heard }) =>
    words.outcomeRecorded({
      ...heard,
      by: who(by),
      ...toldOutcome(language, decision, people),
      closesAt: closesAt === undefined ? undefined : new Date(closesAt),
    }),
  'outcome awaits': ({ id, by }, { language, decision, people, who }) =>
    decision?.awaited?.id === id
      ? wordAwaited(language, { decision, people }, { excerpt: 1_000 })
      : language.confirmation.waitedBefore(who(by)),
  'outcome declined': ({ by, recordedBy }, { language, people, who }) => {
    const isOwn = by === recordedBy;
    return language.confirmation.declined({ by: who(by), recordedBy: nameOf(language, people, recordedBy), isOwn });
  },
  'outcome overtaken': ({ by }, { language, people }) => language.confirmation.overtaken(nameOf(language, people, by)),
  'second needed': ({ verdict }, { language, proposerId, overriders }) =>
    language.confirmation.secondNeeded({ proposerId, verdict: language.verdicts.explain(verdict), overriders }),
  'counting later': ({ endedAt, until }, { words }) => words.countingLater(new Date(endedAt), new Date(until)),
  'undated votes': ({ changes, more }, telling) => telling.words.undatedVotes(nameChanges(telling, changes), more),
  'undated votes decide': ({ changes, more, without, with: withAll }, telling) => {
    const { words, proposerId, overriders, language } = telling;
    const { explain } = language.verdicts;
    const told = nameChanges(telling, changes);
    return words.undatedVotesDecide({
      proposerId,
      changes: told,
      more,
      without: explain(without),
      withAll: explain(withAll),
      overriders,
    });
  },
  'voting closed': ({ verdict }, { words, language, decision, people, heard }) =>
    words.votingClosed({
      ...heard,
      verdict: language.verdicts.explain(verdict),
      departed: wordDepartures(language, decision, people),
    }),
  'discussed on': ({ by, reason, isClosed }, { words, who }) => words.discussedOn({ by: who(by), reason, isClosed }),
  'deciders changed': (changed, { language, people }) => wordDecidersChanged(language, changed, people),
  'taken out': ({ by, out, moreOut, back, moreBack }, { words, language, people, who }) => {
    const list = (ids: readonly string[], more: number) =>
      ids.length === 0
        ? ''
        : language.people.list(
            ids.map((id) => nameOf(language, people, id)),
            more,
          );
    return words.takenOut({ by: who(by), out: list(out, moreOut), back: list(back, moreBack) });
  },
  'late vote': (_, { words, decision }) => words.lateVote(decision?.title ?? ''),
  nudge: ({ waiting, others, closesAt }, { words, language, people }) =>
    words.nudge({
      names: waiting.map((id) => nameOf(language, people, id)),
      others,
      closesAt: new Date(closesAt),
    }),
  'direct nudge': ({ title, link, closesAt }, { words }) =>
    words.directNudge(words.decisionName(title, link), new Date(closesAt)),
  'asked to vote': ({ by, title, link, closesAt }, { words, who }) =>
    words.askedToVote({ by: who(by), decision: words.decisionName(title, link), closesAt: new Date(closesAt) }),
  'vote received': ({ by, title, link, closesAt }, { words, who }) =>
    words.voteReceived({ by: who(by), decision: words.decisionName(title, link), closesAt: new Date(closesAt) }),
  'vote returned': ({ by, why, title, link, closesAt }, { words, who }) =>
    words.voteReturned({ by: who(by), why, decision: words.decisionName(title, link), closesAt: new Date(closesAt) }),
  stalled: ({ stall, title, link, since }, { words, language }) =>
    language.stalled.ask({ stall, decision: words.decisionName(title, link), since: new Date(since) }),
  revisit: ({ title, number, url, answer, ...question }, { words, language, who }) => {
    const name = words.decisionName(number === undefined ? title : `${adrNumber(number)} ${title}`, url);
    const { decidedAt, when } = question;
    const asked = language.revisit.ask({
      ...question,
      decision: name,
      decidedAt: decidedAt === undefined ? undefined : new Date(decidedAt),
      when: when === undefined ? undefined : typed(when),
    });
    if (answer === undefined) return asked;
    const { by, next, note } = answer;
    const told = language.revisit.answered({ by: who(by), next, note: note === '' ? undefined : typed(note) });
    return lines(asked, told);
  },
  'revisit waits': ({ since }, { language }) => language.revisit.waits(new Date(since)),
  'revisit noted': ({ path, commit, url }, { language }) =>
    language.revisit.noted(url ? link(url, path) : code(path), commit && abbreviate(commit)),
  'revisit in review': (review, { language }) => language.revisit.inReview(language.reviews.name(review)),
  'revisit not noted': ({ because, review, answer }, { language, who }) =>
    typeof because === 'string'
      ? language.revisit.left(because, review && language.reviews.name(review), answer && nameAnswer(answer, who))
      : language.revisit.notYet(wordTrouble(language, because)),
  'nobody leads': ({ verdict }, { words, language, proposerId, overriders }) =>
    words.nobodyLeads({
      proposerId,
      verdict: language.verdicts.explain(verdict),
      overriders,
      canReject: verdict.kind !== 'told before' && verdict.voted > 0,
    }),
  'objection raised': (raised, { language, people, proposerId }) => wordRaised(language, raised, people, proposerId),
  'objection settled': (settled, { language, people, proposerId, overriders, needsSecond }) =>
    wordSettled(language, settled, people, { proposerId, overriders, needsSecond }),
  'objection overridden': (overridden, { language, people }) => wordOverridden(language, overridden, people),
  'voting held': (held, { language, people }) => wordHeld(language, held, people),
  blocked: (blocked, { language, people, proposerId, overriders, needsSecond }) =>
    wordBlocked(language, blocked, people, { proposerId, overriders, needsSecond }),
  withdrawn: ({ by, reason }, { words, who }) => words.withdrawn(who(by), reason),
  'proposed from here': ({ by }, { language, who, decision }) =>
    language.shortcut.proposed(who(by), nameDecision(language, decision)),
  'decided elsewhere': (_, { language, decision, heard }) =>
    language.shortcut.decided(nameDecision(language, decision), endOf(decision, heard.chosen)),
  followed: ({ name, url, chosen, tags }, { words, language, channelId }) =>
    language.follow.told({
      decision: words.decisionName(name, url),
      chosen,
      tags,
      isPerson: isPerson(channelId),
    }),
  'form prepared': ({ title }, { language }) => language.tools.prepared(shorten(title, longestTitle)),
  published: ({ path, commit, url, remarks = [], votes = [], review }, { words, language }) =>
    words.published({
      path,
      url,
      commit: abbreviate(commit),
      more: [...remarks.map((remark) => wordPublicationRemark(language, remark)), ...votes],
      review,
    }),
  'record found': ({ path, commit, url }, { words }) => words.recordFound({ path, url, commit: abbreviate(commit) }),
  'not published': ({ trouble }, { words, language }) => words.notPublished(wordTrouble(language, trouble)),
  'branch rules': ({ way, branch, forge, ...rules }, { words, language }) => {
    const kind = reviewKindOf(forge);
    return words.branchRules({ way, branch, kind, more: language.reviews.rules({ ...rules, way, branch, kind }) });
  },
  'review proposed': ({ refused, ...proposed }, { words, language }) =>
    words.reviewProposed({ ...proposed, more: refused.map((wish) => language.reviews.refused(wish)) }),
  'not proposed': ({ isOpen, trouble }, { words, language }) =>
    words.notProposed({ isOpen, trouble: wordTrouble(language, trouble) }),
  'review comments': ({ comments, more, ...review }, { words }) => words.reviewComments({ ...review, comments, more }),
  'review taken over': (review, { words }) => words.reviewTakenOver(review),
  'proposal merged': (review, { words }) => words.proposalMerged(review),
  'review completed': ({ refused, remarks, votes, ...opened }, { words, language }) =>
    words.reviewCompleted({ ...opened, more: listMore(language, { refused, remarks, votes }) }),
  'review opened': ({ refused, remarks, votes, ...opened }, { words, language }) =>
    words.reviewOpened({ ...opened, more: listMore(language, { refused, remarks, votes }) }),
  'review closed': ({ answer, toldBy, ...closed }, { words, who, decision }) =>
    words.reviewClosed({
      ...{ ...closed, asked: askedAbout(decision), answer: answer && nameAnswer(answer, who) },
      toldBy: toldBy === undefined ? undefined : who(toldBy),
    }),
  'review left open': (review, { words }) => words.reviewLeftOpen(review),
  'review reopened': ({ by, ...reopened }, { words, who }) =>
    words.reviewReopened({ ...reopened, by: by === undefined ? undefined : who(by) }),
  'review left': ({ by, ...left }, { words, who }) => words.reviewLeft({ ...left, by: who(by) }),
  'review waits': ({ since, isUnseen = false, ...waits }, { words }) => {
    const seen = { ...waits, state: 'open', isDraft: false, isQueued: false } as const;
    return words.reviewWaits({ ...waits, isUnseen, since: new Date(since), progress: findProgress(seen, undefined) });
  },
  'edited in review': ({ chosen, status, isOpen = false, ...edited }, { words }) =>
    words.editedInReview({ ...edited, chosen, status, isOpen }),
  'review renumbered': ({ before, after, ...review }, { words }) =>
    words.reviewRenumbered({ ...review, before: before.fileName, after: after.fileName }),
  'review conflict': (review, { words }) => words.reviewConflict(review),
  'file gone': ({ fileName }, { words }) => words.fileGone(nameFile(fileName)),
  'archive read': ({ total, example }, { words }) => words.archiveRead(total, example),
  'number shared': ({ number, files, repository }, { language }) =>
    say`${emoji('warning')} ${wordSharedNumber(language, number, files, repository)}`,
};

/** What became of a closed review, by the name of whoever chose it. */
function nameAnswer({ what, by }: ReviewAnswer, who: Telling['who']): ToldAnswer {
  return { what, by: by === undefined ? undefined : who(by) };
}

/** With more deciders than this, only the proposer is notified. */
const mostAsked = 10;

/** Whoever is asked what should become of a decision: its proposer, and its deciders. */
function askedAbout(decision: Decision | undefined): string[] {
  if (decision === undefined) return [];
  const { proposerId, voting, namedDeciders } = decision;
  const gone = new Set(voting?.gone.map(({ id }) => id));
  const deciders = (voting?.deciders ?? namedDeciders).filter((id) => id !== proposerId && !gone.has(id));
  return deciders.length > mostAsked ? [proposerId] : [proposerId, ...deciders];
}

/** Who decided and against what, and why, in their own words. */
function toldOutcome(language: Language, decision: Decision | undefined, people: People) {
  const { outcome } = decision ?? {};
  if (outcome === undefined) return { decided: [], why: '' };
  const why = shorten(ownReason(outcome.reason), outcomeDetail.excerpt);
  return { decided: decidedSentences(language, outcome, people, outcomeDetail), why };
}

/** Over whose objections the vote decided, if over anybody's. */
function wordDepartures(language: Language, decision: Decision | undefined, people: People): readonly Words[] {
  const { outcome } = decision ?? {};
  if (outcome === undefined || outcome.departures.length === 0) return [];
  const { decidedBy, departures } = outcome;
  const [first = [], ...overridden] = decidedSentences(language, { decidedBy, departures }, people, outcomeDetail);
  const isOverStanding = departures.some(({ kind }) => kind === 'objections standing');
  return isOverStanding ? [first, ...overridden] : overridden;
}

/** What everybody in the channel has to know, whether or not they follow the thread. */
const forAll: ReadonlySet<Kind> = new Set([
  'voting opened',
  'shortened',
  'voting closed',
  'outcome recorded',
  'revisit',
]);

/** Announcements whose words name the decision. */
const naming: ReadonlySet<Kind> = new Set([
  ...forAll,
  'late vote',
  'proposed from here',
  'decided elsewhere',
  'followed',
]);

/** What a notification or a screen reader tells where nobody sees the thread that it is said in. */
function tellAlone(kind: Kind, said: Words, { decision }: Setting): string {
  return writeFallback(decision === undefined || naming.has(kind) ? said : lines(say`${decision.title}`, said));
}

/** What a review could not get, what the record left out, and the votes if it has no place for them. */
function listMore(
  language: Language,
  { refused, remarks, votes }: Pick<Extract<Announcement, { kind: 'review opened' }>, 'refused' | 'remarks' | 'votes'>,
): string[] {
  return [
    ...refused.map((wish) => language.reviews.refused(wish)),
    ...remarks.map((remark) => wordPublicationRemark(language, remark)),
    ...votes,
  ];
}

/** Puts an announcement into words. */
export function wordAnnouncement(language: Language, announcement: Announcement, setting: Setting): WordedMessage {
  if (announcement.kind === 'digest') return { ...renderDigest(language, announcement.digest), isForAll: false };
  if (announcement.kind === 'import')
    return { ...renderImport(language, announcement, setting.people), isForAll: false };
  const sentence = sentences[announcement.kind] as Sentence<typeof announcement.kind>;
  const said = sentence(announcement as never, tellingOf(language, setting));
  const { kind } = announcement;
  const words = { text: tellAlone(kind, said, setting), blocks: [paragraph(said)], isForAll: forAll.has(kind) };
  const { decision } = setting;
  if (announcement.kind === 'outcome awaits' && decision?.awaited?.id === announcement.id)
    return { ...words, blocks: [...words.blocks, awaitedButtons(language, decision, decision.awaited)] };
  if (announcement.kind === 'form prepared') {
    const resume = button(proposeActions.resume, language.tools.openForm, { value: announcement.formId });
    return { ...words, blocks: [...words.blocks, actions('draft', [resume])] };
  }
  if (announcement.kind === 'vote received' && announcement.decisionId !== undefined) {
    const { decisionId, by } = announcement;
    const giveBack = giveBackButton(language, { decisionId, from: by }, nameOf(language, setting.people, by));
    return { ...words, blocks: [...words.blocks, actions('received', [giveBack])] };
  }
  if (announcement.kind === 'stalled')
    return { ...words, blocks: [...words.blocks, actions('stalled', stalledButtons(language, announcement))] };
  if (announcement.kind === 'revisit' && announcement.answer === undefined)
    return { ...words, blocks: [...words.blocks, revisitButtons(language, announcement.revisitId)] };
  if (announcement.kind === 'revisit not noted' && isAsked(announcement))
    return { ...words, blocks: [...words.blocks, closedNoteButtons(language, announcement.revisitId)] };
  const buttons = decision === undefined ? [] : buttonsBelow(language, announcement, decision.id);
  return buttons.length === 0 ? words : { ...words, blocks: [...words.blocks, actions('publish', buttons)] };
}

/** Whether people are asked what is to become of a note whose review was closed. */
function isAsked(told: Of<'revisit not noted'>): told is Of<'revisit not noted'> & { readonly revisitId: string } {
  return told.because === 'review closed' && told.revisitId !== undefined && told.answer === undefined;
}

/** What brings a stalled proposal on, by what it waits for, and what leaves it as it is. */
const waysOn = {
  discussion: ['openVoting', 'withdraw'],
  objection: ['settleObjection', 'withdraw'],
  outcome: ['recordOutcome', 'voteAgain', 'withdraw'],
} as const;

function stalledButtons({ card }: Language, { stall, decisionId: value }: Of<'stalled'>): Button[] {
  return [...waysOn[stall], 'leaveOpen' as const].map((move) =>
    button(cardActions[move], card.buttons[move], { value }),
  );
}

/** What can be done about what happens to an ADR on its way into git. */
function buttonsBelow({ card, reviews }: Language, announcement: Announcement, value: string): Button[] {
  switch (announcement.kind) {
    case 'not published':
      return [button(cardActions.publishNow, card.buttons.publishNow, { value })];
    case 'review closed':
      if (announcement.answer) return [];
      return [
        button(cardActions.reopenReview, reviews.closed.reopen, { value, style: 'primary' }),
        button(cardActions.withdraw, reviews.closed.withdraw, { value }),
        button(cardActions.leaveReview, reviews.closed.leave, { value }),
      ];
    case 'review waits':
      return announcement.isUnseen ? [button(cardActions.tellClosed, reviews.wasClosed, { value })] : [];
    case 'edited in review':
      return [button(cardActions.showChanges, reviews.showChanges, { value })];
    default:
      return [];
  }
}
