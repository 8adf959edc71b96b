import type { KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { checkDrivers, checkTitle, type Question } from '../../decision/proposal/proposal.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say } from '../../words/say.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { input, plain, valueAction } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';
import { doubtBlocks } from './doubt.ts';
import type { FormState } from './form-state.ts';
import { editorText, kept, onLetters, readRichText, readText, textInput } from './inputs.ts';

const driversLength = (limits.driver + 1) * limits.drivers;

/**
 * The block of a field. Slack keeps what somebody typed in an input whose ids stay the same, whatever a new view
 * initializes it with. So when a draft fills it in anew, the edition changes.
 */
export function questionBlockId(field: keyof Question, edition: string | undefined): string {
  return edition === undefined ? field : `${field}:${edition}`;
}

/** The inputs for the question, with anything in a Markdown draft that exceeds their limits noted below them. */
export function questionBlocks(language: Language, form: ProposalInput, edition: string | undefined): KnownBlock[] {
  const { forms, proposeForm } = language;
  const isDrafted = form.draft !== undefined;
  const asked = textInput(limits.title, { initial: form.title, placeholder: proposeForm.questionExample });
  const drivers = textInput(driversLength, {
    initial: form.drivers,
    placeholder: proposeForm.driversExample,
    isLong: true,
  });
  return [
    input(questionBlockId('title', edition), proposeForm.question, onLetters(asked), kept),
    ...doubtBlocks(language, isDrafted && form.title !== '', () => checkTitle(form.title)),
    contextBlock(language, form, questionBlockId('context', edition)),
    input(questionBlockId('drivers', edition), proposeForm.drivers, onLetters(drivers), {
      ...kept,
      optional: true,
      hint: forms.oneToALine,
    }),
    ...doubtBlocks(language, isDrafted, () => checkDrivers(form.drivers)),
  ];
}

function contextBlock({ proposeForm }: Language, form: ProposalInput, blockId: string): KnownBlock {
  if (form.context.length > limits.context) {
    const kept = proposeForm.contextTooLong(form.context.length);
    return paragraph(lines(bold(proposeForm.context), say`${kept}`));
  }
  const rich = form.context === '' ? {} : { initial_value: editorText(form.context) };
  const placeholder = plain(proposeForm.contextExample);
  const element = { type: 'rich_text_input' as const, action_id: valueAction, placeholder, ...rich };
  return input(blockId, proposeForm.context, onLetters(element), kept);
}

/** Reads the inputs; `before` has the full texts where they show only the beginning. */
export function readQuestion(
  state: FormState,
  edition: string | undefined,
  names: RichTextNames,
  before: Question | undefined,
): Question {
  return {
    title: readText(state, questionBlockId('title', edition), limits.title, before?.title),
    context: readRichText(state, questionBlockId('context', edition), names, before?.context),
    drivers: readText(state, questionBlockId('drivers', edition), driversLength, before?.drivers),
  };
}
