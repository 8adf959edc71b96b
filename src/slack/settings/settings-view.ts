import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Field } from '../../decision/failure/rule-broken.ts';
import type { Listed } from '../../decision/failure/trouble.ts';
import { isLanguageCode, type LanguageCode, languageCodes } from '../../decision/language-code.ts';
import type { ChosenWay } from '../../decision/publication/publish-way.ts';
import { ruleIdOf } from '../../decision/rule/named-rule.ts';
import { ownRuleLimits } from '../../decision/rule/own-rule.ts';
import { type Language, wordRuleDoubt, wordTrouble } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { type ReviewKind, reviewKindOf } from '../../words/review-kind.ts';
import type { ReviewWords } from '../../words/review-words.ts';
import type { RepositoryWay } from '../../workflow/settings/find-ways.ts';
import type { PlacedDoubt } from '../../workflow/settings/rule-book.ts';
import type { ChannelSettings, ShownSettings } from '../../workflow/settings/settings.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { repositoryBlock, repositoryInput } from '../form/repository-input.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, divider, input, plain, row, shorten, valueAction } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { splitPrint } from '../text/words.ts';

export const settingsCallback = 'settings';
export const settingsActions = { add: 'add_rule', own: 'own_rule' } as const;

/** The items of the menu beside each rule; the value that Slack sends back is one of these and the rule's name. */
export const ownRuleChoices = { change: 'change', remove: 'remove' } as const;

/** What the modal carries along. */
export interface SettingsMetadata {
  readonly channelId: string;
}

const votingBlock = 'voting';
const votingChoices = { reactions: 'reactions', buttons: 'buttons' } as const;
const languageBlock = 'language';
const timeZoneBlock = 'time_zone';
const longestTimeZone = 100;
const inherited = 'inherited';
const longestDoubt = 500;
const doubtsShown = 10;
const waysShown = 5;

/** The modal that `/adr settings` opens: which rule is offered first, and the channel's own rules. */
export function settingsView(language: Language, shown: ShownSettings, { channelId }: SettingsMetadata): ModalView {
  const { channelName, settings, ruleBook } = shown;
  const { forms, settingsForm } = language;
  const hasRoom = settings.own.length < ownRuleLimits.rules;
  return {
    type: 'modal',
    callback_id: settingsCallback,
    private_metadata: JSON.stringify({ channelId }),
    title: plain(settingsForm.title),
    submit: plain(forms.save),
    close: plain(forms.close),
    blocks: [
      context(settingsForm.scope(channelName)),
      ruleInput(language, firstChoices(language, shown), settings.initialId ?? inherited, {
        label: settingsForm.firstRule,
        hint: settingsForm.firstRuleHint,
      }),
      votingInput(language, shown),
      ...repositoryInput(shown.repositories ?? [], undefined, {
        label: forms.repository,
        hint: forms.repositoryOfChannelHint,
      }),
      ...wayBlocks(language, shown.ways),
      languageInput(language, shown),
      timeZoneInput(language, shown),
      divider(),
      ...settings.own.flatMap(({ name }) => ownRule(language, shown, name)),
      ...(hasRoom ? [actions('rules', [button(settingsActions.add, settingsForm.addRule)])] : []),
      ...doubtBlocks(language, ruleBook.doubts),
      ...changedBy(language, shown),
    ],
  };
}

/** By which way ADRs reach their branches, and why. */
function wayBlocks(language: Language, ways: readonly RepositoryWay[]): KnownBlock[] {
  return ways.slice(0, waysShown).map(({ repository, forge, listed, moved, unread = [], found }) => {
    const { reviews } = language;
    const way =
      'trouble' in found
        ? `⚠ ${reviews.wayUnknown(shorten(wordTrouble(language, found.trouble), longestDoubt))}`
        : wordWay(reviews, found, reviewKindOf(forge), listed);
    const news = moved && reviews.moved({ ...moved, ...(listed ? { listed } : {}) });
    const doubts = unread.map(
      (format) => language.doctor.doubts['other format']({ code: 'other format', ...format }).message,
    );
    const told = [way, ...[news ?? [], doubts].flat().map((doubt) => `⚠ ${doubt}`)].join(' ');
    return context(repository === undefined ? told : `${repository}: ${told}`);
  });
}

/** The way of ADRs, why they take it, and what the branch demands besides. */
function wordWay(words: ReviewWords, found: ChosenWay, kind: ReviewKind, listed: Listed | undefined): string {
  const { way, rules } = found;
  const more = rules === undefined ? [] : words.rules({ ...rules, way, kind, ...(listed ? { listed } : {}) });
  return [words.way(found, kind), ...more].join(' ');
}

function firstChoices(language: Language, { ruleBook }: ChannelSettings): PlainTextOption[] {
  const leave = choice(language.settingsForm.inherited, inherited);
  return [leave, ...ruleBook.rules.map((rule) => ruleChoice(language, rule))];
}

