import type {
  AllowedValue,
  HeadingOwner,
  IndexGap,
  LongPart,
  ManagedAct,
  MissingPart,
  OverrideAct,
  PatternFault,
  Refusal,
  UnfitReceiver,
} from '../../decision/failure/refusal.ts';
import { splitGaps } from '../gaps.ts';
import { type RefusalWords, wordTrouble } from '../language.ts';
import { choice, count, day, list, number, quote, writeDay } from './grammar.ts';
import { repository } from './repository.ts';
import { rules } from './rules.ts';
import { troubles } from './troubles.ts';
import { usages } from './usages.ts';

const missing: Readonly<Record<MissingPart, string>> = {
  title: 'Please give the decision a title: the question in a few words.',
  context: 'Please say what the problem is, in a sentence or two.',
  'option name': 'Please give this option a name.',
  heading: 'Please give this section a heading.',
  'rule name': 'Please give this rule a name.',
  reason: 'Please say why, in a sentence.',
  justification: 'Please say why, for people who read this in two years.',
  'reason for less time': 'Please say why, for people who thought they had more time.',
  'what has changed': 'Please say what has changed.',
  'reason to override': 'Please say why the decision goes ahead anyway.',
  deadline: 'Please say when voting closes.',
  'end of the hold': 'Please say until when you need time.',
  option: 'Please say which option this is about.',
  'chosen option': 'Please say which option was chosen, or reject the decision.',
  objection: 'Please say which objection this is about.',
  score: 'Please give at least one option a score. If you back none of them, give 0.',
  draft: 'Please paste a draft, or choose a file.',
  channel: 'Please choose the channel that decides.',
};

const longParts: Readonly<Record<LongPart, string>> = {
  title: 'This title',
  context: 'The context',
  driver: 'One of these lines',
  'option name': 'This name',
  'option description': 'This description',
  reason: 'This reason',
  consequence: 'One consequence',
  heading: 'This heading',
  section: 'This section',
  'rule name': 'This name',
  tag: 'One of these tags',
  pattern: 'One of these patterns',
  condition: 'This condition',
  note: 'This note',
};

const patternFaults: Readonly<Record<PatternFault, string>> = {
  'not a path of git': 'A pattern begins at the root of the repository and has “/” between folders',
  'leads outside': 'A pattern begins at the root of the repository and can’t lead out of it with “..”',
  'says what not': 'A pattern says which paths the decision affects, not which ones it doesn’t',
  'open bracket': 'A bracket in it has no counterpart',
};

const headingOwners: Readonly<Record<HeadingOwner, string>> = {
  status: 'the status, which follows from the vote',
  date: 'the date, which follows from the vote',
  people: 'the people, whom the vote names',
  context: 'the context, which has a field of its own',
  drivers: 'the decision drivers, which have a field of their own',
  options: 'the options, which have fields of their own',
};

/** What one person has added, and what to do instead. */
const ownShares: {
  readonly [What in Extract<Refusal, { code: 'own share used' }>['what']]: (count: number) => string;
} = {
  options: (own) =>
    `You have added ${count(own, 'option')}, the maximum for one person. Please suggest this one in the thread.`,
  reasons: (own) =>
    `You have given ${count(own, 'reason')} here, the maximum for one person. Please go on in the thread.`,
  objections: (own) =>
    `You have raised ${count(own, 'objection')} to this decision, the maximum for one person. Please go on in the thread.`,
  'standing objections': (own) =>
    `You have ${count(own, 'unresolved objection')}, the maximum for one person. Please resolve one first, or go on in the thread.`,
};

const acts: Readonly<Record<ManagedAct, string>> = {
  'open voting': 'open voting',
  'open voting again': 'open voting again',
  'move the deadline': 'move the deadline',
  'make the deadline earlier': 'make the deadline earlier',
  'take out who is away': 'take people out who are away',
  edit: 'edit it',
  'leave it open': 'leave it open',
  'look again': 'say whether it is still right',
  'override an objection': 'override somebody else’s objection',
  'record the outcome': 'record the outcome',
  withdraw: 'withdraw it',
  publish: 'have it published',
};

const overrides: Readonly<Record<OverrideAct, string>> = {
  'decide in place of the vote': 'decide in place of the vote, or before it has ended',
  'override an objection': 'override somebody else’s objection',
  'make the deadline earlier': 'make the deadline earlier',
  'end the vote': 'end the vote before its deadline',
  'confirm the outcome': 'confirm an outcome',
};

