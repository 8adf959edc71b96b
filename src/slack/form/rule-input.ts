import type { InputBlock, PlainTextOption } from '@slack/types';
import type { NamedRule } from '../../decision/rule/named-rule.ts';
import type { Language } from '../../words/language.ts';
import { choice, input, plain, shorten, slackLimits, valueAction } from '../text/blocks.ts';

export const ruleBlock = 'rule';

/** A rule as an item of a select, with its description below it; `title` replaces its own title if given. */
export function ruleChoice(language: Language, rule: NamedRule, title = language.rules.nameOf(rule)): PlainTextOption {
  return {
    ...choice(title, rule.id),
    description: plain(shorten(language.rules.introduce(rule), slackLimits.optionText)),
  };
}

/** Asks which rule votes use; the first is selected unless another is `chosen`. */
export function ruleInput(
  { forms }: Pick<Language, 'forms'>,
  choices: readonly PlainTextOption[],
  chosen: string,
  more: {
    readonly block?: string;
    readonly label?: string;
    readonly hint?: string;
    readonly dispatch_action?: boolean;
  } = {},
): InputBlock {
  const { block = ruleBlock, label = forms.rule, hint = forms.ruleHint, ...rest } = more;
  const initial = choices.find(({ value }) => value === chosen) ?? choices[0];
  return input(
    block,
    label,
    {
      type: 'static_select',
      action_id: valueAction,
      options: [...choices],
      ...(initial ? { initial_option: initial } : {}),
    },
    { ...rest, hint },
  );
}
