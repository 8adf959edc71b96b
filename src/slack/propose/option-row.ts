import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { checkArguments } from '../../decision/proposal/argument.ts';
import { countReasons } from '../../decision/proposal/draft-remark.ts';
import { checkOption } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import type { OptionRow } from '../../workflow/ports/proposal-input.ts';
import { doubtBlocks } from '../form/doubt.ts';
import type { FormState } from '../form/form-state.ts';
import { kept, onLetters, readText, textInput } from '../form/inputs.ts';
import { context, input } from '../text/blocks.ts';

const prefix = 'option:';
const descriptionSuffix = ':description';

/** A row for a new option, empty or with a title. */
export function newOption(title = ''): OptionRow {
  return { key: randomUUID().slice(0, 8), title, description: '', arguments: [] };
}

/** The rows with one more option, added before the one that keeps an ADR; unchanged if there are already ten. */
export function withNewOption(rows: readonly OptionRow[]): readonly OptionRow[] {
  if (rows.length >= limits.options.most) return rows;
  const keeping = rows.findIndex(({ keepsAdr }) => keepsAdr);
  return rows.toSpliced(keeping === -1 ? rows.length : keeping, 0, newOption());
}

/** The inputs for the options, each with what a Markdown draft says about it. */
export function optionRows(language: Language, rows: readonly OptionRow[], isDrafted: boolean): KnownBlock[] {
  const keeping = rows.filter(({ keepsAdr }) => keepsAdr).length;
  return rows.flatMap((row, position) =>
    row.keepsAdr
      ? [keepingInput(language, row, position)]
      : optionBlocks(language, row, position, { isDrafted, isOptional: position >= limits.options.least - keeping }),
  );
}

function keepingInput({ proposeForm }: Language, { key, title }: OptionRow, position: number): KnownBlock {
  const name = textInput(limits.optionTitle, { initial: title, placeholder: proposeForm.keepingOptionExample });
  return input(`${prefix}${key}`, proposeForm.keepingOption(position + 1), onLetters(name), {
    ...kept,
    optional: true,
    hint: proposeForm.keepingOptionHint,
  });
}

function optionBlocks(
  language: Language,
  option: OptionRow,
  position: number,
  { isDrafted, isOptional }: { isDrafted: boolean; isOptional: boolean },
): KnownBlock[] {
  const { proposeForm } = language;
  const block = `${prefix}${option.key}`;
  const { title, description, arguments: reasons } = option;
  const name = textInput(limits.optionTitle, { initial: title, placeholder: proposeForm.optionExample });
  const about = textInput(limits.optionDescription, {
    initial: description,
    placeholder: proposeForm.aboutOptionExample,
    isLong: true,
  });
  return [
    input(block, proposeForm.option(position + 1), onLetters(name), { ...kept, optional: isOptional }),
    input(`${block}${descriptionSuffix}`, proposeForm.aboutOption(position + 1), onLetters(about), {
      ...kept,
      optional: true,
    }),
    ...(reasons.length === 0 ? [] : [context(proposeForm.reasonsInDraft(language.wordReasons(countReasons(reasons))))]),
    ...doubtBlocks(language, isDrafted && title !== '', () => {
      checkOption(option, position);
      checkArguments(reasons, position);
    }),
  ];
}

/** Reads the rows in the order of the view; `before` holds what the view does not show. */
export function readOptions(
  state: FormState,
  blockIds: readonly string[],
  before: readonly OptionRow[],
): readonly OptionRow[] {
  return optionBlockIds(blockIds).map((block) => {
    const key = block.slice(prefix.length);
    const known = before.find((option) => option.key === key);
    return {
      key,
      title: readText(state, block, limits.optionTitle, known?.title),
      description: readText(state, `${block}${descriptionSuffix}`, limits.optionDescription, known?.description),
      arguments: known?.arguments ?? [],
      ...(known?.keepsAdr ? { keepsAdr: true } : {}),
    };
  });
}

/** The blocks that hold the options' names, in order. */
export function optionBlockIds(blockIds: readonly string[]): string[] {
  return blockIds.filter((id) => id.startsWith(prefix) && !id.endsWith(descriptionSuffix));
}
