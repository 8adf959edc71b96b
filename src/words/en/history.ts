import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { EventFacts, HistoryWords, ToldTally } from '../history-words.ts';
import { code, joinWords, type Said, say, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { count, day, list as listAll, number, quote } from './grammar.ts';
import { list } from './list.ts';
import { people as names } from './people.ts';
import { rules } from './rules.ts';

/** `lead` with what follows it, if anything does. */
function withLead(text: string, lead = ': '): string {
  return text === '' ? '' : `${lead}${text}`;
}

/** As `withLead`, for what somebody typed. */
function withTyped(text: string): Words {
  return text === '' ? [] : say`: ${typed(text)}`;
}

function date(at: Date | undefined, lead: string): Words {
  return at === undefined ? [] : say`${lead}${at}`;
}

function inParentheses(said: string | Words): Said {
  return said.length === 0 ? '' : say` (${said})`;
}

function people(value: number): string {
  return count(value, 'person', 'people');
}

/** Whose it was, if somebody else changed it: “ by Ben”. */
function byAuthor(author: string): string {
  return author === '' ? '' : ` by ${author}`;
}

const kinds = { pro: 'pro', con: 'con', neutral: 'neutral' } as const;

const stances = { pro: 'spoke for', con: 'spoke against', neutral: 'spoke about' } as const;

/** “Go 5, Rust 4, 1 abstained”. */
function wordTally({ rule, options, abstained, withdrawn }: ToldTally): string {
  const standing = options.map(
    ({ title, votes }) => `${title} ${rule.method === 'score' ? rules.countVotes(rule, votes) : number(votes)}`,
  );
  const gone = withdrawn.map((title) => `${title} withdrawn`);
  return [...standing, ...gone, ...(abstained > 0 ? [`${number(abstained)} abstained`] : [])].join(', ');
}

/** “, as Ana had recorded it, against the vote (Keep 3, Drop it 1): …”. */
function wordOutcome({ reason, against, recordedBy }: EventFacts['accepted']): Words {
  const recorded = recordedBy === '' ? '' : `, as ${recordedBy} had recorded it`;
  return say`${recorded}${withLead(against, recorded === '' ? ' ' : ', ')}${withTyped(reason)}`;
}

function nameReview(sign: string | undefined): string {
  return sign === undefined ? 'its review' : `review ${sign}`;
}

const ends: Readonly<Record<HandoverEnd, string>> = {
  gone: 'can’t take part anymore',
  'taken out': 'was taken out of the count',
  'handed on': 'handed over their own',
  declined: 'gave it back',
};

/** The history of a decision in English. */
export const history: HistoryWords = {
  title: 'History',
  which: 'More than one decision has this in its title. Which one do you mean?',
  show: list.show,
  moreMatches: 'There are more: with another word of the title there are fewer.',
  adr: {
    intro: (file) => say`${file} was not decided with me. This is what I know of it; the history of git has the rest.`,
    nothing: say`Nothing has happened to it since I first read it.`,
    events: {
      added: ({ after }) => say`found it new in the repository${withLead(after)}`,
      status: ({ before, after }) =>
        say`found its status changed${withLead(before, ' from ')}${after === '' ? ' to none' : ` to ${after}`}`,
      renamed: ({ before, after }) => say`found it renamed from ${code(before)} to ${code(after)}`,
      edited: () => say`found it edited`,
      removed: () => say`found its file gone`,
      returned: () => say`found its file back`,
    },
    commit: (commit) => say`, commit ${commit}`,
    noted: (state, review) => {
      if (state === 'on branch') return say`The ADR says so.`;
      if (state === 'not yet') return say`The ADR doesn’t say so yet.`;
      if (state === 'in review') return say`The ADR doesn’t say so yet: the note waits in ${review ?? 'its review'}.`;
      return review === undefined
        ? say`The ADR doesn’t say so.`
        : say`The ADR doesn’t say so: ${review} was not merged.`;
    },
  },
  proposed: (at) => say`proposed ${at}`,
  status: (status) => list.statuses[status],
  votes: ({ round, isOver, count: counted, tally }) => {
    const name = round === undefined ? '' : `Round ${number(round)}: `;
    if (counted === undefined) return `${name}${isOver ? 'No votes were cast' : 'No votes were cast yet'}.`;
    const { cast, takenBack } = counted;
    const all = cast === 1 ? '1 vote was' : `${number(cast)} votes were`;
    const back = takenBack === 0 ? 'none' : number(takenBack);
    return `${name}${all} cast, ${back} taken back${tally === undefined ? '' : `: ${wordTally(tally)}`}.`;
  },
  events: {
    draft: () => say`made it a draft`,
    proposed: ({ options }) => say`proposed it${withLead(options, ', with the options ')}`,
    'argument given': ({ stance, option, text }) => say`${stances[stance]} ${quote(option)}${withTyped(text)}`,
    'argument corrected': ({ author, option, before, after }) => {
      const [was, is] = before.kind === after.kind ? ['', ''] : [` (${kinds[before.kind]})`, ` (${kinds[after.kind]})`];
      return say`corrected a reason${byAuthor(author)} about ${quote(option)}: ${quote(typed(after.text))}${is}, until then ${quote(typed(before.text))}${was}`;
    },
    'argument withdrawn': ({ author, option, reason: { kind, text } }) =>
      say`withdrew a reason${byAuthor(author)} about ${quote(option)}: ${quote(typed(text))} (${kinds[kind]})`,
    'option added': ({ title }) => say`added the option ${quote(title)}`,
    'option corrected': ({ author, before, after }) => {
      const renamed =
        before.title === after.title
          ? say`corrected the option ${quote(after.title)}${byAuthor(author)}`
          : say`renamed the option ${quote(before.title)}${byAuthor(author)} to ${quote(after.title)}`;
      if (before.description === after.description) return renamed;
      if (after.description === '')
        return say`${renamed}; its description is gone: ${quote(typed(before.description))}`;
      const was = before.description === '' ? '' : say`, until then ${quote(typed(before.description))}`;
      return say`${renamed}; its description is now ${quote(typed(after.description))}${was}`;
    },
    'option withdrawn': ({ author, option: { title, description } }) =>
      say`withdrew the option ${quote(title)}${byAuthor(author)}${withTyped(description)}`,
    edited: () => say`edited the question`,
    'recall changed': ({ tags, affects, on, when }) => {
      const what = [
        ...(tags === '' ? [] : [say`tags: ${tags}`]),
        ...(affects === '' ? [] : [say`affected paths: ${affects}`]),
        ...(on === '' ? [] : [say`look again on ${day(on)}`]),
        ...(when === '' ? [] : [say`look again if ${quote(when)}`]),
      ];
      return what.length === 0
        ? say`removed the tags, the affected paths and when to look again`
        : say`changed how it is found again: ${joinWords(what, '; ')}`;
    },
    'deciders named': ({ names: named, others }) =>
      say`named the deciders anew: ${named.length === 0 ? 'everyone in the channel' : names.list(named, others)}`,
    'voting asked for': ({ closesAt, rule }) =>
      say`asked for a vote${date(closesAt, ' until ')}${withLead(rule, ', under another rule: ')}`,
    'voting opened': ({ deciders, closesAt }) =>
      say`opened voting for ${people(deciders)}${date(closesAt, ', until ')}`,
    'reopening asked for': ({ closesAt, reason }) =>
      say`asked for a new vote${date(closesAt, ' until ')}${withTyped(reason)}`,
    'voting reopened': ({ round, deciders, closesAt, reason }) =>
      say`opened round ${number(round)} of the vote for ${people(deciders)}${date(closesAt, ', until ')}${withTyped(reason)}`,
    'stall asked': () => say`asked the proposer what is to become of it, since nothing new had happened`,
    'left open': () => say`left it open for another two weeks`,
    'revisit asked': ({ on }) =>
      say`asked whether it is still right${on === '' ? '' : `, as it was due on ${day(on)}`}`,
    'still right': ({ next, note }) =>
      say`looked at it again and found it still right${next === '' ? '' : `, next time on ${day(next)}`}${withTyped(note)}`,
    'revisit day found': ({ from, to }) =>
      to === ''
        ? say`found that its ADR names no day to look again anymore`
        : say`found ${from === '' ? 'a' : 'another'} day to look again in its ADR: ${day(to)}${from === '' ? '' : ` instead of ${day(from)}`}`,
    'taken out': ({ out, back }) =>
      say`${[
        ...(out + back === 0 ? ['changed who is missed'] : []),
        ...(out > 0 ? [`took ${people(out)} out of the count who ${out === 1 ? 'is' : 'are'} away`] : []),
        ...(back > 0 ? [`put ${people(back)} back into the count`] : []),
      ].join(', and ')}`,
    'handed over': ({ to }) => say`handed their vote to ${to}`,
    'handover taken back': ({ to }) => say`took their vote back from ${to}`,
    'handover declined': ({ from }) => say`gave ${from} their vote back`,
    'handovers ended': ({ count: votes, why }) =>
      say`gave ${votes === 1 ? 'a vote' : `${number(votes)} votes`} back that ${votes === 1 ? 'was' : 'were'} handed over${why === '' ? '' : `, since whoever had ${votes === 1 ? 'it' : 'them'} ${ends[why]}`}`,
    'deciders changed': ({ left, returned }) =>
      say`noted that ${[
        ...(left > 0 ? [`${people(left)} can’t take part anymore`] : []),
        ...(returned > 0 ? [`${people(returned)} can again`] : []),
      ].join(', and ')}`,
    extended: ({ closesAt, reason }) => say`moved the deadline${date(closesAt, ' to ')}${withTyped(reason)}`,
    shortened: ({ from, closesAt, reason }) =>
      say`made the deadline earlier${date(from, ', from ')}${date(closesAt, ' to ')}${withTyped(reason)}`,
    'final comments': ({ option, closesAt, isAnew }) =>
      say`${isAnew ? 'began the final comments anew' : 'began the final comments'} on ${quote(option)}${date(closesAt, ', until ')}`,
    nudged: ({ missing }) => say`reminded ${people(missing)} to vote`,
    'ballots reconciled': ({ added, removed }) =>
      say`corrected the votes after Slack’s own list: ${number(added)} added, ${number(removed)} removed`,
    'objection raised': ({ isHold, until, reason, closesAt }) => {
      const what = isHold ? say`asked for time${date(until, ' until ')}` : 'objected';
      return say`${what}${withTyped(reason)}${inParentheses(date(closesAt, 'voting closes '))}`;
    },
    'objection resolved': ({ isHold, about, reason }) =>
      say`${isHold ? 'needs no more time' : 'resolved their objection'}${inParentheses(typed(about))}${withTyped(reason)}`,
    'objection overridden': ({ isHold, about, reason }) =>
      say`overrode ${isHold ? 'a request for time' : 'an objection'}${inParentheses(typed(about))}${withTyped(reason)}`,
    'hold ended': ({ reason }) => say`noted that the time somebody needed is up${withTyped(reason)}`,
    'outcome awaits': ({ chosen, against, reason }) =>
      say`recorded ${chosen === '' ? 'that all options are rejected' : quote(chosen)}${withLead(against, ', ')}${against === '' ? '' : ','} and needs a second person to confirm that${withTyped(reason)}`,
    'outcome declined': () => say`declined the outcome that waited for a second person`,
    'outcome overtaken': () =>
      say`found that the vote or the question has changed since somebody recorded the outcome that waited for a second person`,
    'voting closed': ({ blocking, unconfirmed, figures }) => {
      const overridden = unconfirmed === 1 ? 'an objection' : `${number(unconfirmed)} objections`;
      if (blocking === 0 && unconfirmed > 0)
        return say`closed voting, and a second person has to confirm the outcome, since one person overrode ${overridden}${withLead(figures)}`;
      if (blocking === 0) return say`closed voting without an outcome${withLead(figures)}`;
      const stand = blocking === 1 ? 'an objection stands' : `${number(blocking)} objections stand`;
      return say`closed voting, and ${stand}${withLead(figures)}`;
    },
    'discussed on': ({ isClosed, reason }) =>
      say`${isClosed ? 'closed voting to go on discussing' : 'wanted to go on discussing'}${withLead(reason)}`,
    'undated votes': ({ added, removed }) =>
      say`did not count what nobody can tell to have been in time: ${number(added)} added in Slack’s own list, ${number(removed)} removed`,
    accepted: (outcome) => say`accepted it${wordOutcome(outcome)}`,
    rejected: (outcome) => say`rejected it${wordOutcome(outcome)}`,
    withdrawn: ({ reason }) => say`withdrew it${withTyped(reason)}`,
    published: ({ path, commit, wasThere }) =>
      say`${wasThere ? 'found its record in the repository' : 'published it'}${withLead(path, ' as ')}${withLead(commit, ', commit ')}`,
    'not published': ({ trouble }) => say`could not publish it${withLead(trouble)}`,
    'review proposed': ({ sign }) => say`opened ${nameReview(sign)} with a draft of its record`,
    'review commented': ({ sign, count: comments }) =>
      say`found ${count(comments, 'new comment')} in ${nameReview(sign)}`,
    'proposal closed': ({ sign }) => say`closed ${nameReview(sign)} with the draft of its record`,
    'proposal merged': ({ sign }) => say`found ${nameReview(sign)} merged before there was an outcome`,
    'review completed': ({ sign }) => say`brought the outcome into ${nameReview(sign)}`,
    'review opened': ({ sign }) => say`opened ${nameReview(sign)} with its record`,
    'review closed': ({ sign, closedBy }) =>
      say`found ${nameReview(sign)} closed without merging${withLead(closedBy, ' by ')}`,
    'review reopened': ({ sign }) => say`opened ${nameReview(sign)} again`,
    'review left': ({ sign }) => say`left ${nameReview(sign)} closed`,
    'review renumbered': ({ before, after }) => say`gave ${before} another number in its review: ${after}`,
    'edited in review': ({ chosen, status }) => {
      const says = [
        ...(chosen === '' ? [] : [`says that ${quote(chosen)} was chosen`]),
        ...(status === undefined ? [] : [status === '' ? 'has no status' : `has the status ${quote(status)}`]),
      ];
      return say`found its record edited in review${withLead(listAll(says), ', which now ')}`;
    },
    deprecated: ({ reason }) => say`marked it as deprecated${withTyped(reason)}`,
    superseded: ({ reason }) => say`marked it as superseded${withTyped(reason)}`,
    'card gone': () => say`found the card deleted, and posted it anew`,
  },
};