const managers = {
  'proposer and deciders': ['the proposer', 'the deciders'],
  proposer: ['the proposer'],
} as const;

const notInChannel = {
  propose: 'You are not in this channel anymore, so the decision can’t be put there. Your draft is kept.',
  import: 'You are not in this channel anymore, so I can’t show my progress here.',
  digest: 'You are not in this channel, so I can’t show you its digest.',
} as const;

function wordGap(gap: IndexGap): string {
  const called = gap.repository === undefined ? '' : ` ${quote(gap.repository)}`;
  const name = gap.repository === undefined ? '' : ` ${gap.repository}`;
  switch (gap.kind) {
    case 'away':
      return wordTrouble({ troubles }, gap.trouble);
    case 'being read':
      return `The repository${called} is still being read, so there may be more.`;
    case 'stopped':
      return `Somebody stopped the reading of the repository${called}, so there may be more: “/adr import${name}” goes on with it.`;
  }
}

function wordGaps(gaps: readonly IndexGap[]): string[] {
  const { told, others } = splitGaps(gaps);
  return [...told.map(wordGap), ...(others.length > 0 ? [repository.othersToo(others)] : [])];
}

/** How many names a sentence lists before it counts the others. */
const namesListed = { people: 4, files: 5 };

/** The length at which typed text is cut. */
const longestQuote = { value: 60, fileName: 80 };

/** A value as the reader will find it in their settings. */
function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? quote(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > longestQuote.value ? `${text.slice(0, longestQuote.value - 1).toWellFormed()}…` : text;
}

function wordAllowed(allowed: AllowedValue): string {
  switch (allowed.kind) {
    case 'one of':
      return choice(allowed.words.map(quote));
    case 'list of':
      return `a list of ${choice(allowed.words.map(quote))}`;
    case 'whole number':
      return `a whole number from ${number(allowed.least)} to ${number(allowed.most)}`;
    case 'true or false':
      return 'true or false';
    case 'quorum':
      return '“none”, a number of people, or a share such as “1/2”, “2/3”, “60%”, or “all”';
    case 'threshold':
      return '“most votes”, or “at least” or “more than” a share of the “eligible”, “cast”, or “decisive” votes, such as “more than 1/2 of decisive”';
    case 'length of time':
      return 'a time up to a year, such as “0 minutes”, “90 minutes”, “2 hours”, or “3 days”';
    case 'months':
      return 'months or years, up to 20 years, such as “18 months” or “2 years”';
  }
}

function sizeOf(bytes: number): string {
  return bytes >= 1_000_000
    ? `${number(Math.ceil(bytes / 100_000) / 10)} MB`
    : `${number(Math.ceil(bytes / 1_000))} kB`;
}

/** The sentences about an open proposal for an ADR: what comes before its name, and what comes after. */
export function aroundOpenProposal(adr: string): readonly [before: string, after: string] {
  const before = `There is already an open proposal to change ${adr}: `;
  return [before, '. Argue and vote there, or wait until it is decided or withdrawn.'];
}

/** Why somebody can't vote for another. */
const unfit: Readonly<Record<UnfitReceiver, string>> = {
  yourself: 'You can’t vote for yourself like this.',
  'no decider': 'This person may not vote here.',
  gone: 'This person can’t take part anymore.',
  away: 'This person is away until after the end of the vote.',
  'taken out': 'This person is away, and was taken out of the count.',
  'handed over': 'This person has handed over their own vote.',
};

