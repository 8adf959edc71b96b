import type { ListWords } from '../list-words.ts';
import { code, say } from '../say.ts';
import { number, quote } from './grammar.ts';

/** The list of decisions in English. */
export const list: ListWords = {
  title: 'Decisions',
  newer: 'Newer',
  older: 'Older',
  show: 'Show',
  open: 'Open',
  total: ({ total, hasMore, words }) => {
    const sought = words === '' ? '' : ` with ${quote(words)}`;
    if (hasMore) return `More than ${number(total)} decisions${sought}`;
    return `${total === 1 ? '1 decision' : `${number(total)} decisions`}${sought}`;
  },
  nothing: (words) =>
    words === ''
      ? say`There are no decisions yet. ${code('/adr propose')} starts one.`
      : say`There is no decision with ${quote(words)}. ${code('/adr list')} shows all of them.`,
  partial:
    '⚠ Slack did not tell me what you may see, so what is not in git yet is left out. Please try again in a moment.',
  statuses: {
    draft: 'draft',
    proposed: 'proposed',
    accepted: 'accepted',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    deprecated: 'deprecated',
    superseded: 'superseded',
  },
  votingOpen: 'voting is open',
  finalComments: 'open to final comments',
  noStatus: 'no status',
  chosen: (option) => quote(option),
  fileGone: 'its file is gone from the repository',
  inReview: (sign) => (sign === undefined ? 'in review' : `in review ${sign}`),
  notPublished: (trouble) => `⚠ not published yet: ${trouble}`,
  votingCloses: (at) => say`voting closes ${at}`,
};
