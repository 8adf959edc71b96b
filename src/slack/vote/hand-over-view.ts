import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type Decision, phaseOf } from '../../decision/decision.ts';
import { findForOthers } from '../../decision/vote/hand-over.ts';
import type { VotesForOthers } from '../../words/handover-words.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import type { OwnHandover } from '../../workflow/vote/hand-over.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { notice } from '../form/notice.ts';
import { actions, choice, context, input, plain, shorten, valueAction } from '../text/blocks.ts';
import { listNames, nameFirst, nameOf } from '../text/people-text.ts';
import { paragraph } from '../text/words.ts';
import { giveBackButton } from './give-back-button.ts';

export const handOverCallback = 'hand_over';
export const takeVoteBackCallback = 'take_vote_back';

/** The block in which the form asks who votes. */
export const receiverBlock = 'receiver';

/** What a card says about those who vote for others as well: at most `names` of these. */
export function forOthersBlocks(
  language: Language,
  { decision, tally, people }: CardView,
  { names, note }: { readonly names: number; readonly note: number },
): KnownBlock[] {
  if (tally === undefined) return [];
  const isOpen = phaseOf(decision) === 'voting';
  const pairs = isOpen ? findForOthers(decision, tally) : tally.handedOver;
  if (pairs.length === 0) return [];
  const shown = pairs.slice(0, names);
  const votes = [...Map.groupBy(shown, ({ to }) => to)].map(
    ([to, all]): VotesForOthers => ({
      by: nameFirst(language, people, to),
      others: language.people.list(all.map(({ from }) => nameOf(language, people, from))),
    }),
  );
  return [context(shorten(language.handover.forOthers(votes, isOpen, pairs.length - shown.length), note))];
}

/** Asks who votes for somebody, or whether they take their vote back. */
export function handOverView(language: Language, own: OwnHandover): ModalView {
  switch (own.kind) {
    case 'free':
      return askReceiver(language, own);
    case 'handed over':
      return askBack(language, own);
    case 'holding':
      return notice(language, language.card.buttons.handOver, ...givenBlocks(language, own));
  }
}

function askReceiver(language: Language, own: Extract<OwnHandover, { kind: 'free' }>): ModalView {
  const { form, givesBack } = language.handover;
  const given = own.given.map((id) => nameOf(language, own.people, id));
  const warning = given.length === 0 ? [] : [paragraph(givesBack(listNames(language, given)))];
  const received = givenBlocks(language, own);
  return {
    ...modal(language, own.decision, handOverCallback, form.submit),
    blocks: [paragraph(form.introduction), ...warning, receiverInput(language, own), ...received],
  };
}

/** How many of the votes that somebody has can be given back in one form, which holds 100 blocks. */
const mostGivenBack = 40;

/** The votes that somebody has for others, each with a button that gives it back. */
function givenBlocks(
  language: Language,
  { decision, given, people }: Pick<Extract<OwnHandover, { kind: 'holding' }>, 'decision' | 'given' | 'people'>,
): KnownBlock[] {
  return given.slice(0, mostGivenBack).flatMap((from) => {
    const name = nameOf(language, people, from);
    const giveBack = giveBackButton(language, { decisionId: decision.id, from }, name);
    return [paragraph(language.handover.votesFor(name)), actions(`received:${from}`, [giveBack])];
  });
}

/** A menu of those who can vote for somebody; of everybody, if those are too many for a menu of their own. */
function receiverInput(language: Language, { ids, away, people }: Extract<OwnHandover, { kind: 'free' }>): InputBlock {
  const { label } = language.handover.form;
  if (ids === undefined) return input(receiverBlock, label, { type: 'users_select', action_id: valueAction });
  const options = ids.map((id) => choice(language.away.person(nameOf(language, people, id), away.get(id)), id));
  return input(receiverBlock, label, { type: 'static_select', action_id: valueAction, options });
}

function askBack(
  language: Language,
  { decision, to, people }: Extract<OwnHandover, { kind: 'handed over' }>,
): ModalView {
  const { handedTo, takeBack } = language.handover;
  return {
    ...modal(language, decision, takeVoteBackCallback, takeBack),
    blocks: [paragraph(handedTo(nameOf(language, people, to)))],
  };
}

function modal({ card, forms }: Language, { id }: Decision, callback: string, submit: string) {
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify({ decisionId: id }),
    title: plain(card.buttons.handOver),
    submit: plain(submit),
    close: plain(forms.cancel),
  } as const;
}

/** Reads who is to vote. */
export function readReceiver(values: StateValues): string {
  const state = new FormState(values);
  return state.choice(receiverBlock) ?? state.person(receiverBlock) ?? '';
}