/** What is said to people in English when Gavel doesn't do what they ask. */
export const refusals: RefusalWords = {
  // What was typed
  missing: ({ what }) => missing[what],
  'section without text': ({ heading }) =>
    `Please say something under ${quote(heading)}, or clear its heading as well.`,
  'too long': ({ what, length, characters, most }) => {
    const note = characters < length ? ' (an emoji counts for several)' : '';
    return `${longParts[what]} has ${count(length, 'character')}${note}; the maximum is ${number(most)}. Please shorten it.`;
  },
  'too many': ({ what, count: there, most }) => `The maximum is ${number(most)} ${what}; there are ${number(there)}.`,
  'heading taken': ({ heading, by }) =>
    `${quote(heading)} names ${headingOwners[by]}. Please give this section another heading.`,

  // Tags, affected paths, and when to look again
  'unusable tag': ({ tag, strange }) => {
    const why = strange.length === 0 ? 'needs a letter or a digit' : `can’t contain ${list(strange.map(quote))}`;
    return `A tag ${why}, as in ${quote(tag)}. Tags are words with commas between them: “storage, event-sourcing, c++”.`;
  },
  'unusable pattern': ({ pattern, fault }) =>
    `${quote(pattern)} can’t be used. ${patternFaults[fault]}. An example: “src/store/**”.`,
  'not a day': ({ typed }) => `${quote(typed)} is not a day of the calendar. Please choose one, as in “2027-11-30”.`,
  'day has passed': () => 'Please choose a day after today.',
  'day too far away': ({ years }) => `This is more than ${count(years, 'year')} away. Please choose an earlier day.`,
  'looked again already': ({ by, next }) =>
    `${by ?? 'Somebody'} was first: it is still right${next === undefined ? '' : `, and is to be looked at again on ${day(next)}`}. Nothing is left to do.`,
  'nothing to look at again': () =>
    'Something else has taken its place since, or it was taken back. There is nothing to look at again.',
  'ADR absent': () =>
    'Its ADR is not in the repository, or not yet, so that no proposal can change it. Please try again once it is there.',

  // Options and what people add
  'too few options': ({ least }) =>
    `A decision needs at least ${count(least, 'option')}; “leave it as it is” may well be one of them.`,
  'options full': ({ most }) => `This decision already has ${count(most, 'option')}, the maximum.`,
  'option name taken': ({ name, position }) => {
    const twin =
      position === undefined
        ? `${quote(name)} is an option already.`
        : `Option ${position + 1} is already called ${quote(name)}.`;
    return `${twin} Please give this one another name.`;
  },
  'own share used': ({ what, count: own }) => ownShares[what](own),
  'option withdrawn': ({ name }) => `${quote(name)} was withdrawn in the meantime, so it is no longer an option.`,
  'reason withdrawn': () => 'This reason was withdrawn in the meantime.',
  'reason given already': () => 'This reason is there already, in the same words.',
  'too late to correct': () =>
    'Voting has ended, so what people voted on stays as it is. If everyone votes again, it can be corrected before that vote ends.',
  'too few options left': ({ least }) =>
    `A decision needs at least ${count(least, 'option')}. Add another one before you withdraw this one, or withdraw the whole decision.`,
  'silence counts for the option': () =>
    'Under this rule, everyone who doesn’t vote counts for this option, so it can’t be withdrawn while voting is open. Withdraw the whole decision instead.',
  'option deprecates the ADR': () =>
    'This is the option that deprecates the ADR, so it can’t be withdrawn. Withdraw the whole decision instead.',
  'nothing to correct': () =>
    'There is nothing of yours here that you can correct. Options and reasons can be corrected and withdrawn by those who added them, and by the proposer.',
  'not yours to correct': ({ what, names }) => {
    const whose = names.length > 0 ? list(names, namesListed.people) : 'whoever added it, and the proposer';
    return `Only ${whose} can correct or withdraw this ${what}.`;
  },

  // Drafts and files
  'nothing in the draft': () =>
    'I found nothing in it that I could use. A draft begins with a heading, such as “# Choose the queue”.',
  'drafted reason too long': ({ beginning, length, most }) =>
    `The draft has a reason of ${count(length, 'character')} here (${quote(`${beginning}…`)}); the maximum is ${number(most)}. Please shorten it in the draft, and use it again.`,
  'too many drafted reasons': ({ count: there, most }) =>
    `The draft gives ${count(there, 'reason')}; the maximum is ${number(most)}. Please leave some out, and use it again.`,
  'draft and file': () => 'Please choose one: the text above, or a file.',
  'other kind of file': () => 'This is another kind of file. A draft is one .md, .markdown, or .txt file.',
  'file too large': ({ bytes, most }) => `This file has ${sizeOf(bytes)}; the maximum is ${sizeOf(most)}.`,
  'file empty': () => 'This file is empty.',
  'file not text': () =>
    'This file is not text in UTF-8, so I can’t read it. Please save it as UTF-8 text, or paste the draft above.',
  'file not readable here': () =>
    'I am not allowed to read files here. Please paste the draft above; whoever runs Gavel can give it the scope files:read.',
  'file not handed over': () => 'Slack did not hand the file over. Please try once more, or paste the draft above.',

  // Deadlines
  'time has passed': () => 'This time has passed. Please choose one that is still to come.',
  'more than a year away': () => 'This is more than a year away. Please choose an earlier time.',
  'hold too long': ({ mostDays }) => `The maximum is ${count(mostDays, 'day')}. Please choose an earlier time.`,
  'open too briefly': ({ leastMinutes, isOpen }) => {
    const since = isOpen ? ' from its opening' : '';
    return `Under its rule this vote stays open for at least ${rules.duration(leastMinutes)}${since}. Please choose a later time.`;
  },
  'final comments too brief': ({ leastMinutes }) =>
    `Under the rule of this vote, final comments take at least ${rules.duration(leastMinutes)}. Please choose a later time.`,
  'hold lasts longer': () =>
    'Somebody who decides needs more time than that. Please choose a later time, or override their hold first.',
  'shortened too often': ({ times }) =>
    `The deadline of this vote has already been made earlier ${count(times, 'time')}. Please let it stand, or record the outcome.`,
  'deadline moved meanwhile': () =>
    'The deadline has been moved in the meantime. Please close this, and look at it again.',

  // Voting
  'voting not open yet': () => 'Voting is not open yet.',
  'voting open already': () => 'Voting is already open; nothing was changed.',
  'voting never open': () => 'Voting was never open; please open it.',
  'voting still open': () => 'Voting is still open. Move the deadline, or let this round end first.',
  'voting closed before': () => 'Voting has closed. Move the deadline to let it go on.',
  'voting over': () => 'Voting has closed, so nothing was changed.',
  'round over': () =>
    'A new round has begun since you opened this. Please close it, and press “Give scores” on the new card.',
  'votes by reaction': () => 'People vote here by reacting to the card with an option’s emoji.',
  'no abstaining': () => 'Under this rule nobody abstains. You can take your vote back.',
  'nobody can vote': ({ areNamed }) =>
    areNamed
      ? 'None of these can vote: bots and deactivated accounts never do. Please name somebody.'
      : 'None of these can vote: bots and deactivated accounts never do, and guests and people from other organizations only when they are named. Please name somebody.',
  'several deciders': ({ count: could }) =>
    `Under its rule one person decides, and there are ${number(could)} who could. Please name one decider.`,
  'no single decider': ({ chosen }) => {
    const remedy = chosen === 'deciders' ? 'Please name one decider, and no group.' : 'Please choose another.';
    return `Under this rule one person decides, who has to be named. ${remedy}`;
  },
  'not away': () => 'Somebody whom you chose is back, or has voted. Please open this form again.',
  'nobody left': () => 'Somebody has to be left who can vote. Please leave at least one person in.',
  'no handing over': () => 'Under the rule of this vote, nobody hands their vote over. Please vote yourself.',
  'no vote to hand over': () => 'Only somebody who may vote here can hand their vote over.',
  'voted already': () =>
    'You have voted, and your own vote counts. Take it back first if you want somebody else to vote for you.',
  'unfit to vote for you': ({ why }) => `${unfit[why]} Please choose somebody else, or vote yourself.`,
  'nobody to hand over to': () =>
    'Nobody else can vote for you: the other deciders have left, are away, or have handed over their own votes. Please vote yourself.',
  'group gone': ({ handle, wasOpen }) => {
    const remedy = wasOpen ? 'propose it again with other deciders' : 'name other deciders, with “Edit” on the card';
    return `The user group @${handle} does not exist anymore. Please ${remedy}.`;
  },

  // Objections
  'objections stand': ({ names, count: standing }) => {
    const of = list(
      names.map((name) => name ?? 'someone who left'),
      namesListed.people,
    );
    return standing === 1
      ? `The objection of ${of} stands, and under the rule nothing is accepted over it. Resolve or override it first, with “Resolve objection” on the card.`
      : `The objections of ${of} stand, and under the rule nothing is accepted over them. Resolve or override them first, with “Resolve objection” on the card.`;
  },
  'objections not asked for': () => 'Its rule does not ask for objections. Please add a con, or go on in the thread.',
  'objection settled already': () => 'This objection doesn’t stand anymore; nothing was changed.',
  'no objection stands': () => 'No objection stands against this decision anymore.',

  // Outcomes and edits
  'decided already': ({ status }) => `This decision is already ${status}; nothing was changed.`,
  'nothing to publish': ({ status }) => `This decision is ${status}, so there is nothing to publish.`,
  'review not closed': ({ isNote }) =>
    `There is nothing left to choose here: the review is open again or merged, or somebody has already chosen.${isNote ? '' : ' The card shows how it stands.'}`,
  'own outcome': () =>
    'You recorded this outcome, so somebody else has to confirm it. To take it back, press “Decline”.',
  'outcome not awaited': () => 'This outcome doesn’t wait for anybody anymore; nothing was changed.',
  'vote changed meanwhile': () =>
    'The vote or the question has changed since this outcome was recorded, so it was not confirmed and no longer waits. If it still holds, it can be recorded again.',
  'edited meanwhile': () =>
    'Somebody else saved a change while you were editing. Please copy your text, close this, and edit again.',
  'voting opened meanwhile': () =>
    'Voting opened while you were editing: options, sections, and deciders stay as they are. Please copy your text, close this, and edit again.',

  // Rules
  'unusable part of a rule': ({ part, value, allowed }) =>
    `I can’t use ${quoteValue(value)} as ${quote(part)} of a voting rule. It can be ${wordAllowed(allowed)}.`,
  'unknown rule': ({ value, known }) =>
    `I don’t know a voting rule ${quoteValue(value)}. It can be ${choice(known.map(quote))}.`,
  'unknown part of a rule': ({ part, known }) =>
    `A voting rule has no part called ${quote(part)}. It has ${list(known)}.`,
  'threshold counts abstentions': () =>
    'A threshold “of cast” counts those who abstained, so abstaining can’t be for the “quorum only”. Please use “of decisive”, or let “abstain” be “against”.',
  'more in favor than deciders': () =>
    'One decider has one vote: “least in favour” can’t be more than 1 where “deciders” is “one”.',
  'no second person': () =>
    'Only one person could override this rule, so nobody could confirm it: please add somebody to “override”, or let “second person” be false.',
  'handover with one decider': () =>
    'With a single decider, there is nobody to hand a vote to: please set “handover” to false, or “deciders” to “any number”.',
  'no such repository': ({ name, names }) => `This channel has no repository ${quote(name)}. It has ${list(names)}.`,
  'chosen repository gone': () => 'This channel does not have this repository anymore. Please choose another.',
  'ADR elsewhere': ({ adr }) =>
    `Decisions of this channel don’t go to the repository of ${adr}. Please choose another channel.`,
  'draft over': () => 'This draft has been proposed or discarded. “/adr propose” begins a new one.',
  'thread closed': () => 'I can’t read this thread: I have to be in its channel, and allowed to read messages there.',
  'thread gone': () => 'This thread is no longer there. The form has what you took from it.',
  'chosen rule gone': () => 'This rule has been removed in the meantime. Please choose another.',
  'own rule gone': () => 'This rule has been removed in the meantime.',
  'rule name taken': ({ name }) => `There is already a rule ${quote(name)}. Please give this one another name.`,
  'rules full': ({ most }) => `The maximum is ${count(most, 'rule')}. Please remove one first.`,

  // Who may do what
  'decision not found': () => 'I can’t find this decision, or it is in a channel that you are not in.',
  'other workspace': () => 'I work for another workspace, so I did nothing.',
  'people of the workspace only': () => 'Only people in this workspace can ask me for this.',
  'no tools': () => 'Editors and agents can’t read decisions from me yet: whoever runs me can turn it on with MCP_URL.',
  'tools of members only': () =>
    'Only members of this workspace, not guests, can let their editors and agents read here.',
  'channel not seen': ({ name }) =>
    `There is no channel ${quote(name)} in which both this person and I are. Leave the channel out: they can choose it in the form.`,
  'forms prepared already': ({ most }) =>
    `${count(most, 'form')} from editors or agents already wait for this person, which is the maximum. They have to propose or discard one first, in Slack.`,
  'members only': () => 'Only members of this workspace, not guests, can start or stop reading the repository.',
  'not a manager': ({ act, managers: circle, names }) => {
    const who = list([...managers[circle], 'the channel’s creator', 'admins']);
    const ask = list(names, namesListed.people) || 'the channel’s creator or an admin';
    return `Only ${who} can ${acts[act]}: please ask ${ask}.`;
  },
  'not an overrider': ({ act, overriders, names }) => {
    if (overriders.length === 0) return `Under this decision’s rule, nobody can ${overrides[act]}: the vote decides.`;
    const ask = list(names, namesListed.people) || 'one of them';
    return `Under this decision’s rule, only ${rules.nameOverriders(overriders)} can ${overrides[act]}: please ask ${ask}.`;
  },
  'not invited': ({ channel }) => `I am not in #${channel} yet. Type “/invite @Gavel” there, then try again.`,
  'direct message': () =>
    'This is a direct message. Please type that in the channel that it is about. I have to be there as well: “/invite @Gavel” brings me in.',
  'cannot post here': () =>
    'This is a private channel or a group message that I am not in, so I can’t post here. In a channel, type “/invite @Gavel”, then try again.',
  'not in the channel': ({ wanted }) => notInChannel[wanted],
  'members of the channel only': ({ what }) =>
    what === 'revisit'
      ? 'Only people in the channel where I asked, who are not guests, can say whether it is still right.'
      : `Only people in this channel who are not guests can change its ${what}.`,

  // ADRs in git, and decisions by their names
  'no such ADR': ({ reference, gaps }) => {
    const because = wordGaps(gaps);
    if ('number' in reference)
      return [`There is no ADR with number ${reference.number}.`, ...because, '“/adr list” shows all of them.'].join(
        ' ',
      );
    const name = reference.fileName.slice(0, longestQuote.fileName).toWellFormed();
    return [
      `There is no ADR ${quote(name)}. Name it by its number or its file.`,
      ...because,
      `“/adr list ${name}” looks for it.`,
    ].join(' ');
  },
  'ADR gone': () => 'This ADR is not in the repository anymore.',
  'ADR unnamed': ({ command }) =>
    `Please say which: “/adr ${command} 7”, or the name of a file. “/adr list” shows all of them.`,
  'decision not named': () => 'Please say which: “/adr history 7”, or “/adr history” with words of its title.',
  'no decision with these words': ({ words }) =>
    `I can’t find a decision ${quote(words.join(' '))}, or it is in a private channel that you are not in.`,
  'number taken by several': ({ number: taken, fileNames, verb }) => {
    const times = fileNames.length === 2 ? 'twice' : count(fileNames.length, 'time');
    return `Number ${taken} is taken ${times}: ${list(fileNames, namesListed.files)}. Type “/adr ${verb}” and the name of the file, or see “/adr doctor” for a renumbering.`;
  },
  'ADR taken': ({ adr, title }) => aroundOpenProposal(adr).join(title),
  'ADR fallen': ({ adr, status, statusText }) => `${adr} is already ${status} (${quote(statusText)}).`,
  'ADR superseded': ({ adr, successor, reference, verb }) =>
    `${adr} is already superseded by ${successor}. To ${verb} that one, type “/adr ${verb} ${reference}”.`,
  'ADR rejected': ({ adr, status, verb }) =>
    `${adr} is ${status}, so there is nothing to ${verb}. “/adr propose” starts a new one.`,
  'import ended already': () => 'This has already ended. “/adr import” starts again.',

  // Commands
  'unknown word': ({ word, command }) => `I don’t know ${quote(word)}. Type it like this: ${usages[command]}`,
  'unknown time zone': ({ name }) =>
    `I don’t know the time zone ${quote(name)}. Please use a name such as “Europe/Lisbon”.`,
  'not followed': ({ tag }) =>
    `Nobody follows ${quote(tag)} here. Say /adr follow to see what is followed, and add “me” for what you follow alone.`,
  'too many followed': ({ most }) => `The maximum is ${number(most)} tags. End one first: ${usages.unfollow}`,
  'unreadable day': ({ word }) =>
    `I can’t read ${quote(word)} as a day. Type a weekday, or a date: /adr away until friday, /adr away until 2026-12-24`,
  'day not to come': ({ day }) => `${writeDay(day)} is not a day to come. Please say when you are back.`,
  'unreadable cadence': ({ word }) =>
    `I can’t read ${quote(word)} as a day (“friday”), a time (“16:30”), or a time zone (“Europe/Lisbon”). Type it like this: ${usages.digest}`,
};
