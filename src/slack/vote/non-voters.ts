import type { KnownBlock } from '@slack/types';
import { hidesTally, phaseOf } from '../../decision/decision.ts';
import { findAgainstAll, findSilent } from '../../decision/tally/tally.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { context } from '../text/blocks.ts';
import { listNames, nameOf } from '../text/people-text.ts';

const namesShown = 20;

/**
 * The deciders who back no option, by name: those who gave none a point, those who abstain, those whose reactions don't
 * say which one counts, those who can no longer take part, and those who have not voted. Empty while the count is
 * hidden.
 */
export function nonVoterBlocks(language: Language, { decision, tally, people }: CardView): KnownBlock[] {
  if (tally === undefined || hidesTally(decision)) return [];
  const { turnout } = language;
  const isOpen = phaseOf(decision) === 'voting';
  const first = tally.options[0]?.option.title ?? '';
  const countedFor = decision.voting?.rule.silence === 'assent' ? first : undefined;
  const isByAnother = new Set(tally.handedOver.map(({ from }) => from));
  const parts: readonly (readonly [ids: readonly string[], write: (names: string) => string])[] = [
    [findAgainstAll(tally), turnout.gaveNoPoints],
    [tally.abstained, turnout.abstained],
    [tally.unclear.filter((id) => !isByAnother.has(id)), turnout.noneCounts],
    [tally.notCounted, turnout.notCounted],
    [findSilent(tally), (names) => turnout.silent(names, { isOpen, countedFor })],
  ];
  return parts
    .filter(([ids]) => ids.length > 0)
    .map(([ids, write]) => {
      const names = ids.map((id) => nameOf(language, people, id));
      return context(write(listNames(language, names, namesShown)));
    });
}
