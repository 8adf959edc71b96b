import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { ReviewKind } from '../review-kind.ts';
import type { ReviewTextWords } from '../review-text-words.ts';
import { count } from './grammar.ts';

/** How a branch takes a change, or what was set, in a main clause without a period. */
export function wordReason(why: WayReason, kind: ReviewKind): string {
  switch (why.code) {
    case 'set':
      return why.in === '.gavel.yml'
        ? `.gavel.yml asks for a ${kind}`
        : `Gavel is configured to open a ${kind} for each ADR`;
    case 'branch open':
      return `${why.branch} takes commits`;
    case 'reviews only': {
      const { approvals = 0 } = why;
      return `${why.branch} takes changes by ${kind} only${approvals > 0 ? `, with ${count(approvals, 'approval')}` : ''}`;
    }
    case 'merge queue':
      return `${why.branch} takes changes through its merge queue only`;
    case 'protected':
      return `${why.branch} is protected`;
    case 'may not push':
      return `Gavel may not push to ${why.branch}`;
    case 'push refused':
      return `${why.branch} refused a push`;
  }
}

/** What a review says in English. */
export const reviewText: ReviewTextWords = {
  headings: {
    question: 'Question',
    outcome: 'Outcome',
    options: 'Options',
    vote: 'Vote',
    objections: 'Objections',
    consequences: 'Consequences',
    changes: 'Changes',
  },
  opening: (kind, isDecided) =>
    isDecided
      ? `This ${kind} adds the ADR of a decision that was made in Slack.`
      : `This ${kind} shows the ADR of a decision that is still being discussed in Slack.`,
  decided: (status, chosen) => {
    if (status === 'rejected') return 'Rejected.';
    return chosen === undefined ? 'Accepted as proposed.' : `Accepted: ${chosen}`;
  },
  notDecided:
    'Nothing has been decided yet. This text and the file follow the discussion, and the outcome completes them.',
  drivers: 'Decision drivers:',
  isChosen: 'chosen',
  arguments: { pro: 'Pro', con: 'Con', neutral: 'Neutral' },
  consequences: { good: 'Good', bad: 'Bad', neutral: 'Neutral' },
  adds: (fileName) => `Adds ${fileName}.`,
  cut: '… The rest is in the file.',
  reason: (why, kind) => `${wordReason(why, kind)}.`,
  watched: (kind, isDecided) =>
    isDecided
      ? `Gavel watches this ${kind}. Once it is merged, Gavel announces the ADR in Slack; what is merged counts, so you can improve the wording here. If it is closed without merging, the decision stands, and Gavel asks in Slack what to do.`
      : `Gavel watches this ${kind} and links comments in Slack. Please don’t merge it before the decision is made.`,
};
