import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';
import type { DispatchActionConfig, InputBlock, PlainTextOption, RichTextBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { plain, richText, slackLimits, valueAction } from '../text/blocks.ts';
import { markdownToRichText, richTextToMarkdown } from '../text/rich-text/markdown.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import type { FormState } from './form-state.ts';

/** How many bytes a view's JSON has; Slack takes `slackLimits.viewBytes`. */
export function countBytes(json: object): number {
  return Buffer.byteLength(JSON.stringify(json));
}

/**
 * Markdown as rich text for a view. Where thousands of changes of style would burst the view, the words are shown
 * without their styles.
 */
export function viewRichText(markdown: string): RichTextBlock {
  const rich = markdownToRichText(markdown);
  if (countBytes(rich) <= slackLimits.viewBytes / 2) return rich;
  return richText({ type: 'text', text: plainExcerpt(markdown, limits.context) });
}

/** The most characters that a text input takes (Slack: plain-text input). */
export const longestInput = 3_000;

/** A text input that holds `most` characters at the most and begins with `initial`. */
export function textInput(
  most: number,
  options: { initial?: string; placeholder?: string; isLong?: boolean } = {},
): InputBlock['element'] {
  const { initial = '', placeholder, isLong = false } = options;
  const length = Math.min(most, longestInput);
  const shown = beginningOf(initial, most);
  return {
    type: 'plain_text_input',
    action_id: valueAction,
    multiline: isLong,
    max_length: length,
    ...(placeholder ? { placeholder: plain(placeholder) } : {}),
    ...(shown === '' ? {} : { initial_value: shown }),
  };
}

/** What an input that holds `most` characters shows of a text. */
function beginningOf(text: string, most: number): string {
  return text.slice(0, Math.min(most, longestInput)).toWellFormed();
}

/** What stands in an input; the whole text that it began with, where it shows only the beginning and was left so. */
export function readText(state: FormState, blockId: string, most: number, before = ''): string {
  const typed = state.text(blockId);
  return typed === beginningOf(before, most) ? before : typed;
}

/**
 * What stands in a rich text input, in Markdown; the Markdown that it began with as it was written, if its words and
 * styles were left as they were. An input that the view doesn't show leaves it as well.
 */
export function readRichText(state: FormState, blockId: string, names: RichTextNames, before = ''): string {
  if (!state.has(blockId)) return before;
  const rich = state.richText(blockId);
  const typed = rich ? richTextToMarkdown(rich, names) : '';
  return typed === before || typed === richTextToMarkdown(viewRichText(before), names) ? before : typed;
}

/**
 * How an input is shown whose content is kept while it is typed: closing a modal, Slack does not say what was in it.
 */
export const kept = { dispatch_action: true } as const;

const onEachLetter: { dispatch_action_config: DispatchActionConfig } = {
  dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
};

/** An input that tells us of each letter. */
export function onLetters(element: InputBlock['element']): InputBlock['element'] {
  return { ...element, ...onEachLetter } as InputBlock['element'];
}

/** One of a few choices, all of them in sight; the first, unless another is `chosen`. */
export function radioInput(choices: readonly PlainTextOption[], chosen = choices[0]): InputBlock['element'] {
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  return { type: 'radio_buttons', action_id: valueAction, options: [...choices], ...initial };
}

/** A date and time to choose, in the chooser's own time zone. */
export function momentInput(initial: Date | undefined): InputBlock['element'] {
  const chosen = initial === undefined ? {} : { initial_date_time: Math.floor(initial.getTime() / 1_000) };
  return { type: 'datetimepicker', action_id: valueAction, ...chosen };
}
