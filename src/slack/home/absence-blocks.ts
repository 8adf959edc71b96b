import type { KnownBlock, Overflow } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import type { Absence } from '../../workflow/home/home-facts.ts';
import type { WaitingLine } from '../../workflow/nudge/waiting-line.ts';
import { choice, row } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { homeActions, isBack } from './home-actions.ts';

/** How many votes are named in which another can vote. */
const mostNamed = 5;

/** Whether somebody is away, a menu that changes it, and the votes in which another can vote for them meanwhile. */
export function absenceBlocks(language: Language, { backOn, choices, toHandOver }: Absence): KnownBlock[] {
  const { away } = language;
  const menu: Overflow = {
    type: 'overflow',
    action_id: homeActions.away,
    options: [
      ...(backOn === undefined ? [] : [choice(away.isBack, isBack)]),
      ...choices.map((day) => choice(away.awayUntil(day), day)),
    ],
  };
  const told = wordToHandOver(language, toHandOver);
  return [row(away.atHome(backOn), menu), ...(told === undefined ? [] : [paragraph(told)])];
}

/** What somebody who is away is told of votes in which another can vote for them; undefined if there are none. */
export function wordToHandOver(
  { announcements, handover }: Language,
  votes: readonly WaitingLine[],
): Words | undefined {
  const named = votes.slice(0, mostNamed);
  if (named.length === 0) return undefined;
  return handover.whileAway(named.map(({ title, cardLink }) => announcements.decisionName(title, cardLink)));
}
