import type { KnownBlock, ModalView } from '@slack/types';
import type { Summary } from '../../decision/digest/digest.ts';
import { listWithdrawn } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import { bold, say } from '../../words/say.ts';
import { eventsOnPage, type History } from '../../workflow/find/history.ts';
import { notice } from '../form/notice.ts';
import { pageView, writePlace } from '../form/page.ts';
import { button, context, header, row } from '../text/blocks.ts';
import { paragraph, printed } from '../text/words.ts';
import { wordEvent } from './event-words.ts';

export const historyCallback = 'history';
export const historyAction = 'history_of';

/** What the modal carries along. */
export interface HistoryAbout {
  readonly decisionId: string;
}

/** How many decisions are offered to choose from. */
const choicesShown = 20;

/** One line per round; what an earlier one led to is told by its events. */
function voteLines({ history }: Language, { decision: { voting, withdrawn }, votes, tally }: History): KnownBlock[] {
  if (voting === undefined) return [];
  const standing = tally && {
    rule: voting.rule,
    options: tally.options.map((one) => ({ title: one.option.title, votes: one.votes })),
    abstained: tally.abstained.length,
    withdrawn: listWithdrawn(withdrawn.options).map(({ title }) => title),
  };
  return Array.from({ length: voting.round }, (_, index) => {
    const round = index + 1;
    const isLast = round === voting.round;
    return context(
      history.votes({
        round: voting.round > 1 ? round : undefined,
        isOver: !isLast || voting.closedAt !== undefined,
        count: votes.find((one) => one.round === round),
        tally: isLast ? standing : undefined,
      }),
    );
  });
}

/** One page of what happened to a decision, in order. */
export function historyView(language: Language, history: History): ModalView {
  const { decision, total, people } = history;
  const { lines, page, back, next } = history.events;
  const who = (id: string | undefined) =>
    id === undefined ? 'Gavel' : (people.get(id)?.name ?? language.people.goneFirst);
  return pageView<HistoryAbout>(language, {
    title: language.history.title,
    callback: historyCallback,
    about: { decisionId: decision.id },
    head: [header(decision.title), ...voteLines(language, history)],
    blocks: lines.map(({ at, actorId, kind, detail }) =>
      paragraph(say`${at}\n${bold(who(actorId))} ${wordEvent(language, kind, detail)}`),
    ),
    page,
    pages: total === undefined ? undefined : Math.max(page + 1, Math.ceil(total / eventsOnPage)),
    back: back && writePlace(back),
    next: next && writePlace(next),
  });
}

/** Asks which of several decisions is meant. */
export function whichView(language: Language, matches: readonly Summary[]): ModalView {
  const { history } = language;
  return notice(
    language,
    history.title,
    history.which,
    ...matches
      .slice(0, choicesShown)
      .flatMap(({ id, title, status, proposedAt }): KnownBlock[] => [
        row(title, button(historyAction, history.show, { value: id })),
        context(printed(history.proposed(proposedAt)), status === 'proposed' ? '' : history.status(status)),
      ]),
    ...(matches.length > choicesShown ? [history.moreMatches] : []),
  );
}
