import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision, UserGroup } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { Option } from '../../decision/proposal/option.ts';
import { hasRecall, type RecallPart, recallParts, toRecallForm } from '../../decision/recall/recall.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say } from '../../words/say.ts';
import type { SectionRow } from '../../workflow/ports/proposal-input.ts';
import { leftToAsk, splitAsked, withAnswers } from '../../workflow/propose/asked-entries.ts';
import { type EditForm, wordingOf } from '../../workflow/propose/edit.ts';
import type { DoubtedPattern } from '../../workflow/propose/pattern-doubts.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { countBytes, editorInput, editorText, readEditor, readRichText, textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { keyOfDoubted, readRecall, recallInputs } from '../form/recall-input.ts';
import { actions, button, context, input, plain, slackLimits, valueAction } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';
import { countPinned, moveItem, type OptionChange, possibleMoves } from './arrange-options.ts';
import { entryInputs, readAnswers } from './asked-entries.ts';
import { hintAtBond } from './bond-text.ts';
import { decidersBlock, decidersInput } from './deciders-input.ts';
import { groupsInput, readGroups } from './groups-input.ts';
import { foldedDescription, rowActions } from './option-row.ts';
import { readSections, type ShownSection, sectionBlocks, sortSections } from './section-view.ts';

export const editCallback = 'edit';

/** What can be pressed in the edit modal. */
export const editActions = {
  describe: 'edit_description',
  menu: 'edit_option_menu',
  addSection: 'edit_add_section',
  addRecall: 'edit_add_recall',
} as const;

/** How the options and sections are arranged in the edit modal, as opposed to what is typed there. */
export interface Arrangement {
  /** The ids of the options, in order, with those that are to be removed. */
  readonly order: readonly string[];
  /** The options whose description has an input. */
  readonly open: readonly string[];
  /** The options that are removed once the form is saved. */
  readonly removed: readonly string[];
  /** How many sections there are, empty ones included. */
  readonly sections: number;
  /** Whether it has all inputs for tags, affected paths and when to look again, and not only what the house asks for. */
  readonly asksForRecall: boolean;
}

/** What the edit modal carries along: the wording that its reader saw, and how things are arranged. */
export interface EditMetadata extends Partial<Arrangement> {
  readonly decisionId: string;
  readonly seen: string;
  /** The patterns that it says may not be meant. */
  readonly doubted?: string | undefined;
}

/** The arrangement before anybody has changed it. */
function arrange(decision: Decision): Arrangement {
  const { options, sections, voting } = decision;
  const asksForRecall = voting !== undefined || hasRecall(decision);
  return { order: options.map(({ id }) => id), open: [], removed: [], sections: sections.length, asksForRecall };
}

/** Reads what the modal carries along; modals of an earlier version had no arrangement. */
export function readEditMetadata(
  view: { readonly private_metadata: string },
  decision: Decision,
): EditMetadata & Arrangement {
  return { ...arrange(decision), ...readMetadata<EditMetadata>(view) };
}

/** Does something with an option in the edit modal. */
export function changeArrangement(
  arrangement: Arrangement,
  { bond }: Decision,
  change: OptionChange,
  id: string,
): Arrangement {
  const { order, open, removed } = arrangement;
  const position = order.indexOf(id);
  const moves = possibleMoves(order.length, position, countPinned(bond));
  if (position < 0) return arrangement;
  switch (change) {
    case 'open':
      return { ...arrangement, open: [...open.filter((one) => one !== id), id] };
    case 'up':
    case 'down':
      return moves[change] ? { ...arrangement, order: moveItem(order, position, change) } : arrangement;
    case 'remove':
      return moves.remove ? { ...arrangement, removed: [...removed.filter((one) => one !== id), id] } : arrangement;
    case 'keep':
      return { ...arrangement, removed: removed.filter((one) => one !== id) };
    case 'fold':
      return arrangement;
  }
}

