import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  MrkdwnElement,
  Option,
  Overflow,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from '@slack/types';

/**
 * Slack's limits, in characters unless stated otherwise, as far as our views come near them (Slack: Block Kit
 * reference). `message` is our own: Slack refuses a message whose blocks have more than about 13,200 characters.
 */
export const slackLimits = {
  header: 150,
  optionText: 75,
  options: 100,
  viewTitle: 24,
  viewBlocks: 100,
  sectionText: 3_000,
  message: 10_000,
  messageText: 4_000,
  viewBytes: 250_000,
} as const;

/** Text that shows exactly as typed, with no formatting, mention or emoji code interpreted. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** A text cut to what fits, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`;
}

/** Unescapes the three characters that Slack escapes in what people type (Slack: slash commands). */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * A moment in each reader's own time zone, for mrkdwn, with a fallback for clients that can't show it (Slack: date
 * formatting).
 */
export function formatDate(at: Date): string {
  const { timestamp, format, fallback } = moment(at);
  return `<!date^${timestamp}^${format}|${fallback}>`;
}

/** A moment in each reader's own time zone, for rich text. */
export function moment(at: Date) {
  return {
    type: 'date',
    timestamp: Math.floor(at.getTime() / 1_000),
    format: '{date_short_pretty}, {time}',
    fallback: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  } as const;
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(shorten(text, slackLimits.header)) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A plain paragraph with a button or menu beside it. */
export function row(text: string, accessory: Button | Overflow): SectionBlock {
  return { type: 'section', text: plain(shorten(text, slackLimits.sectionText)), accessory };
}

/** Small print. A text shows as it is; marks, links and moments work only in what `printed` makes. */
export function context(...parts: readonly (string | MrkdwnElement)[]): ContextBlock {
  const shown = parts.filter((part) => part !== '');
  return {
    type: 'context',
    elements: shown.map((part) =>
      typeof part === 'string' ? plain(shorten(part, slackLimits.sectionText)) : { ...part, verbatim: true },
    ),
  };
}

/** Text that a person wrote, on lines of styled pieces, with nothing in it interpreted. */
export function richText(...elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function button(
  actionId: string,
  text: string,
  more: Partial<Pick<Button, 'value' | 'style' | 'url' | 'confirm'>> = {},
): Button {
  return { type: 'button', action_id: actionId, text: plain(text), ...more };
}

export function actions(blockId: string, elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

/** One choice of a select, cut to what Slack shows. */
export function choice(text: string, value: string): Option & { text: PlainTextElement } {
  return { text: plain(shorten(text, slackLimits.optionText)), value };
}

/** The action id of every input: its block id identifies it. */
export const valueAction = 'value';

export function input(
  blockId: string,
  label: string,
  element: InputBlock['element'],
  more: Partial<Pick<InputBlock, 'optional' | 'dispatch_action'>> & { hint?: string } = {},
): InputBlock {
  const { hint, ...rest } = more;
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element,
    ...rest,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}
