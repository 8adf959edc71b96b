import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { Field } from '../../decision/rule-broken.ts';
import { type EditForm, wordingOf } from '../../workflow/deliberate.ts';
import type { SectionRow } from '../../workflow/draft.ts';
import { context, input, plain, section, slackLimits, valueAction } from '../blocks.ts';
import { fitLines } from '../fit-lines.ts';
import { FormState, type StateValues } from '../form-state.ts';
import type { RichTextNames } from '../rich-text/run.ts';
import { countBytes, readRichText, textInput, viewRichText } from './inputs.ts';
import { readSections, sectionBlocks } from './section.ts';

export const editCallback = 'edit';

/** What the edit modal carries along: the wording that its reader saw. */
export interface EditMetadata {
  readonly decisionId: string;
  readonly seen: string;
}

/** Asks for other words; once voting is open, those of the options and sections stand. */
export function editView(decision: Decision): ModalView {
  const isVoting = decision.voting !== undefined;
  const metadata: EditMetadata = {
    decisionId: decision.id,
    seen: wordingOf(decision),
  };
  const question = questionBlocks(decision);
  return fitLines(
    limits.sections,
    (sectionInputs) => ({
      type: 'modal',
      callback_id: editCallback,
      private_metadata: JSON.stringify(metadata),
      title: plain('Edit'),
      submit: plain('Save'),
      close: plain('Cancel'),
      blocks: [
        ...question,
        ...(isVoting
          ? [context('Voting has opened, so the options and sections stay as people have voted on them.')]
          : [
              ...optionBlocks(decision),
              ...sectionBlocks(sectionRows(decision), { inputs: sectionInputs, keepsLetters: false }),
            ]),
      ],
    }),
    (view) => countBytes(view) <= slackLimits.viewBytes,
  );
}

function questionBlocks({ title, context: text, drivers }: Decision): KnownBlock[] {
  return [
    input('title', 'Question', textInput(limits.title, { initial: title })),
    text.length > limits.context
      ? section('*Context and problem statement*\nIt is longer than there is room for here, and stays as it is.')
      : input('context', 'Context and problem statement', {
          type: 'rich_text_input',
          action_id: valueAction,
          initial_value: viewRichText(text),
        }),
    input(
      'drivers',
      'Decision drivers',
      textInput((limits.driver + 1) * limits.drivers, { initial: drivers.join('\n'), isLong: true }),
      {
        optional: true,
        hint: 'One to a line.',
      },
    ),
  ];
}

function optionBlocks({ options }: Decision): KnownBlock[] {
  return options.flatMap((option, position) => [
    input(`option:${position}`, `Option ${position + 1}`, textInput(limits.optionTitle, { initial: option.title })),
    input(
      `description:${position}`,
      `About option ${position + 1}`,
      textInput(limits.optionDescription, { initial: option.description, isLong: true }),
      { optional: true },
    ),
  ]);
}

/** The sections by their positions, and a row for one more while there is room. */
function sectionRows({ sections }: Decision): SectionRow[] {
  const rows = sections.map((each, position) => ({ ...each, key: String(position) }));
  return rows.length < limits.sections ? [...rows, { key: String(rows.length), heading: '', markdown: '' }] : rows;
}

/** Reads the modal. What it does not show keeps the words that `decision` has. */
export function readEdit(values: StateValues, decision: Decision, names: RichTextNames): EditForm {
  const state = new FormState(values);
  return {
    title: state.text('title'),
    context: readRichText(state, 'context', names, decision.context),
    drivers: state.text('drivers'),
    options: decision.options.map((option, position) => {
      const block = `option:${position}`;
      if (!state.has(block)) return option;
      return { id: option.id, title: state.text(block), description: state.text(`description:${position}`) };
    }),
    sections: readSections(state, state.blockIds(), sectionRows(decision)),
  };
}

/** The input under which an error belongs. */
export function editBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field === 'section') return `section:${position ?? 0}`;
  return field === 'option' || field === 'options' ? `option:${position ?? 0}` : field;
}
