import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { ruleIdOf } from '../../decision/named-rule.ts';
import { ownRuleLimits } from '../../decision/own-rule.ts';
import { nameOf } from '../../decision/person.ts';
import { wordRuleDoubt } from '../../words/language.ts';
import type { PlacedDoubt } from '../../workflow/settings/rule-book.ts';
import type { ChannelSettings } from '../../workflow/settings/settings.ts';
import { language } from '../app/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, divider, marked, plain, row, shorten } from '../text/blocks.ts';

export const settingsCallback = 'settings';
export const settingsTitle = 'Settings of the channel';
export const settingsActions = { add: 'add_rule', own: 'own_rule' } as const;

/** The lines of the menu beside each rule; the value that Slack sends back is one of these and the rule's name. */
export const ownRuleChoices = { change: 'change', remove: 'remove' } as const;

/** What the modal carries along. */
export interface SettingsMetadata {
  readonly channelId: string;
}

const inherited = 'inherited';
const longestDoubt = 500;
const doubtsShown = 10;

/** The modal that `/adr settings` opens: which rule is offered first, and the channel's own rules. */
export function settingsView(shown: ChannelSettings, { channelId }: SettingsMetadata): ModalView {
  const { channelName, settings, ruleBook } = shown;
  const hasRoom = settings.own.length < ownRuleLimits.rules;
  return {
    type: 'modal',
    callback_id: settingsCallback,
    private_metadata: JSON.stringify({ channelId }),
    title: plain(settingsTitle),
    submit: plain('Save'),
    close: plain('Close'),
    blocks: [
      context(`How votes in #${channelName} decide. Votes that are open keep the rule they have.`),
      ruleInput(firstChoices(shown), settings.initialId ?? inherited, {
        label: 'Rule that is offered first',
        hint: 'Whoever proposes can choose another one. /adr help rules explains them.',
      }),
      divider(),
      ...settings.own.flatMap(({ name }) => ownRule(shown, name)),
      ...(hasRoom ? [actions('rules', [button(settingsActions.add, 'Add a rule')])] : []),
      ...doubtBlocks(ruleBook.doubts),
      ...changed(shown),
    ],
  };
}

function firstChoices({ ruleBook }: ChannelSettings): PlainTextOption[] {
  const leave = choice('What the repository says, else the most votes', inherited);
  return [leave, ...ruleBook.rules.map((rule) => ruleChoice(rule))];
}

function ownRule({ ruleBook }: ChannelSettings, name: string): KnownBlock[] {
  const known = ruleBook.rules.find(({ id }) => id === ruleIdOf('channel', name));
  const words = known ? language.rules.describe(known.rule) : 'It can’t be used as it is.';
  return [
    row(name, {
      type: 'overflow',
      action_id: settingsActions.own,
      options: [
        choice('Change', `${ownRuleChoices.change} ${name}`),
        choice('Remove', `${ownRuleChoices.remove} ${name}`),
      ],
    }),
    context(words),
  ];
}

function doubtBlocks(doubts: readonly PlacedDoubt[]): KnownBlock[] {
  const rest = doubts.length - doubtsShown;
  return [
    ...doubts.slice(0, doubtsShown).map((doubt) => context(`⚠ ${shorten(wordDoubt(doubt), longestDoubt)}`)),
    ...(rest > 0 ? [context(`and ${rest} more`)] : []),
  ];
}

function wordDoubt({ place, doubt }: PlacedDoubt): string {
  const words = wordRuleDoubt(language, doubt);
  return place === 'archive' ? `.gavel.yml: ${words}` : words;
}

function changed({ settings, people }: ChannelSettings): KnownBlock[] {
  if (settings.changed === undefined) return [];
  const { by, at } = settings.changed;
  return [context(`Changed by ${nameOf(people, by)}`, marked`${at}`)];
}

/** Reads which rule is offered first; undefined leaves that to the repository. */
export function readFirstRule(values: StateValues): string | undefined {
  const chosen = new FormState(values).choice(ruleBlock);
  return chosen === inherited ? undefined : chosen;
}

/** Reads what the modal carries along. */
export function readSettingsMetadata(view: { private_metadata: string }): SettingsMetadata {
  return readMetadata(view);
}
