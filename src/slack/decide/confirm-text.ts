import type { ActionsBlock, KnownBlock } from '@slack/types';
import { type AwaitedOutcome, type Decision, phaseOf } from '../../decision/decision.ts';
import type { People } from '../../decision/person.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import { actions, button, plain, richText, shorten } from '../text/blocks.ts';
import { nameFirst } from '../text/people-text.ts';
import { toElements } from '../text/words.ts';
import { wordAgainst } from './outcome-text.ts';

/** The buttons beside an outcome that waits, by the action id that Slack sends back. */
export const awaitedActions = { confirm: 'confirm_outcome', decline: 'decline_outcome' } as const;

/** How many objections are named over which something waits. */
const objectionsNamed = 3;

/** What waits for a second person; nothing if no outcome does. */
export function wordAwaited(
  language: Language,
  { decision, people }: { readonly decision: Decision; readonly people: People },
  detail: { readonly excerpt: number },
): Words {
  const { awaited, options } = decision;
  if (awaited === undefined) return [];
  const { chosenOptionId, reason, decidedBy = '' } = awaited.outcome;
  return language.confirmation.awaits({
    by: nameFirst(language, people, decidedBy),
    chosen: options.find(({ id }) => id === chosenOptionId)?.title,
    against: wordAgainst(language, awaited.outcome, people, { ...detail, objections: objectionsNamed }),
    reason: reason.by === 'person' ? shorten(reason.text, detail.excerpt) : '',
    overriders: (decision.voting?.rule ?? decision.rule).overriders,
    isVotingOpen: phaseOf(decision) === 'voting',
  });
}

/** An outcome that waits for a second person, with the buttons for whoever that is; empty if none does. */
export function awaitedBlocks(
  language: Language,
  { decision, people }: { readonly decision: Decision; readonly people: People },
  detail: { readonly excerpt: number },
): KnownBlock[] {
  const { awaited } = decision;
  if (awaited === undefined) return [];
  const told = wordAwaited(language, { decision, people }, detail);
  return [richText(...toElements(told)), awaitedButtons(language, decision, awaited)];
}

/** The buttons of whoever may be the second person. */
export function awaitedButtons(
  { confirmation }: Language,
  { id: decisionId }: Pick<Decision, 'id'>,
  { id }: AwaitedOutcome,
): ActionsBlock {
  const value = `${decisionId} ${id}`;
  const { title, text, cancel } = confirmation.areYouSure;
  const confirm = {
    title: plain(title),
    text: plain(text),
    confirm: plain(confirmation.confirm),
    deny: plain(cancel),
  };
  return actions('awaited', [
    { ...button(awaitedActions.confirm, confirmation.confirm, { value, style: 'primary' }), confirm },
    button(awaitedActions.decline, confirmation.decline, { value }),
  ]);
}

/** Reads the value of a button that `awaitedButtons` made. */
export function readAwaited(value: string): { readonly decisionId: string; readonly id: string } {
  const [decisionId = '', id = ''] = value.split(' ');
  return { decisionId, id };
}
