import type { CardStanding, CardWords } from '../card-words.ts';
import { asTyped, bold, code, link, say, type Words } from '../say.ts';
import { count } from './grammar.ts';

const buttons: CardWords['buttons'] = {
  readMore: 'Read more',
  giveArgument: 'Add pro / con',
  giveOption: 'Add option',
  giveScores: 'Give scores',
  object: 'Object',
  settleObjection: 'Resolve objection',
  openVoting: 'Open voting',
  recordOutcome: 'Record outcome',
  publishNow: 'Publish now',
  edit: 'Edit',
  moveDeadline: 'Move the deadline',
  voteAgain: 'Vote again',
  withdraw: 'Withdraw',
};

function undecided(isBlocked: boolean): string {
  return isBlocked ? 'voting has closed, and an objection stands' : 'voting has closed without a winner';
}

function wordStanding(standing: CardStanding): Words {
  switch (standing.kind) {
    case 'discussing':
      return say`${bold('Proposed · under discussion')} · voting closes ${standing.closesAt}`;
    case 'voting':
      return say`${bold('Proposed · voting is open')} · voting closes ${standing.closesAt}`;
    case 'counting':
      return bold('Proposed · voting has ended, votes may still be on their way');
    case 'earlier round':
      return bold('Proposed · everyone votes again, on a new card');
    case 'undecided':
      return bold(`Proposed · ${undecided(standing.isBlocked)}`);
    case 'withdrawn':
      return bold('Withdrawn');
    case 'decided': {
      const status = bold(`${standing.status.slice(0, 1).toUpperCase()}${standing.status.slice(1)}`);
      return standing.at ? say`${status} ${standing.at}` : status;
    }
  }
}

/** The card of a decision in English. */
export const card: CardWords = {
  buttons,
  asks: (name, title) => say`${name} asks: ${title}`,
  proposedBy: (name) => `by ${name}`,
  noContext: 'No context was given.',
  standing: wordStanding,
  undecided,
  moreReasons: (more) => `${count(more, 'more reason')} in “${buttons.readMore}”`,
  earlierRound: (ended, isScored) =>
    `This round: ${ended} Only ${isScored ? 'scores given on' : 'reactions to'} the new card count.`,
  outcome: ({ chosen, reason, recordedBy }) => {
    const verdict = chosen === undefined ? 'Rejected, because ' : `Chosen: ${chosen}, because `;
    const by = recordedBy === undefined ? '' : ` (recorded by ${recordedBy})`;
    return say`${bold(verdict)}${asTyped(reason)}${by}`;
  },
  published: ({ fileName, url, commit }) => {
    const name = url ? link(url, fileName) : code(fileName);
    return say`Published as ${name}${commit ? say` in commit ${code(commit)}` : ''}`;
  },
  notPublished: (trouble) => `⚠ Not published yet: ${trouble}`,
};
