import type { ObjectWords } from '../object-words.ts';
import { count } from './grammar.ts';

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
  objections: (standing) => `${count(standing, 'objection')} ${standing === 1 ? 'stands' : 'stand'}`,
};
