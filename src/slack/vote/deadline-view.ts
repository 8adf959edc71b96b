import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { type Decision, namesDeciders } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { RuleBook } from '../../decision/named-rule.ts';
import { listNames } from '../../decision/person.ts';
import { isSameRule } from '../../decision/preset.ts';
import { findEarliestEnd } from '../../decision/voting.ts';
import { bold, type Said, say } from '../../words/say.ts';
import type { EarlierDeadline } from '../../workflow/vote/move-deadline.ts';
import { language } from '../app/language.ts';
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
    close: plain('Cancel'),
    blocks: [paragraph(words.text), input('deadline', 'Voting closes', momentInput(suggested)), ...words.more],
  };
}

function wordNamed({ namedDeciders, namedGroups }: Decision): string {
  const groups = namedGroups.map(({ handle }) => `@${handle}`);
  const people = namedDeciders.length > 0 ? ['The deciders who were named'] : [];
  const all = listNames([...people, ...groups], 6);
  return `${all} vote${all === `@${namedGroups[0]?.handle}` ? 's' : ''}`;
}

/** Stands for the rule that a decision has, whatever it is called. */
const asItIs = 'as it is';

function ruleChoices(decision: Decision, { rules }: RuleBook): PlainTextOption[] {
  const named = rules.find(({ rule }) => isSameRule(rule, decision.rule));
  const title = named ? `As proposed: ${language.rules.nameOf(named)}` : 'As proposed';
  const own = ruleChoice(language, { id: asItIs, rule: decision.rule }, title);
  return [own, ...rules.filter((one) => one !== named).map((rule) => ruleChoice(language, rule))];
}

/** Asks when voting is to close, before it opens; the rule can be another one until then. */
export function openVotingView(decision: Decision, suggested: Date, ruleBook: RuleBook): ModalView {
  const who = namesDeciders(decision) ? wordNamed(decision) : 'Everyone who is in the channel now votes';
  const text = `${who}. ${language.rules.describe(decision.rule)} Who votes and the rule are fixed once voting is open.`;
  return deadlineView(decision, suggested, {
    callback: openVotingCallback,
    title: 'Open voting',
    submit: 'Open voting',
    text,
    more: [ruleInput(language, ruleChoices(decision, ruleBook), asItIs)],
  });
}

/** Asks for another deadline. */
export function extendView(decision: Decision, suggested: Date): ModalView {
  const least = decision.voting && findEarliestEnd(decision.voting);
  const notBefore =
    least && decision.rule.minimumOpenMinutes > 0
      ? say` Under its rule voting stays open until ${least} at least.`
      : '';
  const text = say`For “${decision.title}”. Everyone in the thread is told.${notBefore}`;
  return deadlineView(decision, suggested, {
    callback: extendCallback,
    title: 'Move the deadline',
    submit: 'Move it',
    text,
    more: [input('text', 'Why', textInput(limits.argument, { placeholder: 'For those who vote' }), { optional: true })],
  });
}

/** What the second look at an earlier deadline carries along: ISO strings. */
interface ShorteningMetadata {
  readonly decisionId: string;
  readonly from: string;
  readonly to: string;
}

/** Asks somebody who moved the deadline to an earlier time whether they mean it, and why. */
export function shortenView({ decision, from, to }: EarlierDeadline, why: string): ModalView {
  const metadata: ShorteningMetadata = { decisionId: decision.id, from: from.toISOString(), to: to.toISOString() };
  return {
    type: 'modal',
    callback_id: shortenCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Move the deadline'),
    submit: plain('Make it earlier'),
    close: plain('Cancel'),
    blocks: [
      paragraph(
        say`This makes the deadline of “${decision.title}” ${bold('earlier')}: voting closes ${to} instead of ${from}. The channel is told so, with your name and your reason, and it goes into the record.`,
      ),
      input(
        'text',
        'Why',
        textInput(limits.objection, { initial: why, placeholder: 'For those who thought they had more time' }),
      ),
    ],
  };
}

/** Reads what the second look carries along. */
export function readShortening(view: { private_metadata: string }): { decisionId: string; from: Date; to: Date } {
  const { decisionId, from, to } = readMetadata<ShorteningMetadata>(view);
  return { decisionId, from: new Date(from), to: new Date(to) };
}

/** Asks when a new round is to close, and why there is one. */
export function voteAgainView(decision: Decision, suggested: Date): ModalView {
  const text = `For “${decision.title}”. A new card is posted, and everybody votes again from nothing; this round stays to be read. ${language.rules.describe(decision.rule)}`;
  return deadlineView(decision, suggested, {
    callback: voteAgainCallback,
    title: 'Vote again',
    submit: 'Vote again',
    text,
    more: [input('text', 'Why', textInput(limits.argument, { placeholder: 'What is different now' }))],
  });
}

/** Reads which rule is to take the place of the decision's own; undefined when that one stays. */
export function readOtherRule(values: StateValues): string | undefined {
  const chosen = new FormState(values).choice(ruleBlock);
  return chosen === asItIs ? undefined : chosen;
}

/** Reads the deadline of either modal. */
export function readDeadline(values: StateValues): Date | undefined {
  return new FormState(values).moment('deadline');
}

/** Reads why the deadline is moved, or people vote again. */
export function readWhy(values: StateValues): string {
  return new FormState(values).text('text');
}
