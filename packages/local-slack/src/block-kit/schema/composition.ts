import { LIMITS, type Limit, SOME } from './limits.ts';
import { atLeastOne, exactlyOne } from './rules.ts';
import { boolean, list, type ObjectShape, object, oneOf, type Shape, text, word } from './shape.ts';

function plain(length: Limit): ObjectShape {
  return object({ text: text(length), emoji: boolean }, ['text']);
}

/** A text object that must be plain text, as in titles, labels, buttons and menus (Slack: text object). */
export function plainText(length: Limit): Shape {
  return oneOf({ plain_text: plain(length) });
}

/** A text object in plain text or mrkdwn (Slack: text object). */
export function anyText(length: Limit): Shape {
  return oneOf(textKinds(length));
}

/** A text object that must be mrkdwn, as in cards (Slack: text object). */
export function markedText(length: Limit): Shape {
  return oneOf({ mrkdwn: textKinds(length).mrkdwn });
}

/** The two kinds of text objects, for places that accept other objects too. */
export function textKinds(length: Limit): Readonly<Record<'plain_text' | 'mrkdwn', ObjectShape>> {
  return { plain_text: plain(length), mrkdwn: object({ text: text(length), verbatim: boolean }, ['text']) };
}

const optionFields = {
  text: plainText(LIMITS.optionText),
  value: text(LIMITS.optionValue),
  description: plainText(LIMITS.optionDescription),
};

/** An option of a select menu (Slack: option object). */
export const menuOption: Shape = object(optionFields, ['text', 'value']);

/** An option of checkboxes or radio buttons, whose text may be mrkdwn (Slack: option object). */
export const boxOption: Shape = object({ ...optionFields, text: anyText(LIMITS.optionText) }, ['text', 'value']);

/** An option of an overflow menu, which may have a URL (Slack: option object). */
export const overflowOption: Shape = object({ ...optionFields, url: text(LIMITS.url, 'web address') }, [
  'text',
  'value',
]);

/** A group of options in a select menu (Slack: option group object). */
export const optionGroup: Shape = object(
  { label: plainText(LIMITS.optionGroupLabel), options: list(menuOption, LIMITS.options) },
  ['label', 'options'],
);

/** The question before an element takes effect (Slack: confirmation dialog object). */
export const confirmation: Shape = object(
  {
    title: plainText(LIMITS.confirmTitle),
    text: anyText(LIMITS.confirmText),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
    style: word('primary', 'danger'),
  },
  ['title', 'text', 'confirm', 'deny'],
);

/** When typing sends a `block_actions` payload (Slack: dispatch action configuration object). */
export const dispatchConfiguration: Shape = object({
  trigger_actions_on: list(word('on_enter_pressed', 'on_character_entered'), LIMITS.dispatchTriggers),
});

/** Which conversations a menu offers (Slack: conversation filter object). */
export const conversationFilter: Shape = object(
  {
    include: list(word('im', 'mpim', 'private', 'public'), LIMITS.filterConversations),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  [],
  [atLeastOne('include', 'exclude_external_shared_channels', 'exclude_bot_users')],
);

/** An image by its URL or by its file in Slack (Slack: image element, Slack file object). */
export const imageFields: Readonly<Record<string, Shape>> = {
  image_url: text(LIMITS.imageUrl, 'web address'),
  slack_file: object({ id: text(SOME), url: text(LIMITS.url, 'web address') }, [], [exactlyOne('id', 'url')]),
  alt_text: text(LIMITS.imageAltText),
};
