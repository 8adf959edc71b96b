import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { ObjectWords } from '../object-words.ts';
import { say } from '../say.ts';
import { count, quote } from './grammar.ts';

const stances: Readonly<Record<ArgumentKind, string>> = { pro: 'For', con: 'Against', neutral: 'On' };

/** A decision as a thing of its own, in English. */
export const objects: ObjectWords = {
  decision: 'Decision',
  labels: {
    status: 'Status',
    rule: 'Rule',
    closes: 'Voting closes',
    decided: 'Decided',
    turnout: 'Votes',
    outcome: 'Outcome',
    repository: 'Repository',
    supersedes: 'Supersedes',
    amends: 'Amends',
    deprecates: 'Deprecates',
    since: 'Since then',
    tags: 'Tags',
    affects: 'Affects',
    revisit: 'Look again on',
    changeOfMind: 'We would change our mind if …',
    context: 'Context',
    objections: 'Objections',
  },
  statuses: {
    discussing: 'Under discussion',
    voting: 'Voting',
    counting: 'Being counted',
    'earlier round': 'Vote again',
    undecided: 'Not decided yet',
    'in review': 'In review',
    draft: 'Draft',
    proposed: 'Proposed',
    accepted: 'Accepted',
    rejected: 'Rejected',
    deprecated: 'Deprecated',
    superseded: 'Superseded',
    withdrawn: 'Withdrawn',
  },
  noneChosen: 'None of the options',
  comment: (kind, option, text) => say`${stances[kind]} ${quote(option)}: ${text}`,
  noComments: 'I can’t find this decision, or you can’t see it.',
  objections: (standing) => `${count(standing, 'objection')} ${standing === 1 ? 'stands' : 'stand'}`,
};
