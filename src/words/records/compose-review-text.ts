import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { ReviewTextWords } from '../review-text-words.ts';
import type { RecordGrammar } from './record-grammar.ts';
import type { ReviewPhrases } from './record-phrases.ts';

/** Makes what a review says of a language's phrases. */
export function composeReviewText(grammar: RecordGrammar, phrases: ReviewPhrases): ReviewTextWords {
  const { label, comma, stop } = grammar;

  const wordReason = (why: WayReason, review: string) => {
    switch (why.code) {
      case 'set':
        return why.in === '.gavel.yml' ? phrases.setInFile(review) : phrases.setInConfiguration(review);
      case 'branch open':
        return phrases.branchOpen(why.branch);
      case 'reviews only': {
        const { approvals = 0 } = why;
        const needed = approvals > 0 ? [label(phrases.approvals, approvals)] : [];
        return [phrases.reviewsOnly(why.branch, review), ...needed].join(comma);
      }
      case 'merge queue':
        return phrases.mergeQueue(why.branch);
      case 'protected':
        return phrases.branchProtected(why.branch);
      case 'may not push':
        return phrases.mayNotPush(why.branch);
      case 'push refused':
        return phrases.pushRefused(why.branch);
    }
  };

  const { headings, notDecided, drivers, isChosen, arguments: sides, consequences, adds, cut } = phrases;
  return {
    ...{ headings, notDecided, isChosen, arguments: sides, consequences, adds, cut },
    drivers: `${drivers}${grammar.colon}`.trimEnd(),
    opening: (kind, isDecided) => (isDecided ? phrases.openingDecided : phrases.openingOpen)(phrases.kinds[kind]),
    decided: (status, chosen) => {
      if (status === 'rejected') return `${phrases.rejected}${stop}`;
      return chosen === undefined ? `${phrases.acceptedAsProposed}${stop}` : label(phrases.accepted, chosen);
    },
    reason: (why, kind) => `${wordReason(why, phrases.kinds[kind])}${stop}`,
    watched: (kind, isDecided) => (isDecided ? phrases.watchedDecided : phrases.watchedOpen)(phrases.kinds[kind]),
  };
}
