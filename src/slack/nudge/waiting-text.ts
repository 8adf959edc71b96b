import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import { findProgress } from '../../decision/publication/review-progress.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';
import { mostWaiting, type Waiting, type WaitingLine, type WaitingRevisit } from '../../workflow/nudge/waiting-line.ts';
import { slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { fitsParagraph } from '../text/words.ts';

/** The maximum number of decisions that each part names before it says how many more there are. */
const linesShown = 15;

function writePart({ waiting }: Language, name: string, all: readonly Words[], most: number): Words[] {
  if (all.length === 0) return [];
  const rest = all.length - most;
  const more = waiting.more(all.length < mostWaiting ? rest : undefined);
  const shown = all.slice(0, most).map((line) => say`•  ${line}`);
  return [bold(name), ...shown, ...(rest > 0 ? [say`${more}`] : [])];
}

function voteLine({ announcements, waiting }: Language, { title, cardLink, closesAt }: WaitingLine): Words {
  return waiting.vote(announcements.decisionName(title, cardLink), closesAt);
}

function proposalLine(language: Language, { title, cardLink, lack, stalledSince }: WaitingLine): Words {
  const { announcements, card, waiting } = language;
  const undecided = lack && card.undecided(lack);
  const name = announcements.decisionName(title, cardLink);
  return waiting.proposal(stalledSince ? language.stalled.line(name, stalledSince) : name, undecided);
}

function nameLine({ announcements }: Language, { title, cardLink }: WaitingLine): Words {
  return announcements.decisionName(title, cardLink);
}

function revisitLine({ announcements, revisit }: Language, { title, number, cardLink, dueOn }: WaitingRevisit): Words {
  const name = title === undefined || number === undefined ? title : `${adrNumber(number)} ${title}`;
  return revisit.line(announcements.decisionName(name, cardLink), dueOn);
}

function reviewLine(language: Language, line: Waiting['reviews'][number]): Words {
  const { announcements, list, reviews, waiting } = language;
  const progress = reviews.progress(findProgress(line.seen, undefined));
  // The name of a branch has the title in it.
  const isNamed = line.title !== undefined || line.number !== undefined;
  const review = isNamed ? reviews.name(line) : say`${list.inReview(undefined)}`;
  return waiting.review(announcements.decisionName(line.title, line.cardLink), review, progress);
}

/** The answer to `/adr waiting`: as many decisions as one message holds. */
export function waitingText(language: Language, told: Waiting): Words {
  const { votes, proposals, outcomes, reviews, objections, revisits } = told;
  const { confirmation, waiting } = language;
  if (Object.values(told).every((part) => part.length === 0)) return waiting.nothing;
  const voteLines = votes.map((line) => voteLine(language, line));
  const proposalLines = proposals.map((line) => proposalLine(language, line));
  const outcomeLines = outcomes.map((line) => nameLine(language, line));
  const objectionLines = objections.map((line) => nameLine(language, line));
  const reviewLines = reviews.map((line) => reviewLine(language, line));
  const revisitLines = revisits.map((line) => revisitLine(language, line));
  const write = (most: number) =>
    lines(
      ...writePart(language, waiting.votes, voteLines, most),
      ...writePart(language, waiting.objections, objectionLines, most),
      ...writePart(language, confirmation.list, outcomeLines, most),
      ...writePart(language, waiting.proposals, proposalLines, most),
      ...writePart(language, waiting.reviews, reviewLines, most),
      ...writePart(language, language.revisit.list, revisitLines, most),
    );
  return fitLines(
    linesShown,
    write,
    (said) => fitsParagraph(said) && JSON.stringify(said).length <= slackLimits.message,
  );
}