/** What of tags, affected paths and when to look again the form shows: what the house asks for, or all of it. */
function recallShown(
  decision: Decision,
  asked: readonly string[],
  { asksForRecall }: Pick<Arrangement, 'asksForRecall'>,
): readonly RecallPart[] {
  return asksForRecall ? recallParts : splitAsked(leftToAsk(asked, decision.sections)).recall;
}

/** Whether the form has an input for tags, as it is arranged, or as it opens. */
export function showsTags(decision: Decision, asked: readonly string[], before?: Arrangement): boolean {
  return recallShown(decision, asked, before ?? arrange(decision)).includes('tags');
}

/**
 * Asks for a new wording and new deciders. Once voting is open, the deciders and the words of the options and sections
 * are fixed. `groups` are those that the workspace has; `before` is what the modal carried along so far.
 */
export function editView(
  language: Language,
  decision: Decision,
  groups: readonly UserGroup[] = [],
  more: {
    /** The ids of the options that may be removed: all, by default. */
    readonly removable?: readonly string[];
    readonly before?: EditMetadata & Arrangement;
    /** What the house asks for. */
    readonly asked?: readonly string[];
    /** Tags that decisions have already. */
    readonly knownTags?: readonly string[];
    /** Patterns of paths in it that may not be meant. */
    readonly doubted?: readonly DoubtedPattern[];
  } = {},
): ModalView {
  const { removable = decision.options.map(({ id }) => id), asked = [], knownTags = [], doubted = [] } = more;
  const { before = { decisionId: decision.id, seen: wordingOf(decision), ...arrange(decision) } } = more;
  const { forms, card, editForm } = language;
  const isVoting = decision.voting !== undefined;
  const question = questionBlocks(language, decision);
  const left = splitAsked(leftToAsk(asked, decision.sections));
  const parts = recallShown(decision, asked, before);
  const recallOf = (shown: readonly RecallPart[]) =>
    recallInputs(language, toRecallForm(decision), { knownTags, parts: shown, told: ['affects'], doubted });
  const sections = isVoting ? [] : sortSections(sectionRows(decision, before.sections));
  return fitLines(
    limits.sections,
    (sectionInputs) => ({
      type: 'modal',
      callback_id: editCallback,
      private_metadata: JSON.stringify({ ...before, doubted: keyOfDoubted(doubted) || undefined }),
      title: plain(card.buttons.edit),
      submit: plain(forms.save),
      close: plain(forms.cancel),
      blocks: [
        ...question,
        ...(isVoting
          ? [...recallOf(recallParts), context(editForm.fixed)]
          : [
              ...optionBlocks(language, decision, before, removable),
              ...sectionsOf(language, sections, before, sectionInputs),
              ...recallOf(parts),
              ...entryInputs(language, left.own, [], 'edit'),
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
          initial_value: editorText(text),
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

/** The options of the decision, in the order that they have in the modal. */
function optionsInOrder({ options }: Decision, { order }: Arrangement): Option[] {
  return order.flatMap((id) => options.find((option) => option.id === id) ?? []);
}

function optionBlocks(
  language: Language,
  decision: Decision,
  arrangement: Arrangement,
  removable: readonly string[],
): KnownBlock[] {
  const options = optionsInOrder(decision, arrangement);
  const pinned = countPinned(decision.bond);
  const isRemoved = ({ id }: Option) => arrangement.removed.includes(id);
  return options.flatMap((option, position) => {
    const { id, description } = option;
    // What a removed option holds stays in the modal until it is saved.
    const number = options.slice(0, position).filter((other) => !isRemoved(other)).length + 1;
    const row = { key: id, description, isOpen: arrangement.open.includes(id) };
    const moves = { ...possibleMoves(options.length, position, pinned), keep: isRemoved(option) };
    return [
      ...optionInputs(language, decision, option, { number, isOpen: row.isOpen, isRemoved: moves.keep }),
      ...rowActions(
        language,
        { ...row, isOpen: row.isOpen || moves.keep },
        { ...moves, remove: moves.remove && !moves.keep && removable.includes(id), fold: false },
        editActions,
      ),
    ];
  });
}

function optionInputs(
  language: Language,
  decision: Decision,
  { id, title, description }: Option,
  shown: { readonly number: number; readonly isOpen: boolean; readonly isRemoved: boolean },
): KnownBlock[] {
  const { proposeForm, editForm } = language;
  const label = shown.isRemoved ? editForm.removedOption : proposeForm.option(shown.number);
  const hint = shown.isRemoved ? editForm.removedHint : hintAtBond(language, decision, id);
  return [
    input(`option:${id}`, label, textInput(limits.optionTitle, { initial: title }), hintOf(hint)),
    ...(shown.isOpen
      ? [
          input(
            `description:${id}`,
            shown.isRemoved ? editForm.aboutRemovedOption : proposeForm.aboutOption(shown.number),
            editorInput({ initial: description }),
            { optional: true },
          ),
        ]
      : foldedDescription(description)),
  ];
}

function hintOf(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint };
}

function sectionsOf(
  language: Language,
  sections: readonly ShownSection[],
  { sections: count, asksForRecall }: Arrangement,
  inputs: number,
): KnownBlock[] {
  const buttons = [
    ...(count < limits.sections ? [button(editActions.addSection, language.proposeForm.addSection)] : []),
    ...(asksForRecall ? [] : [button(editActions.addRecall, language.recall.more)]),
  ];
  return [
    ...sectionBlocks(language, sections, { inputs, form: 'edit' }),
    ...(buttons.length === 0 ? [] : [actions('more_sections', buttons)]),
  ];
}

/** The sections by position, and empty rows up to `count`. */
function sectionRows({ sections }: Decision, count: number): SectionRow[] {
  return Array.from({ length: Math.max(count, sections.length) }, (_, position) => {
    return { ...(sections[position] ?? { heading: '', markdown: '' }), key: String(position) };
  });
}

/**
 * Reads the modal, with the answers to what the house asks for among the sections. What it does not show stays as it is
 * in `decision`.
 */
export function readEdit(
  { proposeForm }: Language,
  values: StateValues,
  decision: Decision,
  names: RichTextNames,
  arrangement: Arrangement = arrange(decision),
): EditForm {
  const state = new FormState(values);
  const isShown = (block: string) => state.has(block);
  const sections = readSections(state, state.blockIds(), sectionRows(decision, arrangement.sections), names);
  const answers = readAnswers(state, state.blockIds(), []) ?? [];
  return {
    title: state.text('title'),
    context: readRichText(state, 'context', names, decision.context),
    drivers: state.text('drivers'),
    options: optionsInOrder(decision, arrangement)
      .filter(({ id }) => !arrangement.removed.includes(id))
      .map(({ id, title, description }) => {
        // Modals of an earlier version name the blocks by position.
        const position = decision.options.findIndex((option) => option.id === id);
        const name = [`option:${id}`, `option:${position}`].find(isShown);
        const about = [`description:${id}`, `description:${position}`].find(isShown);
        return {
          id,
          title: name === undefined ? title : state.text(name),
          description: about === undefined ? description : readEditor(state, about, names, description),
        };
      }),
    removed: arrangement.removed,
    sections: withAnswers(sections, answers, proposeForm.metadata),
    recall: readRecall(state, toRecallForm(decision)),
    namedDeciders: state.has(decidersBlock) ? state.people(decidersBlock) : decision.namedDeciders,
    namedGroups: readGroups(state, decision.namedGroups),
  };
}

/** The input under which an error belongs, in a modal with these blocks. */
export function editBlockOf(
  blockIds: readonly string[],
  { removed = [] }: EditMetadata,
  field: Field,
  position = 0,
): string | undefined {
  if (field === 'section') return `section:${position}`;
  if (field !== 'option' && field !== 'options') return field;
  const options = blockIds.filter((id) => id.startsWith('option:') && !removed.includes(id.slice('option:'.length)));
  return options[position];
}
