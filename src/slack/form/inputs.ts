import { haveSameTree } from '@gavel/adr/markdown/same-tree.ts';
import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';
import type { DispatchActionConfig, InputBlock, PlainTextOption, RichTextBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { plain, richText, slackLimits, valueAction } from '../text/blocks.ts';
import { markdownToRichText, richTextToMarkdown } from '../text/rich-text/markdown.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { richTextToTyped, richTextToTypedLine, typedLineToRichText, typedToRichText } from '../text/rich-text/typed.ts';
import { withEscapes } from '../text/rich-text/typed-marks.ts';
import type { FormState } from './form-state.ts';

/** How many bytes a view's JSON has; Slack accepts up to `slackLimits.viewBytes`. */
export function countBytes(json: object): number {
  return Buffer.byteLength(JSON.stringify(json));
}

/**
 * Markdown as rich text for a view. If thousands of style changes would make the view too big, the words are shown
 * without styles.
 */
export function viewRichText(markdown: string): RichTextBlock {
  const rich = markdownToRichText(markdown);
  if (countBytes(rich) <= slackLimits.viewBytes / 2) return rich;
  return richText({ type: 'text', text: plainExcerpt(markdown, limits.context) });
}

/** Markdown as the content of Slack's editor, in a view. */
export function editorText(markdown: string): RichTextBlock {
  return withEscapes(viewRichText(markdown));
}

/** Whether Slack's editor has a place for all of some Markdown. */
export function showsWhole(markdown: string): boolean {
  const nobody = { user: () => '', channel: () => '', group: () => '' };
  return haveSameTree(richTextToMarkdown(editorText(markdown), nobody), markdown);
}

/** How typed texts are shown in Slack's editor and read from it: those with several lines, and those with only one. */
const typedTexts = {
  lines: { show: typedToRichText, read: richTextToTyped },
  line: { show: typedLineToRichText, read: richTextToTypedLine },
} as const;

type TypedText = keyof typeof typedTexts;

/**
 * Slack's editor for a typed text, which is kept on several lines unless it `keeps` one. Slack doesn't limit what is
 * typed in it, so that the decision says when it is too long.
 */
export function editorInput({
  initial = '',
  placeholder,
  keeps = 'lines',
}: {
  initial?: string;
  placeholder?: string;
  keeps?: TypedText;
} = {}): InputBlock['element'] {
  const content = withEscapes({ type: 'rich_text', elements: typedTexts[keeps].show(initial) });
  return {
    type: 'rich_text_input',
    action_id: valueAction,
    ...(placeholder ? { placeholder: plain(placeholder) } : {}),
    ...(content.elements.length > 0 ? { initial_value: content } : {}),
  };
}

/**
 * What is in Slack's editor, as typed text; or the original exactly as typed, if its words and styles were left as they
 * were. An input that the view doesn't show leaves it unchanged as well.
 */
export function readEditor(state: FormState, blockId: string, names: RichTextNames, before = ''): string {
  return readTyped('lines', state, { blockId, names, before });
}

/** As `readEditor`, for an editor that keeps one line. */
export function readEditorLine(state: FormState, blockId: string, names: RichTextNames, before = ''): string {
  return readTyped('line', state, { blockId, names, before });
}

function readTyped(
  keeps: TypedText,
  state: FormState,
  { blockId, names, before }: { blockId: string; names: RichTextNames; before: string },
): string {
  if (!state.has(blockId)) return before;
  const { show, read } = typedTexts[keeps];
  const rich = state.richText(blockId);
  // A modal that was opened before an upgrade may still have a plain field here.
  const typed = rich ? read(rich, names) : state.text(blockId);
  const shown = withEscapes({ type: 'rich_text', elements: show(before) });
  return typed === read(shown, names) ? before : typed;
}

/** The maximum number of characters in a text input (Slack: plain-text input). */
export const longestInput = 3_000;

/** A text input for at most `most` characters that starts with `initial`. */
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

/** What an input for at most `most` characters shows of a text. */
function beginningOf(text: string, most: number): string {
  return text.slice(0, Math.min(most, longestInput)).toWellFormed();
}

/** The text in an input; or the whole original text, if the input shows only its beginning and was left unchanged. */
export function readText(state: FormState, blockId: string, most: number, before = ''): string {
  const typed = state.text(blockId);
  return typed === beginningOf(before, most) ? before : typed;
}

/**
 * The content of a rich text input as Markdown; or the original Markdown exactly as written, if its words and styles
 * were left as they were. An input that the view doesn't show leaves it unchanged as well.
 */
export function readRichText(state: FormState, blockId: string, names: RichTextNames, before = ''): string {
  if (!state.has(blockId)) return before;
  const rich = state.richText(blockId);
  const typed = rich ? richTextToMarkdown(rich, names) : '';
  return typed === before || typed === richTextToMarkdown(editorText(before), names) ? before : typed;
}

/**
 * How to show an input whose content is saved while it is typed, since Slack does not say what was in a modal that is
 * closed.
 */
export const kept = { dispatch_action: true } as const;

const onEachLetter: { dispatch_action_config: DispatchActionConfig } = {
  dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
};

/** An input that reports every letter to us. */
export function onLetters(element: InputBlock['element']): InputBlock['element'] {
  return { ...element, ...onEachLetter } as InputBlock['element'];
}

/** One of a few choices, all of them visible; the first is selected, unless another is `chosen`. */
export function radioInput(choices: readonly PlainTextOption[], chosen = choices[0]): InputBlock['element'] {
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  return { type: 'radio_buttons', action_id: valueAction, options: [...choices], ...initial };
}

/** A date and time picker, in the person's own time zone. */
export function momentInput(initial: Date | undefined): InputBlock['element'] {
  const chosen = initial === undefined ? {} : { initial_date_time: Math.floor(initial.getTime() / 1_000) };
  return { type: 'datetimepicker', action_id: valueAction, ...chosen };
}
