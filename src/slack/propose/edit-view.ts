import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision, UserGroup } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say } from '../../words/say.ts';
import type { SectionRow } from '../../workflow/ports/proposal-input.ts';
import { type EditForm, wordingOf } from '../../workflow/propose/edit.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { countBytes, editorInput, readEditor, readRichText, textInput, viewRichText } from '../form/inputs.ts';
import { context, input, plain, slackLimits, valueAction } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';
import { hintAtBond } from './bond-text.ts';
import { decidersBlock, decidersInput } from './deciders-input.ts';
import { groupsInput, readGroups } from './groups-input.ts';
import { readSections, sectionBlocks } from './section-view.ts';

export const editCallback = 'edit';

/** What the edit modal carries along: the wording that its reader saw. */
export interface EditMetadata {
  readonly decisionId: string;
  readonly seen: string;
}

/**
 * Asks for a new wording and new deciders. Once voting is open, the deciders and the words of the options and sections
 * are fixed. `groups` are those that the workspace has.
 */
export function editView(language: Language, decision: Decision, groups: readonly UserGroup[] = []): ModalView {
  const { forms, card, editForm } = language;
  const isVoting = decision.voting !== undefined;
  const metadata: EditMetadata = {
    decisionId: decision.id,
    seen: wordingOf(decision),
  };
  const question = questionBlocks(language, decision);
  return fitLines(
    limits.sections,
    (sectionInputs) => ({
      type: 'modal',
      callback_id: editCallback,
      private_metadata: JSON.stringify(metadata),
      title: plain(card.buttons.edit),
      submit: plain(forms.save),
      close: plain(forms.cancel),
      blocks: [
        ...question,
        ...(isVoting
          ? [context(editForm.fixed)]
          : [
              ...optionBlocks(language, decision),
              ...sectionBlocks(language, sectionRows(decision), { inputs: sectionInputs, form: 'edit' }),
              decidersInput(language, decision.namedDeciders),
              ...groupsInput(language, groups, decision.namedGroups),
            ]),
      ],
    }),
    (view) => countBytes(view) <= slackLimits.viewBytes && view.blocks.length <= slackLimits.viewBlocks,
  );
}

function questionBlocks(language: Language, { title, context: text, drivers }: Decision): KnownBlock[] {
  const { forms, proposeForm, editForm } = language;
  return [
    input('title', proposeForm.question, textInput(limits.title, { initial: title })),
    text.length > limits.context
      ? paragraph(lines(bold(proposeForm.context), say`${editForm.contextTooLong}`))
      : input('context', proposeForm.context, {
          type: 'rich_text_input',
          action_id: valueAction,
          initial_value: viewRichText(text),
        }),
    input(
      'drivers',
      proposeForm.drivers,
      textInput((limits.driver + 1) * limits.drivers, { initial: drivers.join('\n'), isLong: true }),
      {
        optional: true,
        hint: forms.oneToALine,
      },
    ),
  ];
}

function optionBlocks(language: Language, decision: Decision): KnownBlock[] {
  const { proposeForm } = language;
  return decision.options.flatMap((option, position) => [
    input(
      `option:${position}`,
      proposeForm.option(position + 1),
      textInput(limits.optionTitle, { initial: option.title }),
      hintOf(hintAtBond(language, decision, option.id)),
    ),
    input(
      `description:${position}`,
      proposeForm.aboutOption(position + 1),
      editorInput({ initial: option.description }),
      { optional: true },
    ),
  ]);
}

function hintOf(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint };
}

/** The sections by position, and one more row while there is room. */
function sectionRows({ sections }: Decision): SectionRow[] {
  const rows = sections.map((each, position) => ({ ...each, key: String(position) }));
  return rows.length < limits.sections ? [...rows, { key: String(rows.length), heading: '', markdown: '' }] : rows;
}

/** Reads the modal. What it does not show stays as it is in `decision`. */
export function readEdit(values: StateValues, decision: Decision, names: RichTextNames): EditForm {
  const state = new FormState(values);
  return {
    title: state.text('title'),
    context: readRichText(state, 'context', names, decision.context),
    drivers: state.text('drivers'),
    options: decision.options.map((option, position) => {
      const block = `option:${position}`;
      if (!state.has(block)) return option;
      const description = readEditor(state, `description:${position}`, names, option.description);
      return { id: option.id, title: state.text(block), description };
    }),
    sections: readSections(state, state.blockIds(), sectionRows(decision)),
    namedDeciders: state.has(decidersBlock) ? state.people(decidersBlock) : decision.namedDeciders,
    namedGroups: readGroups(state, decision.namedGroups),
  };
}

/** The input under which an error belongs. */
export function editBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field === 'section') return `section:${position ?? 0}`;
  return field === 'option' || field === 'options' ? `option:${position ?? 0}` : field;
}
