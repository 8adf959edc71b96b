import type { ActionsBlock, KnownBlock } from '@slack/types';
import { type AwaitedOutcome, type Decision, hidesTally, phaseOf } from '../../decision/decision.ts';
import { withoutVotes } from '../../decision/outcome/departure.ts';
import type { People } from '../../decision/person.ts';
import type { ToldAwaited } from '../../words/confirmation-words.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import { actions, button, plain, richText, shorten } from '../text/blocks.ts';
import { nameFirst } from '../text/people-text.ts';
import { toElements } from '../text/words.ts';
import { type OutcomeDetail, wordAgainst } from './outcome-text.ts';

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
  const { awaited } = decision;
  if (awaited === undefined) return [];
  const { reason } = awaited.outcome;
  return language.confirmation.awaits({
    ...findRecorded(language, { decision, people, awaited }, { ...detail, objections: objectionsNamed }),
    reason: reason.by === 'person' ? shorten(reason.text, detail.excerpt) : '',
    overriders: (decision.voting?.rule ?? decision.rule).overriders,
    isVotingOpen: phaseOf(decision) === 'voting',
  });
}

/** Who recorded what, and against what, as far as people may know how the vote stands. */
function findRecorded(
  language: Language,
  { decision, people, awaited }: { decision: Decision; people: People; awaited: AwaitedOutcome },
  detail: OutcomeDetail,
): Pick<ToldAwaited, 'by' | 'chosen' | 'against'> {
  const { chosenOptionId, decidedBy = '', departures: all } = awaited.outcome;
  const departures = hidesTally(decision) ? withoutVotes(all) : all;
  return {
    by: nameFirst(language, people, decidedBy),
    chosen: decision.options.find(({ id }) => id === chosenOptionId)?.title,
    against: wordAgainst(language, { departures }, people, detail),
  };
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

/** The same on one line, with buttons that don't ask again, where there is no room; the thread says and asks more. */
export function awaitedInShort(
  language: Language,
  { decision, people }: { readonly decision: Decision; readonly people: People },
  { excerpt }: { readonly excerpt: number },
): KnownBlock[] {
  const { awaited } = decision;
  if (awaited === undefined) return [];
  const { by, chosen, against } = findRecorded(language, { decision, people, awaited }, { excerpt, objections: 1 });
  const told = language.confirmation.awaitsInShort({
    by,
    chosen: chosen && shorten(chosen, excerpt),
    against: shorten(against, excerpt),
  });
  return [richText(...toElements(told)), awaitedButtons(language, decision, awaited, { asksAgain: false })];
}

/** The buttons of whoever may be the second person. */
export function awaitedButtons(
  { confirmation }: Language,
  { id: decisionId }: Pick<Decision, 'id'>,
  { id }: AwaitedOutcome,
  { asksAgain }: { readonly asksAgain: boolean } = { asksAgain: true },
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
    button(awaitedActions.confirm, confirmation.confirm, {
      value,
      style: 'primary',
      ...(asksAgain ? { confirm } : {}),
    }),
    button(awaitedActions.decline, confirmation.decline, { value }),
  ]);
}

/** Reads the value of a button that `awaitedButtons` made. */
export function readAwaited(value: string): { readonly decisionId: string; readonly id: string } {
  const [decisionId = '', id = ''] = value.split(' ');
  return { decisionId, id };
}
