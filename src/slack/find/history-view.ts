import type { KnownBlock, ModalView } from '@slack/types';
import type { Summary } from '../../decision/digest.ts';
import { nameOf } from '../../decision/person.ts';
import type { Rule } from '../../decision/rule.ts';
import { isScored } from '../../decision/score.ts';
import type { Tally } from '../../decision/tally.ts';
import { bold, say } from '../../words/say.ts';
import { eventsOnPage, type History } from '../../workflow/find/history.ts';
import type { VoteCount } from '../../workflow/ports/records/ballots.ts';
import { language } from '../app/language.ts';
import { notice } from '../form/notice.ts';
import { pageView, writePlace } from '../form/page.ts';
import { button, context, header, marked, row } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { wordEvent } from './event-words.ts';

export const historyCallback = 'history';
export const historyTitle = 'History';
export const historyAction = 'history_of';

/** What the modal carries along. */
export interface HistoryAbout {
  readonly decisionId: string;
}

/** How many decisions are offered to choose from. */
const choicesShown = 20;

/** The votes of a round: “12 votes were cast, 3 taken back”. */
function describeCount(count: VoteCount | undefined, isOver: boolean): string {
  if (count === undefined) return isOver ? 'No votes were cast' : 'No votes were cast yet';
  const { cast, takenBack } = count;
  return `${cast === 1 ? '1 vote was' : `${cast} votes were`} cast, ${takenBack === 0 ? 'none' : takenBack} taken back`;
}

/** How the votes stand after closing: “Go 5, Rust 4, 1 abstained”. */
function describeTally(rule: Rule, { options, abstained }: Tally): string {
  const standing = options.map(
    ({ option, votes }) => `${option.title} ${isScored(rule) ? language.rules.countVotes(rule, votes) : votes}`,
  );
  return [...standing, ...(abstained.length > 0 ? [`${abstained.length} abstained`] : [])].join(', ');
}

/** A line for each round; what an earlier one led to is told by its events. */
function voteLines({ decision: { voting }, votes, tally }: History): KnownBlock[] {
  if (voting === undefined) return [];
  return Array.from({ length: voting.round }, (_, index) => {
    const round = index + 1;
    const isLast = round === voting.round;
    const isOver = !isLast || voting.closedAt !== undefined;
    const name = voting.round > 1 ? `Round ${round}: ` : '';
    const count = votes.find((one) => one.round === round);
    const figures = isLast && tally && count ? `: ${describeTally(voting.rule, tally)}` : '';
    return context(`${name}${describeCount(count, isOver)}${figures}.`);
  });
}

/** One page of what happened to a decision, in order. */
export function historyView(history: History): ModalView {
  const { decision, total, people } = history;
  const { lines, page, back, next } = history.events;
  const who = (id: string | undefined) => {
    if (id === undefined) return 'Gavel';
    return people.has(id) ? nameOf(people, id) : 'Someone who left';
  };
  return pageView<HistoryAbout>(language, {
    title: historyTitle,
    callback: historyCallback,
    about: { decisionId: decision.id },
    head: [header(decision.title), ...voteLines(history)],
    blocks: lines.map(({ at, actorId, kind, detail }) =>
      paragraph(say`${at}\n${bold(who(actorId))} ${wordEvent(kind, detail)}`),
    ),
    page,
    pages: total === undefined ? undefined : Math.max(page + 1, Math.ceil(total / eventsOnPage)),
    back: back && writePlace(back),
    next: next && writePlace(next),
  });
}

/** Asks which of several decisions is meant. */
export function whichView(matches: readonly Summary[]): ModalView {
  return notice(
    language,
    historyTitle,
    'More than one decision has this in its title. Which one do you mean?',
    ...matches
      .slice(0, choicesShown)
      .flatMap(({ id, title, status, proposedAt }): KnownBlock[] => [
        row(title, button(historyAction, 'Show', { value: id })),
        context(marked`proposed ${proposedAt}`, status === 'proposed' ? '' : status),
      ]),
    ...(matches.length > choicesShown ? ['There are more: with another word of the title there are fewer.'] : []),
  );
}
