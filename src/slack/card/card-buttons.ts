import type { Button, KnownBlock, Overflow } from '@slack/types';
import { type Decision, type Phase, phaseOf } from '../../decision/decision.ts';
import { isStanding } from '../../decision/objection/objection.ts';
import { findBlocking } from '../../decision/outcome/judge.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { CardWords } from '../../words/card-words.ts';
import { actions, button, choice } from '../text/blocks.ts';
import { cardActions } from './card-actions.ts';

/** With “Read more” beside them, more would fill the screen of a phone. */
const mostButtons = 4;

/** How many items a menu takes (Slack: overflow menu element). */
const mostItems = 5;

/** What people can do with a decision, by a button on its card or by an item of its menu. */
export type Move = Exclude<
  keyof typeof cardActions,
  | ('readMore' | 'publishNow' | 'reopenReview' | 'leaveReview' | 'tellClosed' | 'showChanges')
  | ('takeOut' | 'leaveOpen' | 'menu')
>;

/**
 * What people can do with a decision, what comes next first: the first ones are buttons, before “Read more”; the others
 * are in the menu. Slack shows the same buttons to everybody, so whoever may not do something is told when they press it.
 */
export function buttonBlocks({ buttons: words }: CardWords, value: string, moves: readonly Move[]): KnownBlock[] {
  const shown = Math.max(mostButtons, moves.length - mostItems);
  const next = moves.slice(0, shown).filter((move) => !inMenu.has(move));
  const [first] = next;
  const buttons = next.map((move): Button => {
    const isNext = move === first && leading.has(move);
    return button(cardActions[move], words[move], { value, ...(isNext ? { style: 'primary' } : {}) });
  });
  const rest = moves.slice(next.length);
  const menu: Overflow = {
    type: 'overflow',
    action_id: cardActions.menu,
    options: rest.map((move) => choice(words[move], `${cardActions[move]} ${value}`)),
  };
  const readMore = button(cardActions.readMore, words.readMore, { value });
  return [actions('card', [...buttons, readMore, ...(rest.length > 0 ? [menu] : [])])];
}

/** What is rarely wanted, or changes what others rely on. */
const inMenu: ReadonlySet<Move> = new Set(['handOver', 'correct', 'edit', 'withdraw']);

/** What brings a decision to its next state, and stands out if it comes first. */
const leading: ReadonlySet<Move> = new Set(['openVoting', 'giveScores', 'settleObjection', 'recordOutcome']);

/** What people can do with a decision, in order. */
export function listMoves(decision: Decision): Move[] {
  const { rule, objections, voting } = decision;
  const object: Move[] = rule.objections === 'none' ? [] : ['object'];
  const settle: Move[] = objections.some(isStanding) ? ['settleObjection'] : [];
  const score: Move[] = isScored(rule) ? ['giveScores'] : [];
  const handOver: Move[] = voting?.rule.allowsHandover ? ['handOver'] : [];
  const isBlocked = findBlocking(decision).length > 0;
  const moves: Record<Phase, readonly Move[]> = {
    discussing: [
      'openVoting',
      'giveArgument',
      'giveOption',
      ...object,
      ...settle,
      'recordOutcome',
      'moveDeadline',
      'correct',
      'edit',
      'withdraw',
    ],
    voting: [
      ...score,
      'giveArgument',
      ...settle,
      ...object,
      'giveOption',
      'recordOutcome',
      ...handOver,
      'moveDeadline',
      'correct',
      'edit',
      'withdraw',
    ],
    undecided: [
      ...(isBlocked ? settle : []),
      'recordOutcome',
      'voteAgain',
      'moveDeadline',
      ...(isBlocked ? [] : settle),
      'giveArgument',
      ...object,
      'giveOption',
      'edit',
      'withdraw',
    ],
    decided: [],
    withdrawn: [],
  };
  return [...moves[phaseOf(decision)]];
}
