import { ANY, LIMITS, SOME } from './limits.ts';
import { boolean, list, object, oneOf, pick, type Shape, text, wholeNumber, word } from './shape.ts';

const style = object({ bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean });

const LEAVES = {
  broadcast: object({ range: word('here', 'channel', 'everyone'), style }, ['range']),
  channel: object({ channel_id: text(SOME), style }, ['channel_id']),
  color: object({ value: text(SOME, 'hex color'), style }, ['value']),
  date: object(
    { timestamp: wholeNumber(ANY), format: text(SOME), url: text(SOME, 'link'), fallback: text(SOME), style },
    ['timestamp', 'format'],
  ),
  emoji: object({ name: text(SOME), unicode: text(SOME), url: text(SOME, 'link'), style }, ['name']),
  link: object({ url: text(SOME, 'link'), text: text(ANY), unsafe: boolean, style }, ['url']),
  team: object({ team_id: text(SOME), style }, ['team_id']),
  text: object({ text: text(SOME), style }, ['text']),
  user: object({ user_id: text(SOME), style }, ['user_id']),
  usergroup: object({ usergroup_id: text(SOME), style }, ['usergroup_id']),
};

const border = wholeNumber(LIMITS.border);
const section = object({ elements: list(oneOf(LEAVES), ANY) }, ['elements']);

const BRANCHES = {
  rich_text_section: section,
  rich_text_list: object(
    {
      elements: list(oneOf({ rich_text_section: section }), SOME),
      style: word('bullet', 'ordered'),
      indent: wholeNumber(LIMITS.listIndent),
      offset: wholeNumber({ min: 0, source: 'Slack: rich text list' }),
      border,
    },
    ['elements', 'style'],
  ),
  rich_text_quote: object({ elements: list(oneOf(LEAVES), ANY), border }, ['elements']),
  rich_text_preformatted: object({ elements: list(oneOf(pick(LEAVES, 'text', 'link')), ANY), border }, ['elements']),
};

/** A `rich_text` block: a block, a table cell, or the value of a rich text input. */
export const richTextBlock = object(
  { block_id: text(LIMITS.blockId), elements: list(oneOf(BRANCHES), LIMITS.richTextElements) },
  ['elements'],
);

/** A `rich_text` block whose `type` is not known yet. */
export const richText: Shape = oneOf({ rich_text: richTextBlock });