function votingInput({ settingsForm }: Language, { hasVoteButtons }: ChannelSettings): InputBlock {
  const reactions = choice(settingsForm.votesByReaction, votingChoices.reactions);
  const buttons = choice(settingsForm.votesByButton, votingChoices.buttons);
  const options = [reactions, buttons];
  const initial_option = hasVoteButtons ? buttons : reactions;
  const select = { type: 'static_select', action_id: valueAction, options, initial_option } as const;
  return input(votingBlock, settingsForm.voting, select, { hint: settingsForm.votingHint });
}

function languageInput({ settingsForm }: Language, shown: ChannelSettings): InputBlock {
  const options = [
    choice(settingsForm.inheritedLanguage(languages[shown.inheritedLanguage].name), inherited),
    ...languageCodes.map((code) => choice(languages[code].name, code)),
  ];
  const chosen = options.find(({ value }) => value === shown.language) ?? options[0];
  const initial = chosen ? { initial_option: chosen } : {};
  const select = { type: 'static_select', action_id: valueAction, options, ...initial } as const;
  return input(languageBlock, settingsForm.language, select, { hint: settingsForm.languageHint });
}

function timeZoneInput({ settingsForm }: Language, { timeZone, inheritedTimeZone }: ChannelSettings): InputBlock {
  const placeholder = inheritedTimeZone ?? 'Europe/Berlin';
  return input(
    timeZoneBlock,
    settingsForm.timeZone,
    textInput(longestTimeZone, { ...(timeZone === undefined ? {} : { initial: timeZone }), placeholder }),
    { optional: true, hint: settingsForm.timeZoneHint(inheritedTimeZone) },
  );
}

function ownRule(language: Language, { ruleBook }: ChannelSettings, name: string): KnownBlock[] {
  const { changeRule, removeRule, unusableRule } = language.settingsForm;
  const known = ruleBook.rules.find(({ id }) => id === ruleIdOf('channel', name));
  const words = known ? language.rules.describe(known.rule) : unusableRule;
  return [
    row(name, {
      type: 'overflow',
      action_id: settingsActions.own,
      options: [
        choice(changeRule, `${ownRuleChoices.change} ${name}`),
        choice(removeRule, `${ownRuleChoices.remove} ${name}`),
      ],
    }),
    context(words),
  ];
}

function doubtBlocks(language: Language, doubts: readonly PlacedDoubt[]): KnownBlock[] {
  const rest = doubts.length - doubtsShown;
  return [
    ...doubts.slice(0, doubtsShown).map((doubt) => context(`⚠ ${shorten(wordDoubt(language, doubt), longestDoubt)}`)),
    ...(rest > 0 ? [context(language.forms.more(rest))] : []),
  ];
}

function wordDoubt(language: Language, { place, doubt }: PlacedDoubt): string {
  const words = wordRuleDoubt(language, doubt);
  return place === 'archive' ? `.gavel.yml: ${words}` : words;
}

function changedBy(language: Language, { settings, people }: ChannelSettings): KnownBlock[] {
  if (settings.changed === undefined) return [];
  const { by, at } = settings.changed;
  return [context(...splitPrint(language.settingsForm.changedBy(nameOf(language, people, by), at)))];
}

/** Reads which rule is offered first; undefined leaves that to the repository. */
export function readFirstRule(values: StateValues): string | undefined {
  const chosen = new FormState(values).choice(ruleBlock);
  return chosen === inherited ? undefined : chosen;
}

/** Reads whether cards get buttons to vote with; undefined if the modal did not ask. */
export function readVoteButtons(values: StateValues): boolean | undefined {
  const chosen = new FormState(values).choice(votingBlock);
  return chosen === undefined ? undefined : chosen === votingChoices.buttons;
}

/** Reads which language the channel has; undefined leaves that to the workspace. */
export function readLanguage(values: StateValues): LanguageCode | undefined {
  const chosen = new FormState(values).choice(languageBlock);
  return isLanguageCode(chosen) ? chosen : undefined;
}

/** Reads which time zone the channel goes by, as it was typed; undefined if the modal did not ask. */
export function readTimeZone(values: StateValues): string | undefined {
  const state = new FormState(values);
  return state.has(timeZoneBlock) ? state.text(timeZoneBlock) : undefined;
}

/** The input under which an error belongs. */
export function settingsBlockOf(field: Field): string | undefined {
  const blocks: Partial<Record<Field, string>> = {
    rule: ruleBlock,
    repository: repositoryBlock,
    'time zone': timeZoneBlock,
  };
  return blocks[field];
}

/** Reads which repository is the channel's own; undefined if the modal did not ask. */
export function readRepository(values: StateValues): string | undefined {
  return new FormState(values).choice(repositoryBlock);
}

/** Reads what the modal carries along. */
export function readSettingsMetadata(view: { private_metadata: string }): SettingsMetadata {
  return readMetadata(view);
}
