import type { KnownBlock } from '@slack/types';
import { hidesTally, phaseOf } from '../../decision/decision.ts';
import { listNames, nameOf } from '../../decision/person.ts';
import { findAgainstAll, findSilent } from '../../decision/tally.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { context } from '../text/blocks.ts';

const namesShown = 20;

/**
 * The deciders who back no option, by name: those who gave none a point, those who abstain, those whose reactions don't
 * say which one counts, those who can't take part any more, and those who have not voted. Nothing while the count is
 * hidden.
 */
export function nonVoterBlocks({ decision, tally, people }: CardView): KnownBlock[] {
  if (tally === undefined || hidesTally(decision)) return [];
  const isOpen = phaseOf(decision) === 'voting';
  const first = tally.options[0]?.option.title ?? '';
  const counted = decision.voting?.rule.silence === 'assent' ? `, and counted for ${first}` : '';
  const parts: readonly (readonly [what: string, ids: readonly string[]])[] = [
    ['Gave no points', findAgainstAll(tally)],
    ['Abstained', tally.abstained],
    ['Several reactions, of which none counts', tally.unclear],
    ['No longer counted', tally.notCounted],
    [`${isOpen ? 'Not voted yet' : 'Did not vote'}${counted}`, findSilent(tally)],
  ];
  return parts
    .filter(([, ids]) => ids.length > 0)
    .map(([what, ids]) => {
      const names = ids.map((id) => nameOf(people, id));
      return context(`${what}: ${listNames(names, namesShown)}.`);
    });
}
