import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { type Decision, namesDeciders } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { RuleBook } from '../../decision/rule/named-rule.ts';
import { isSameRule } from '../../decision/rule/preset.ts';
import { findEarliestEnd } from '../../decision/vote/voting.ts';
import type { Language } from '../../words/language.ts';
import type { Said } from '../../words/say.ts';
import type { EarlierDeadline } from '../../workflow/vote/move-deadline.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { momentInput, textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { input, plain } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const openVotingCallback = 'open_voting';
export const extendCallback = 'extend';
export const shortenCallback = 'shorten';
export const voteAgainCallback = 'vote_again';

function deadlineView(
  { forms, proposeForm }: Language,
  decision: Decision,
  suggested: Date,
  words: { callback: string; title: string; submit: string; text: Said; more: readonly InputBlock[] },
): ModalView {
  return {
    type: 'modal',
    callback_id: words.callback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(forms.cancel),
    blocks: [paragraph(words.text), input('deadline', proposeForm.deadline, momentInput(suggested)), ...words.more],
  };
}

function wordNamed({ deadlineForm }: Language, { namedDeciders, namedGroups }: Decision): string {
  const handles = namedGroups.map(({ handle }) => handle);
  return deadlineForm.namedVote(namedDeciders.length > 0, handles);
}

/** Stands for the rule that a decision already has, whatever its name. */
const asItIs = 'as it is';

function ruleChoices(language: Language, decision: Decision, { rules }: RuleBook): PlainTextOption[] {
  const named = rules.find(({ rule }) => isSameRule(rule, decision.rule));
  const title = language.deadlineForm.asProposed(named && language.rules.nameOf(named));
  const own = ruleChoice(language, { id: asItIs, rule: decision.rule }, title);
  return [own, ...rules.filter((one) => one !== named).map((rule) => ruleChoice(language, rule))];
}

/** What somebody has chosen in the form so far. */
export interface VotingChoice {
  readonly closesAt: Date;
  /** The rule that replaces the decision's own; undefined when that one stays. */
  readonly ruleId: string | undefined;
}

/** Asks when voting should close, before it opens; the rule can still be changed there. The text says what it means. */
export function openVotingView(
  language: Language,
  decision: Decision,
  { closesAt, ruleId }: VotingChoice,
  ruleBook: RuleBook,
): ModalView {
  const { card, rules, deadlineForm } = language;
  const who = namesDeciders(decision) ? wordNamed(language, decision) : deadlineForm.everyoneVotes;
  const chosen = ruleBook.rules.find(({ id }) => id === ruleId);
  const text = `${who} ${rules.describe(chosen?.rule ?? decision.rule)} ${deadlineForm.fixed}`;
  return deadlineView(language, decision, closesAt, {
    callback: openVotingCallback,
    title: card.buttons.openVoting,
    submit: card.buttons.openVoting,
    text,
    more: [ruleInput(language, ruleChoices(language, decision, ruleBook), ruleId ?? asItIs, { dispatch_action: true })],
  });
}

/** Asks for another deadline. */
export function extendView(language: Language, decision: Decision, suggested: Date): ModalView {
  const { forms, card, deadlineForm } = language;
  const least = decision.voting && findEarliestEnd(decision.voting);
  const notBefore = decision.rule.minimumOpenMinutes > 0 ? least : undefined;
  const text = deadlineForm.moving(decision.title, notBefore);
  return deadlineView(language, decision, suggested, {
    callback: extendCallback,
    title: card.buttons.moveDeadline,
    submit: deadlineForm.move,
    text,
    more: [
      input('text', forms.why, textInput(limits.argument, { placeholder: deadlineForm.movingExample }), {
        optional: true,
      }),
    ],
  });
}

/** What the confirmation of an earlier deadline carries along: ISO strings. */
interface ShorteningMetadata {
  readonly decisionId: string;
  readonly from: string;
  readonly to: string;
}

/** Asks somebody who moved the deadline to an earlier time to confirm it, and why. */
export function shortenView(language: Language, { decision, from, to }: EarlierDeadline, why: string): ModalView {
  const { forms, card, deadlineForm } = language;
  const metadata: ShorteningMetadata = { decisionId: decision.id, from: from.toISOString(), to: to.toISOString() };
  return {
    type: 'modal',
    callback_id: shortenCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(card.buttons.moveDeadline),
    submit: plain(deadlineForm.makeEarlier),
    close: plain(forms.cancel),
    blocks: [
      paragraph(deadlineForm.makingEarlier(decision.title, from, to)),
      input(
        'text',
        forms.why,
        textInput(limits.objection, { initial: why, placeholder: deadlineForm.makingEarlierExample }),
      ),
    ],
  };
}

/** Reads what the confirmation carries along. */
export function readShortening(view: { private_metadata: string }): { decisionId: string; from: Date; to: Date } {
  const { decisionId, from, to } = readMetadata<ShorteningMetadata>(view);
  return { decisionId, from: new Date(from), to: new Date(to) };
}

/** Asks when a new round should close, and why there is one. */
export function voteAgainView(language: Language, decision: Decision, suggested: Date): ModalView {
  const { forms, card, rules, deadlineForm } = language;
  const text = `${deadlineForm.votingAgain(decision.title)} ${rules.describe(decision.rule)}`;
  return deadlineView(language, decision, suggested, {
    callback: voteAgainCallback,
    title: card.buttons.voteAgain,
    submit: card.buttons.voteAgain,
    text,
    more: [input('text', forms.why, textInput(limits.argument, { placeholder: deadlineForm.votingAgainExample }))],
  });
}

/** Reads which rule replaces the decision's own; undefined when that one stays. */
export function readOtherRule(values: StateValues): string | undefined {
  const chosen = new FormState(values).choice(ruleBlock);
  return chosen === asItIs ? undefined : chosen;
}

/** Reads the deadline of either modal. */
export function readDeadline(values: StateValues): Date | undefined {
  return new FormState(values).moment('deadline');
}

/** Reads why the deadline is moved, or why people vote again. */
export function readWhy(values: StateValues): string {
  return new FormState(values).text('text');
}
