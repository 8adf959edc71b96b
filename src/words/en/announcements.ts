import { isLeftToAll } from '../../decision/rule/rule.ts';
import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { VotingState } from '../../decision/vote/voting-state.ts';
import type { AnnouncementWords, ChangedDeciders, ClosedReview, ToldAnswer, WayToVote } from '../announcement-words.ts';
import { linked } from '../linked.ts';
import { reviewKindAt } from '../review-kind.ts';
import { bold, code, emoji, joinWords, lines, link, mention, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { card } from './card.ts';
import { count, number, quote } from './grammar.ts';
import { people } from './people.ts';
import { wordReason } from './review-text.ts';
import { nameReview, wordProgress } from './reviews.ts';
import { allowOnly } from './rules.ts';
import { turnout } from './turnout.ts';

const changes: Readonly<Record<ChangedDeciders['group'], readonly [one: string, several: string]>> = {
  left: [
    'is no longer in the channel and is no longer counted among the deciders',
    'are no longer in the channel and are no longer counted among the deciders',
  ],
  leftVoting: ['is no longer in the channel; their vote stands', 'are no longer in the channel; their votes stand'],
  deactivated: [
    'has a closed account and is no longer counted among the deciders',
    'have closed accounts and are no longer counted among the deciders',
  ],
  deactivatedVoting: ['has a closed account; their vote stands', 'have closed accounts; their votes stand'],
  returned: ['is back among the deciders', 'are back among the deciders'],
};

/** The ADR names another option than was decided, or none. */
function wordOtherChoice({ from, to }: { readonly from: string | undefined; readonly to: string | undefined }): string {
  const decided = from === undefined ? 'The decision was to reject all options' : `The decision was ${quote(from)}`;
  return to === undefined
    ? `${decided}; the ADR no longer says which option was chosen.`
    : `${decided}; the ADR now says that ${quote(to)} was chosen.`;
}

function wordOtherStatus({ from, to }: { readonly from: string; readonly to: string }): string {
  const was = from === '' ? '' : ` instead of ${quote(from)}`;
  return to === '' ? `The status ${quote(from)} is no longer in it.` : `The status is now ${quote(to)}${was}.`;
}

function wordChanged({ group, names, others }: ChangedDeciders): string {
  const [one, several] = changes[group];
  return `${people.list(names, others)} ${names.length + others === 1 ? one : several}.`;
}

/** What to do, to follow a colon. */
const ways: Readonly<Record<WayToVote, string>> = {
  reactions: 'react to the card with the emoji of each option that you back.',
  buttons: 'on the card, press the button of each option that you back, or react with its emoji.',
  scores: `press ${quote(card.buttons.giveScores)} on the card, and say how good each option is.`,
};

const counting: Readonly<Record<WayToVote, string>> = {
  reactions: 'reactions to',
  buttons: 'votes on',
  scores: 'scores given on',
};

function inCommit(path: string, url: string | undefined, commit: string): Words {
  return say`${url ? link(url, path) : code(path)} in commit ${code(commit)}`;
}

/** What became of a closed review. */
function wordAnswer({ what, by }: ToldAnswer): string {
  switch (what) {
    case 'reopened':
      return by === undefined ? 'It is open again.' : `${by} asked me to open it again.`;
    case 'left':
      return `${by} left it at that.`;
    case 'withdrawn':
      return `${by} withdrew the decision.`;
    case 'arrived':
      return 'The ADR is in the repository by now.';
  }
}

/** That a review was closed without merging. */
function wordClosed({ closedBy, toldBy, ...review }: ClosedReview): Words {
  if (toldBy !== undefined) {
    const it = review.number === undefined ? say`the review of ${nameReview(review)}` : nameReview(review);
    return say`${toldBy} says that ${it} was closed without merging.`;
  }
  if (review.number === undefined) return say`${nameReview(review, true)} is gone, and was not merged.`;
  return say`${nameReview(review, true)} was closed${closedBy === undefined ? '' : ` by ${closedBy}`} without merging.`;
}

function because(reason: string): Words {
  return reason === '' ? say`.` : say`: ${typed(reason)}`;
}

/** How a vote stands that is open no longer, or not until then. */
function wordState(title: string, now: VotingState): Words {
  switch (now.kind) {
    case 'open':
      return say`Voting on ${quote(title)} is open until ${now.closesAt}.`;
    case 'awaiting':
      return say`Voting on ${quote(title)} is over. An outcome waits until a second person confirms it.`;
    case 'discussing':
      return say`Voting on ${quote(title)} is no longer open. The discussion goes on.`;
    case 'later round':
      return say`This vote on ${quote(title)} is over. Everyone votes again, on a new card.`;
    case 'undecided':
      return now.isBlocked
        ? say`Voting on ${quote(title)} is over. An objection stands, and nothing is decided yet.`
        : say`Voting on ${quote(title)} is over. Nothing is decided yet.`;
    case 'decided':
      return say`Voting on ${quote(title)} is over. ${accepted(now.chosen)}`;
    case 'withdrawn':
      return say`Voting on ${quote(title)} is over. The proposal was withdrawn.`;
  }
}

function accepted(chosen: string | undefined): Words {
  return chosen === undefined ? bold('Rejected.') : bold('Accepted: ', chosen, '.');
}

function inFile(record: { readonly fileName: string; readonly url: string | undefined } | undefined): Words {
  if (record === undefined) return [];
  return say`The ADR is ${record.url ? link(record.url, record.fileName) : code(record.fileName)}.`;
}

/** Why somebody can't vote for another anymore. */
const returns: Readonly<Record<HandoverEnd, string>> = {
  gone: 'can’t take part anymore',
  'taken out': 'is away, and was taken out of the count',
  'handed on': 'has handed over their own vote, and so gives yours back',
  declined: 'has given your vote back',
};

/** What Gavel says by itself, in English. */
export const announcements: AnnouncementWords = {
  welcome: lines(
    say`Hello! I help teams decide in Slack and keep their decisions in git.`,
    say`•  ${code('/adr propose')} puts a question to a channel. Everyone adds options, pros and cons, and votes with a reaction.`,
    say`•  ${code('/adr waiting')} lists what waits for you, and ${code('/adr list')} what was decided.`,
    say`•  ${code('/adr help')} has everything else.`,
    say`I can’t read messages, here or in channels. Please use these commands instead.`,
  ),
  votingOpened: ({ title, now, way }) =>
    now.kind === 'open'
      ? say`Voting on ${quote(title)} is open until ${now.closesAt}: ${ways[way]}`
      : wordState(title, now),
  votingNotOpened: (why) => say`Voting could not be opened. ${why}`,
  decidersUnknown: 'Slack did not tell me who may vote. I’ll keep trying.',
  optionAdded: ({ by, title, emoji: name, isScored }) => {
    const added = say`${by} added an option while voting is open: ${emoji(name)} ${bold(title)}`;
    return isScored ? lines(added, say`It has no points yet: ${quote(card.buttons.giveScores)} asks for them.`) : added;
  },
  edited: (by) => say`${by} edited the question while voting is open; the options are as they were.`,
  votingReopened: ({ by, reason, closesAt, way }) =>
    say`${by} opened voting again, from scratch${because(reason)}
Voting closes ${closesAt}. Only ${counting[way]} this new card count.`,
  extended: ({ by, reason, closesAt }) =>
    say`${by} moved the deadline: voting closes ${closesAt}.${reason === '' ? '' : say` ${typed(reason)}`}`,
  shortened: ({ by, from, closesAt, reason, title, now }) =>
    now === undefined
      ? say`${by} made the deadline earlier: voting closes ${closesAt} instead of ${from}. Why: ${typed(reason)}`
      : lines(
          say`${by} made the deadline earlier, from ${from} to ${closesAt}. Why: ${typed(reason)}`,
          wordState(title, now),
        ),
  extendedByRule: (verdict, closesAt) =>
    say`${verdict || 'The rule chooses no option yet.'} Voting is extended, this once, until ${closesAt}.`,
  finalComments: ({ option, closesAt, isAnew, canBlock }) => {
    if (isAnew) return say`The final comments on ${quote(option)} begin anew. They end ${closesAt}.`;
    const anew = canBlock ? 'its text changes, or an objection is raised or settled' : 'its text changes';
    return say`${quote(option)} has won, and is open to final comments until ${closesAt}. It is accepted then if it still wins: votes count until the end. If ${anew}, this time begins anew.`;
  },
  outcomeRecorded: ({ by, title, chosen, decided, why, closesAt, record }) =>
    lines(
      say`${by} recorded the outcome of ${quote(title)}. ${accepted(chosen)}`,
      ...decided.map((sentence) => say`${sentence}`),
      why === '' ? [] : say`Why: ${typed(why)}`,
      closesAt === undefined ? [] : say`Voting was open, and would have closed ${closesAt}.`,
      inFile(record),
    ),
  countingLater: (endedAt, until) =>
    say`Voting ended ${endedAt}. I missed some of what happened around then, so I wait until ${until} for votes that are still on their way to me.`,
  undatedVotes: (undated, more) =>
    say`When voting ended I had missed some of what happened before. Slack’s list of reactions also shows: ${turnout.undated(undated, more)}. Nobody can tell whether that was in time, so it is not counted; the result is the same either way.`,
  undatedVotesDecide: ({ proposerId, changes: undated, more, without, withAll, overriders }) =>
    lines(
      say`${speakTo(proposerId)}Voting ended while I was away, and I can’t tell how. Since the last event that I have, Slack’s list of reactions says: ${turnout.undated(undated, more)}. Nobody can tell whether that was in time, all of it or some.`,
      say`Without it: ${without}`,
      say`With all of it: ${withAll}`,
      isLeftToAll(overriders)
        ? say`Please decide: you and the deciders can record the outcome on the card, or have everyone vote again.`
        : say`${allowOnly(overriders, 'record the outcome on the card')} You and the deciders can have everyone vote again.`,
    ),
  votingClosed: ({ title, chosen, verdict, departed, record }) =>
    lines(
      say`Voting on ${quote(title)} has closed. ${accepted(chosen)}`,
      say`${verdict}`,
      ...departed.map((sentence) => say`${sentence}`),
      inFile(record),
    ),
  discussedOn: ({ by, reason, isClosed }) =>
    isClosed
      ? say`${by} ended the vote without an outcome, to go on discussing${because(reason)}`
      : say`${by} wants to go on discussing${because(reason)}`,
  decidersChanged: (groups) => say`${groups.map(wordChanged).join(' ')}`,
  takenOut: ({ by, out, back }) =>
    lines(
      ...(out === ''
        ? []
        : [
            say`${by} took ${out} out of the count because they are away. The quorum is figured without them, and if they vote, it counts.`,
          ]),
      ...(back === '' ? [] : [say`${by} put ${back} back into the count.`]),
    ),
  lateVote: (title) => say`Voting on ${quote(title)} had closed before you reacted, so your vote is not counted.`,
  nudge: ({ names, others, closesAt }) => say`Still to vote: ${people.list(names, others)}. Voting closes ${closesAt}.`,
  directNudge: (decision, closesAt) =>
    say`Your vote is missing: ${decision}
Voting closes ${closesAt}. ${code('/adr nudges off')} ends these reminders.`,
  askedToVote: ({ by, decision, closesAt }) =>
    say`${by} asks you to decide: ${decision}
Voting closes ${closesAt}. ${code('/adr nudges off')} ends these messages.`,
  voteReceived: ({ by, decision, closesAt }) =>
    say`${by} has handed you their vote: ${decision}
What you choose there counts for both of you, unless they vote themselves. If you’d rather not, give it back. Voting closes ${closesAt}. ${code('/adr nudges off')} ends these messages.`,
  voteReturned: ({ by, why, decision, closesAt }) =>
    say`Your vote is your own again: ${decision}
${by} ${returns[why]}. Please vote yourself, or hand your vote to somebody else with ${quote(card.buttons.handOver)} in the menu of the card. Voting closes ${closesAt}.`,
  decisionName: (title, url) => {
    const name = title ?? 'a decision in a private channel';
    if (url) return link(url, name);
    return title === undefined ? say`${name}` : say`${quote(name)}`;
  },
  nobodyLeads: ({ proposerId, verdict, overriders, canReject }) => {
    const ended = say`${speakTo(proposerId)}Voting has closed, and there is no winner. ${verdict}`;
    if (isLeftToAll(overriders))
      return say`${ended} You and the deciders can record an outcome on the card, or let voting go on by moving the deadline.`;
    const [open, rest] = canReject ? ['reject all options, or ', 'accept an option'] : ['', 'record an outcome'];
    return say`${ended} You and the deciders can ${open}let voting go on by moving the deadline. ${allowOnly(overriders, rest)}`;
  },
  withdrawn: (by, reason) => say`${by} withdrew this decision${because(reason)}`,
  published: ({ path, url, commit, more, review }) =>
    lines(
      review === undefined
        ? say`The record is ${inCommit(path, url, commit)}.`
        : say`${nameReview(review, true)} was merged${review.mergedBy ? ` by ${review.mergedBy}` : ''}. The record is ${inCommit(path, url, commit)}.`,
      ...more.map((line) => say`${line}`),
    ),
  recordFound: ({ path, url, commit }) =>
    say`The repository already has the record of this decision: ${inCommit(path, url, commit)}. It was there before this outcome, and it counts as it is; I have changed nothing in it.`,
  notPublished: (trouble) =>
    say`${emoji('warning')} The decision stands, but its record is not in the repository yet. ${linked(trouble)} I’ll keep trying.`,
  branchRules: ({ way, branch, kind, more }) =>
    say`The ADR goes to ${code(branch)} by ${way === 'commit' ? 'a commit' : kind}. ${more.join(' ')}`,
  reviewProposed: ({ more, ...review }) =>
    lines(
      review.number === undefined
        ? say`The ADR follows this discussion on ${nameReview(review)}. The outcome completes it.`
        : say`The ADR follows this discussion as a draft in ${nameReview(review)}, where you can comment on its text. The outcome completes it.`,
      ...more.map((one) => say`${one}`),
    ),
  notProposed: ({ isOpen, trouble }) =>
    say`${emoji('warning')} ${isOpen ? 'I can’t bring the draft of the ADR up to date just now.' : 'I could not open the draft of the ADR yet.'} ${linked(trouble)} I’ll keep trying.`,
  reviewComments: ({ comments, more, ...review }) => {
    const all = comments.length + more;
    const named = comments.map(({ by, url }) => (url === undefined ? say`${by}` : link(url, by)));
    const others = more === 0 ? '' : ` and ${number(more)} more`;
    return say`${count(all, 'new comment')} in ${nameReview(review)}: ${joinWords(named, ', ')}${others}.`;
  },
  reviewTakenOver: ({ fileName, ...review }) =>
    say`${emoji('warning')} Others have changed the same lines of ${code(fileName)} in ${nameReview(review)} as this discussion, so I left the file as it is there. Please bring it up to date by hand.`,
  proposalMerged: ({ into, ...review }) =>
    say`${emoji('warning')} ${nameReview(review, true)} was merged to ${code(into)} before there was an outcome. The file there says “proposed”. The outcome will come as an ADR of its own, with the next number; please remove the other one then.`,
  reviewCompleted: ({ more, ...review }) =>
    lines(
      review.number === undefined
        ? say`The outcome is on ${nameReview(review)} now. Please open a review from there, if there is none yet. I’ll notice when it is merged.`
        : say`The outcome is in ${nameReview(review)} now. It is published once that is merged.`,
      ...more.map((one) => say`${one}`),
    ),
  reviewOpened: ({ why, more, ...review }) => {
    const reason = wordReason(why, reviewKindAt(review.url));
    return lines(
      review.number === undefined
        ? say`${reason}, so I pushed the ADR to ${nameReview(review)}. Please open a review from there. I’ll notice when it is merged.`
        : say`${reason}, so I opened ${nameReview(review)} with the ADR. It is published once that is merged.`,
      ...more.map((line) => say`${line}`),
    );
  },
  reviewClosed: ({ asked, answer, ...closed }) => {
    const to = asked.length === 0 || answer ? [] : say`${mention(asked)} `;
    if (answer) return say`${wordClosed(closed)} ${wordAnswer(answer)}`;
    return say`${to}${wordClosed(closed)} The decision stands, but its ADR is not in the repository. What should happen now?`;
  },
  reviewReopened: ({ by, ...review }) => {
    if (review.number === undefined)
      return say`${nameReview(review, true)} is there again. Please open a review from there, if there is none.`;
    return by === undefined
      ? say`${nameReview(review, true)} is open again.`
      : say`${by} had ${nameReview(review)} opened again.`;
  },
  reviewLeft: ({ by, ...review }) =>
    say`${by} left ${nameReview(review)} ${review.number === undefined ? 'as it was' : 'closed'}. The decision stands, without an ADR in the repository.`,
  reviewLeftOpen: (review) =>
    review.number === undefined
      ? say`${nameReview(review, true)} is still there, and I leave it to you. Please delete it, so that nobody merges it by mistake.`
      : say`I can’t close ${nameReview(review)} from here. Please close it, so that nobody merges it by mistake.`,
  reviewWaits: ({ since, progress, isUnseen, ...review }) => {
    const waits =
      review.number === undefined
        ? say`${nameReview(review, true)} has been waiting to be merged since ${since}.`
        : say`${nameReview(review, true)} has been open since ${since}: ${wordProgress(progress)}.`;
    return isUnseen
      ? say`${waits} I can see when it is merged, but not whether it was closed. If it was, please tell me.`
      : waits;
  },
  editedInReview: ({ fileName, chosen, status, isOpen, ...review }) => {
    const differences = [...(chosen ? [wordOtherChoice(chosen)] : []), ...(status ? [wordOtherStatus(status)] : [])];
    if (isOpen)
      return differences.length === 0
        ? say`${code(fileName)} was edited in ${nameReview(review)}. The chosen option and the status are as decided. What is merged counts.`
        : say`${emoji('warning')} ${code(fileName)} was edited in ${nameReview(review)}. ${differences.join(' ')} What is merged counts, so if that is not what you want, please change it there before it is merged.`;
    return differences.length === 0
      ? say`Before it was merged, ${code(fileName)} was edited in ${nameReview(review)}. What was merged counts.`
      : say`${emoji('warning')} Before it was merged, ${code(fileName)} was edited in ${nameReview(review)}. ${differences.join(' ')}`;
  },
  reviewRenumbered: ({ before, after, ...review }) =>
    say`Another ADR has taken the number of ${code(before)}, so I renamed ours in ${nameReview(review)}: it is ${code(after)} now.`,
  reviewConflict: ({ into, branch, ...review }) =>
    say`${emoji('warning')} ${nameReview({ ...review, branch }, true)} conflicts with ${code(into)}: both changed the same lines, and I can’t tell which are right. Please merge ${code(into)} into ${code(branch)} and resolve it there. I’ll keep what you commit.`,
  fileGone: (file) =>
    say`${emoji('warning')} The record of this decision, ${file}, is no longer in the repository. If it comes back, I will continue with it as before.`,
  archiveRead: (total, example) => {
    const [list, show] = [code('/adr list'), code('/adr show ', example)];
    return total === 1
      ? say`By the way: I have read the ADR that is in your repository. ${list} has it, and ${show} shows it.`
      : say`By the way: I have read the ${number(total)} ADRs that are in your repository. ${list} has them all, and ${show} shows one.`;
  },
};
