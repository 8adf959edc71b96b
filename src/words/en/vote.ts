import { bold, say } from '../say.ts';
import type { DeadlineFormWords, PressWords, ScoreFormWords } from '../vote-words.ts';
import { number, quote } from './grammar.ts';
import { people } from './people.ts';

const groupsShown = 6;

/** The forms about deadlines in English. */
export const deadlineForm: DeadlineFormWords = {
  everyoneVotes: 'Everyone who is in the channel now votes.',
  namedVote: (hasPeople, groups) => {
    const all = [...(hasPeople ? ['The deciders who were named'] : []), ...groups.map((handle) => `@${handle}`)];
    const named = people.list(all.slice(0, groupsShown), all.length - groupsShown);
    return `${named} ${!hasPeople && groups.length === 1 ? 'votes' : 'vote'}.`;
  },
  fixed: 'Who votes and the rule are fixed once voting is open.',
  asProposed: (ruleName) => (ruleName === undefined ? 'As proposed' : `As proposed: ${ruleName}`),
  move: 'Move it',
  moving: (title, least) => {
    const told = say`For ${quote(title)}. Everyone in the thread is told.`;
    return least === undefined ? told : say`${told} Under its rule voting stays open until ${least} at least.`;
  },
  movingExample: 'For those who vote',
  makeEarlier: 'Make it earlier',
  makingEarlier: (title, from, to) =>
    say`This makes the deadline of ${quote(title)} ${bold('earlier')}: voting closes ${to} instead of ${from}. The channel is told so, with your name and your reason, and it goes into the record.`,
  makingEarlierExample: 'For those who thought they had more time',
  votingAgain: (title) =>
    `For ${quote(title)}. A new card is posted, and everybody votes again from scratch; this round can still be read.`,
  votingAgainExample: 'What is different now',
};

/** What a voter is told in English. */
export const press: PressWords = {
  voted: (title, others) => {
    if (title !== undefined)
      return `You voted for ${title}.${others.length > 0 ? ` You also back ${people.list(others)}.` : ''}`;
    if (others.length === 0) return 'You abstain.';
    return `You abstain, but your reaction for ${people.list(others)} counts as long as it is on the card.`;
  },
  tookBack: ({ title, others, isSingle, hasReaction }) => {
    const done = title === undefined ? 'You no longer abstain.' : `You took back your vote for ${title}.`;
    const reaction = hasReaction ? ' Your reaction is still on the card, but it doesn’t count.' : '';
    if (others.length === 0) return `${done}${reaction} You have no vote now.`;
    const left = people.list(others);
    return `${done}${reaction} ${isSingle ? `Your reaction for ${left} counts now.` : `You still back ${left}.`}`;
  },
  advice: 'You are not a decider here, so it is shown as advice and not counted.',
};

/** The form for points in English. */
export const scoreForm: ScoreFormWords = {
  introduction: (most) => `Give each option 0 to ${number(most)} points. What you leave empty gets none.`,
  abstaining: 'You abstain so far.',
  advice: 'You are no decider here: your points are shown as advice, and not counted.',
  scores: { 3: '3: the best', 2: '2: good', 1: '1: I can live with it', 0: '0: no' },
  noPoints: 'No points',
  vote: 'Your vote',
  answers: { score: 'I give these scores', abstain: 'I abstain', 'take back': 'I take my vote back' },
};
