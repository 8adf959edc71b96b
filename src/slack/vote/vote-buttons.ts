import type { Button, KnownBlock } from '@slack/types';
import { type Decision, phaseOf } from '../../decision/decision.ts';
import { abstentionIdOf } from '../../decision/vote/ballot.ts';
import type { Language } from '../../words/language.ts';
import { actions, button, context, shorten } from '../text/blocks.ts';

/** All buttons to vote with have an action id that begins like this: in one block, no two may be the same. */
export const voteAction = 'vote_';

/** The length of a button that a phone shows. */
export const fullLabel = 30;

/**
 * The buttons to vote with, if this round has them and is open, and how: one per option, and one for abstaining.
 * Below `fullLabel` characters, the buttons of the options say less.
 */
export function voteButtons({ card }: Language, decision: Decision, longest: number): KnownBlock[] {
  const { voting } = decision;
  if (!voting?.hasButtons || phaseOf(decision) !== 'voting') return [];
  const abstentionId = abstentionIdOf(decision);
  const labels = decision.options.map(
    ({ id, position, title }) => [id, shorten(`${position + 1} · ${title}`, longest)] as const,
  );
  const all = abstentionId === undefined ? labels : [...labels, [abstentionId, card.abstain] as const];
  const buttons = all.map(([id, label], index): Button => {
    const value = `${decision.id} ${voting.round} ${id}`;
    return button(`${voteAction}${index}`, label, { value });
  });
  return [context(card.pressToVote), actions('votes', buttons)];
}

/** What the value of a button says: the decision, the round of its card, and the option. */
export function readVoteValue(value: string): { decisionId: string; round: number; optionId: string } {
  const [decisionId = '', round = '', optionId = ''] = value.split(' ');
  return { decisionId, round: Number(round), optionId };
}
