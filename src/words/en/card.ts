import type { Lack } from '../../decision/outcome/judge.ts';
import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import type { CardStanding, CardWords } from '../card-words.ts';
import type { ToldReview } from '../review-kind.ts';
import { bold, code, joinWords, lines, link, say, type Words } from '../say.ts';
import { typedLines } from '../typed.ts';
import { corrections } from './corrections.ts';
import { count, list, listWords, number, quote } from './grammar.ts';
import { nameReview, tellInReview, wordInReview } from './reviews.ts';

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
  correct: corrections.title,
  edit: 'Edit',
  moveDeadline: 'Move the deadline',
  voteAgain: 'Vote again',
  takeOut: 'Who is away',
  handOver: 'Hand over my vote',
  leaveOpen: 'Leave it two more weeks',
  withdraw: 'Withdraw',
};

const lacks: Readonly<Record<Lack, string>> = {
  winner: 'voting has closed without a winner',
  resolution: 'voting has closed, and an objection stands',
  'second person': 'voting has closed, and a second person has to confirm the outcome',
  outcome: 'voting has closed, and no outcome is recorded yet',
};

function undecided(lack: Lack): string {
  return lacks[lack];
}

function wordStanding(standing: CardStanding): Words {
  switch (standing.kind) {
    case 'discussing':
      return say`${bold('Proposed · under discussion')} · voting closes ${standing.closesAt}`;
    case 'voting':
      return standing.isFinal
        ? say`${bold('Proposed · final comments')} · until ${standing.closesAt}${draft(standing.draft)}`
        : say`${bold('Proposed · voting is open')} · voting closes ${standing.closesAt}${draft(standing.draft)}`;
    case 'counting':
      return bold('Proposed · voting has ended, votes may still be on their way');
    case 'earlier round':
      return bold('Proposed · everyone votes again, on a new card');
    case 'undecided':
      return bold(`Proposed · ${undecided(standing.lack)}`);
    case 'withdrawn':
      return bold('Withdrawn');
    case 'decided': {
      const { status, at, fate, review } = standing;
      const when = at ? say` ${at}` : '';
      if (fate === 'superseded' || fate === 'deprecated') return say`${bold(capitalize(fate))} · ${status}${when}`;
      const way = review ? say` · ${wordInReview(review.review, review.progress)}` : [];
      return say`${bold(capitalize(status))}${when}${fate ? ' · amended since' : ''}${way}`;
    }
  }
}

/** The review that shows the ADR of a decision already, if there is one. */
function draft(review: ToldReview | undefined): Words {
  return review ? say` · proposed in ${nameReview(review)}` : [];
}

function capitalize(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

const fates: Readonly<Record<AdrFate['kind'], string>> = {
  superseded: 'Superseded',
  deprecated: 'Deprecated',
  amended: 'Amended',
};

function wordInShort({ standing, title, proposer, options, chosen, fate }: Parameters<CardWords['inShort']>[0]): Words {
  const asked = say`${proposer} asks: ${title}`;
  const named = `Options: ${list(options)}.`;
  switch (standing.kind) {
    case 'discussing':
      return lines(asked, say`${named} Under discussion; voting closes ${standing.closesAt}.`);
    case 'voting':
      return lines(
        asked,
        say`${named} ${standing.isFinal ? 'Final comments are' : 'Voting is'} open until ${standing.closesAt}.`,
      );
    case 'counting':
      return lines(asked, say`${named} Voting has ended; votes may still be on their way.`);
    case 'earlier round':
      return lines(say`${title}`, say`Everyone votes again, on a new card.`);
    case 'undecided':
      return lines(say`${title}`, say`${capitalize(undecided(standing.lack))}. ${named}`);
    case 'withdrawn':
      return lines(say`${title}`, say`Withdrawn.`);
    case 'decided': {
      const outcome = chosen === undefined ? `${capitalize(standing.status)}.` : `Accepted: ${chosen}.`;
      const { review } = standing;
      const way = review ? say` ${tellInReview(review.review, review.progress)}` : [];
      return lines(say`${title}`, say`${outcome}${way}${fate ? say` ${fate}` : ''}`);
    }
  }
}

/** The card of a decision in English. */
export const card: CardWords = {
  buttons,
  pressToVote: 'Press to vote, or react to the card. Press again to take your vote back.',
  abstain: 'Abstain',
  inShort: wordInShort,
  proposedBy: (name) => `proposed by ${name}`,
  noContext: 'No context was given.',
  drivers: (shown, more) =>
    say`Decision drivers: ${joinWords([...shown, ...(more > 0 ? [`${number(more)} more`] : [])], ' · ')}`,
  standing: wordStanding,
  fate: (kind, by) => (by.length === 0 ? say`${fates[kind]}.` : say`${fates[kind]} by ${listWords(by)}.`),
  undecided,
  author: (name, reasons) => {
    if (reasons === 1) return `(${name})`;
    return reasons === 2 ? `(both by ${name})` : `(all ${number(reasons)} by ${name})`;
  },
  fromMessage: (name) => `${name}, in a message`,
  moreReasons: (more) => `${count(more, 'more reason')} in ${quote(buttons.readMore)}`,
  earlierRound: (ended, isScored) =>
    `This round: ${ended} Only ${isScored ? 'scores' : 'votes'} given on the new card count.`,
  outcome: ({ chosen, decided: [first = '', ...more], why }) =>
    lines(
      say`${bold(chosen === undefined ? 'Rejected.' : `Chosen: ${chosen}.`)} ${first}`,
      ...more.map((sentence) => say`${sentence}`),
      // It comes last, so that nobody could take one of its lines for ours.
      why === '' ? [] : say`Why: ${typedLines(why)}`,
    ),
  published: ({ fileName, url, commit }) => {
    const name = url ? link(url, fileName) : code(fileName);
    return say`Published as ${name}${commit ? say` in commit ${code(commit)}` : ''}`;
  },
  notPublished: (trouble) => `⚠ Not published yet: ${trouble}`,
};
