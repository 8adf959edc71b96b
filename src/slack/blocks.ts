import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  Option,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from '@slack/types';

/**
 * Slack's limits, in characters unless said otherwise, as far as our views come near them (Slack: Block Kit
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

/** Text that shows exactly as typed: no formatting, mention or emoji code in it comes to life. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Cut to what fits, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`;
}

/** The same for mrkdwn: no link, date or escaped character is cut in two. */
export function shortenMrkdwn(mrkdwn: string, limit: number): string {
  const cut = shorten(mrkdwn, limit);
  if (cut === mrkdwn) return mrkdwn;
  return `${cut
    .slice(0, -1)
    .replace(/(<[^>]*|&[a-z]*)$/, '')
    .trimEnd()}…`;
}

/** Text for a mrkdwn field, so that it can't become a mention, link or entity (Slack: escaping text). */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Undoes the three characters that Slack escapes in what people type (Slack: slash commands). */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A moment in each reader's own time zone, with a fallback for clients that can't (Slack: date formatting). */
export function formatDate(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${seconds}^{date_short_pretty} at {time}|${fallback}>`;
}

/** A link for a mrkdwn field. */
export function link(url: string, text: string): string {
  return `<${url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escapeMrkdwn(text)}>`;
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(shorten(text, slackLimits.header)) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A section of our own words, with mrkdwn. */
export function section(mrkdwn: string): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: shortenMrkdwn(mrkdwn, slackLimits.sectionText), verbatim: true },
  };
}

/** Small print of our own words, with mrkdwn. */
export function context(mrkdwn: string): ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: shortenMrkdwn(mrkdwn, slackLimits.sectionText), verbatim: true }],
  };
}

/** Text of a person's own, on lines of styled pieces: nothing in it can come to life. */
export function richText(...elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function button(
  actionId: string,
  text: string,
  more: Partial<Pick<Button, 'value' | 'style' | 'url'>> = {},
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

/** The action id of every input: its block id tells it apart. */
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
