import type { InputBlock } from '@slack/types';
import { choice, input, shorten, slackLimits, valueAction } from '../text/blocks.ts';

export const repositoryBlock = 'repository';

/** How to ask for a repository. */
interface RepositoryQuestion {
  readonly block?: string;
  readonly label: string;
  readonly hint: string;
  readonly dispatch_action?: boolean;
}

/** Asks for one of several repositories by name; the first is selected by default. With only one, it does not ask. */
export function repositoryInput(
  names: readonly string[],
  chosen: string | undefined,
  { block = repositoryBlock, label, hint, ...more }: RepositoryQuestion,
): InputBlock[] {
  if (names.length < 2) return [];
  const options = names
    .slice(0, slackLimits.options)
    .map((name) => choice(shorten(name, slackLimits.optionText), name));
  const initial = options.find(({ value }) => value === chosen) ?? options[0];
  const select = { type: 'static_select', action_id: valueAction, options } as const;
  return [input(block, label, { ...select, ...(initial ? { initial_option: initial } : {}) }, { ...more, hint })];
}
