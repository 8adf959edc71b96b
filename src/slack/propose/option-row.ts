import type { ActionsBlock, KnownBlock, Overflow } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { checkArguments } from '../../decision/proposal/argument.ts';
import { countReasons } from '../../decision/proposal/draft-remark.ts';
import { checkOption } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import { typed } from '../../words/typed.ts';
import type { OptionRow } from '../../workflow/ports/proposal-input.ts';
import { doubtBlocks } from '../form/doubt.ts';
import type { FormState } from '../form/form-state.ts';
import { editorInput, kept, onLetters, readEditor, readText, textInput } from '../form/inputs.ts';
import { actions, button, choice, context, input } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { cutWords, paragraph } from '../text/words.ts';
import { type OptionChange, possibleMoves } from './arrange-options.ts';

const prefix = 'option:';
const descriptionSuffix = ':description';

/** How much of a description is shown while its input is hidden, in characters. */
const descriptionShown = 200;

export const optionActions = { describe: 'describe_option', menu: 'option_menu' } as const;

/** How the rows are shown. */
interface RowsShown {
  readonly isDrafted: boolean;
  /** How many of the first options stay where they are. */
  readonly pinned: number;
}

/** The inputs for the options, each with what a Markdown draft says about it and what can be done with it. */
export function optionRows(language: Language, rows: readonly OptionRow[], shown: RowsShown): KnownBlock[] {
  const keeping = rows.filter(({ keepsAdr }) => keepsAdr).length;
  return rows.flatMap((row, position) => [
    ...(row.keepsAdr
      ? [keepingInput(language, row, position)]
      : optionBlocks(language, row, position, {
          isDrafted: shown.isDrafted,
          isOptional: position >= limits.options.least - keeping,
        })),
    ...rowActions(
      language,
      row,
      { ...possibleMoves(rows.length, position, shown.pinned), fold: row.isOpen === true, keep: false },
      optionActions,
    ),
  ]);
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
  const { title, arguments: reasons } = option;
  const name = textInput(limits.optionTitle, { initial: title, placeholder: proposeForm.optionExample });
  return [
    input(block, proposeForm.option(position + 1), onLetters(name), { ...kept, optional: isOptional }),
    ...descriptionBlocks(language, option, position),
    ...(reasons.length === 0 ? [] : [context(proposeForm.reasonsGiven(language.wordReasons(countReasons(reasons))))]),
    ...doubtBlocks(language, isDrafted && title !== '', () => {
      checkOption(option, position);
      checkArguments(reasons, position);
    }),
  ];
}

/** The description in an input, or its beginning; nothing if there is none. */
function descriptionBlocks({ proposeForm }: Language, option: OptionRow, position: number): KnownBlock[] {
  const { key, description, isOpen } = option;
  if (!isOpen) return foldedDescription(description);
  const about = editorInput({ initial: description, placeholder: proposeForm.aboutOptionExample });
  return [
    input(`${prefix}${key}${descriptionSuffix}`, proposeForm.aboutOption(position + 1), onLetters(about), {
      ...kept,
      optional: true,
    }),
  ];
}

/** The beginning of a description, while its input is hidden; nothing if there is none. */
export function foldedDescription(description: string): KnownBlock[] {
  const beginning = cutWords(typed(description), descriptionShown);
  return beginning.length === 0 ? [] : [paragraph(beginning)];
}

/** A button that shows the input for an option's description, and a menu of what can be done with the option. */
export function rowActions(
  { proposeForm }: Language,
  { key, description, isOpen, keepsAdr }: Pick<OptionRow, 'key' | 'description' | 'isOpen' | 'keepsAdr'>,
  possible: Readonly<Record<Exclude<OptionChange, 'open'>, boolean>>,
  ids: { readonly describe: string; readonly menu: string },
): ActionsBlock[] {
  const label = description === '' ? proposeForm.describeOption : proposeForm.changeDescription;
  const words = {
    up: proposeForm.moveUp,
    down: proposeForm.moveDown,
    fold: proposeForm.hideDescription,
    remove: proposeForm.removeOption,
    keep: proposeForm.keepOption,
  };
  const options = (['up', 'down', 'fold', 'remove', 'keep'] as const)
    .filter((change) => possible[change])
    .map((change) => choice(words[change], `${change} ${key}`));
  const menu: Overflow = { type: 'overflow', action_id: ids.menu, options };
  const elements = [
    ...(isOpen || keepsAdr ? [] : [button(ids.describe, label, { value: `open ${key}` })]),
    ...(options.length === 0 ? [] : [menu]),
  ];
  return elements.length === 0 ? [] : [actions(`menu:${key}`, elements)];
}

/** Reads the rows in the order of the view; `before` holds what the view does not show. */
export function readOptions(
  state: FormState,
  blockIds: readonly string[],
  before: readonly OptionRow[],
  names: RichTextNames,
): readonly OptionRow[] {
  return optionBlockIds(blockIds).map((block) => {
    const key = block.slice(prefix.length);
    const known = before.find((option) => option.key === key);
    const about = `${block}${descriptionSuffix}`;
    const isOpen = state.has(about);
    const description = known?.description ?? '';
    return {
      key,
      title: readText(state, block, limits.optionTitle, known?.title),
      description: isOpen ? readEditor(state, about, names, description) : description,
      arguments: known?.arguments ?? [],
      ...(known?.keepsAdr ? { keepsAdr: true } : {}),
      ...(known?.from ? { from: known.from } : {}),
      ...(isOpen ? { isOpen } : {}),
    };
  });
}

/** The blocks that hold the options' names, in order. */
export function optionBlockIds(blockIds: readonly string[]): string[] {
  return blockIds.filter((id) => id.startsWith(prefix) && !id.endsWith(descriptionSuffix));
}
