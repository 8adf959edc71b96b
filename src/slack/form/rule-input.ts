import type { InputBlock, PlainTextOption } from '@slack/types';
import type { NamedRule } from '../../decision/named-rule.ts';
import { choice, input, plain, shorten, slackLimits, valueAction } from '../text/blocks.ts';

export const ruleBlock = 'rule';

/** A rule as a line of a select, with its sentence under it. */
export function ruleChoice({ id, title, sentence }: Pick<NamedRule, 'id' | 'title' | 'sentence'>): PlainTextOption {
  return { ...choice(title, id), description: plain(shorten(sentence, slackLimits.optionText)) };
}

/** Asks which rule votes go by; the first choice stands until another is chosen, if there is no `chosen`. */
export function ruleInput(
  choices: readonly PlainTextOption[],
  chosen: string,
  more: { readonly label?: string; readonly hint?: string; readonly dispatch_action?: boolean } = {},
): InputBlock {
  const { label = 'Rule', hint = 'How the votes decide; /adr help rules explains them.', ...rest } = more;
  const initial = choices.find(({ value }) => value === chosen) ?? choices[0];
  return input(
    ruleBlock,
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
