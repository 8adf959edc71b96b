import type { Quorum, Rule } from '../../decision/rule/rule.ts';
import { isScored, mostPoints } from '../../decision/vote/score.ts';
import { western } from '../punctuation.ts';
import type { RecordWords } from '../record-words.ts';
import { count, number, times } from './grammar.ts';
import { openings } from './openings.ts';
import { addLeast, nameShare, nameThreshold } from './rules.ts';
import { wordChange } from './turnout.ts';

function because(lead: string, reason: string): string {
  return reason === '' ? `${lead}.` : `${lead}, because ${reason}`;
}

const bonds: Readonly<Record<Parameters<RecordWords['bond']>[0], (fileName: string) => string>> = {
  supersedes: (fileName) => `Supersedes ${fileName}.`,
  amends: (fileName) => `Amends ${fileName}.`,
  deprecates: (fileName) => `Deprecates ${fileName}.`,
  keeps: (fileName) => `Leaves ${fileName} as it is.`,
};

function wordQuorum(quorum: Quorum): string {
  if (quorum === 0) return '';
  if (typeof quorum === 'number') return `at least ${number(quorum)} had to vote`;
  const isAll = quorum.parts === quorum.of;
  return isAll ? 'all deciders had to vote' : `at least ${nameShare(quorum)} of the deciders had to vote`;
}

function wordRule(rule: Rule): string {
  const { threshold, method } = rule;
  const most = `more ${isScored(rule) ? 'points' : 'votes'} than any other`;
  const conditions = [
    { approval: '', single: 'everyone had one vote', score: `everyone gave each option 0 to ${mostPoints} points` }[
      method
    ],
    `an option needed ${addLeast(threshold === 'most votes' ? most : nameThreshold(threshold, method), rule)}`,
    wordQuorum(rule.quorum),
    rule.silence === 'assent' ? 'anyone who did not vote counted for the first option' : '',
    rule.objections === 'block' ? 'no decider’s objection could stand' : '',
  ].filter(Boolean);
  const last = conditions.at(-1) ?? '';
  return `By its rule, ${conditions.length > 1 ? `${conditions.slice(0, -1).join(', ')}, and ` : ''}${last}.`;
}

/** What ADRs and their commits say in English. */
export const record: RecordWords = {
  punctuation: western,
  others: (others) => count(others, 'other'),
  rule: wordRule,
  votingClosed: (closed) => `Voting closed on ${closed}.`,
  finalComments: ({ from, to, timesAnew }) =>
    `The option that won was open to final comments from ${from} to ${to}.${timesAnew === 0 ? '' : ` They had begun anew ${times(timesAnew)}.`}`,
  shortened: ({ by, from, to, reason }) => ({
    text: `${by} made the deadline earlier, from ${from} to ${to}: `,
    reason,
  }),
  countVotes: (votes, unit) => (votes === 0 ? `no ${unit}s` : count(votes, unit)),
  gaveNoPoints: (names) => `Gave no points: ${names}`,
  abstained: (names) => `Abstained: ${names}`,
  didNotVote: (names) => `Did not vote: ${names}`,
  couldNotTakePart: (names) => `Not counted, because they could no longer take part: ${names}`,
  takenOut: (names) => `Taken out of the count while away: ${names}`,
  handedOver: (pairs) => `Votes handed over: ${pairs}`,
  notCountedUndated: (changes, more) => {
    const told = [...changes.map(wordChange), ...(more > 0 ? [`and ${number(more)} more`] : [])];
    return `Not counted, because it is unclear whether it was in time: ${told.join(', ')}`;
  },
  takenBack: (votes) => (votes === 1 ? '1 vote was taken back.' : `${number(votes)} votes were taken back.`),
  withUndated: (verdict) => `With what is not counted: ${verdict}`,
  advisory: 'Advisory votes, which were not counted:',
  objections: 'Objections:',
  objected: ({ name, until, isAdvice, reason }) => {
    const stance = until === undefined ? 'objected' : `asked for time until ${until}`;
    return { text: `${name} ${stance}${isAdvice ? ' (advisory)' : ''}: `, reason };
  },
  openings,
  notResolved: 'It was not resolved.',
  decidedBefore: 'It was decided before that.',
  resolved: (by, reason) => ({ text: `Resolved by ${by}: `, reason }),
  overridden: (by, reason) => ({ text: `Overridden by ${by}: `, reason }),
  moreObjections: (more) => `And ${number(more)} more.`,
  discussion: 'Discussion in Slack',
  noOption: (reason) => because('No option was chosen', reason),
  asProposed: (reason) => because('Accepted as proposed', reason),
  kept: (adr) => `${adr} stays as it is.`,
  withdrawn: (by, votes) =>
    votes === 0 ? `withdrawn by ${by}` : `withdrawn by ${by} when ${number(votes)} had voted for it`,
  untitledDecision: 'Untitled decision',
  untitledOption: 'Untitled option',
  subject: (adr, title, status) => `${adr}: ${title} (${status})`,
  bond: (kind, fileName) => bonds[kind](fileName),
  example: {
    title: 'Choose where sessions are kept',
    context: 'Sessions are lost whenever the application starts anew.',
    drivers: ['one thing less to run', 'fast enough for every request'],
    options: [
      {
        title: 'PostgreSQL',
        description: 'A table beside the others.',
        pro: 'we run it already',
        con: 'a query for each request',
      },
      { title: 'Redis', description: '', pro: 'it is made for this', con: 'one more thing to run' },
    ],
  },
};
