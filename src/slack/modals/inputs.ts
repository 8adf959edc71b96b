import type { InputBlock, RichTextBlock } from '@slack/types';
import { plainExcerpt } from '../../adr/excerpt.ts';
import { limits } from '../../decision/limits.ts';
import { plain, richText, slackLimits, valueAction } from '../blocks.ts';
import { markdownToRichText } from '../rich-text/markdown.ts';

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
  return {
    type: 'plain_text_input',
    action_id: valueAction,
    multiline: isLong,
    max_length: length,
    ...(placeholder ? { placeholder: plain(placeholder) } : {}),
    ...(initial === '' ? {} : { initial_value: initial.slice(0, length).toWellFormed() }),
  };
}

/** A date and time to choose, in the chooser's own time zone. */
export function momentInput(initial: Date | undefined): InputBlock['element'] {
  const chosen = initial === undefined ? {} : { initial_date_time: Math.floor(initial.getTime() / 1_000) };
  return { type: 'datetimepicker', action_id: valueAction, ...chosen };
}
