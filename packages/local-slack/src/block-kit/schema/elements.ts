import {
  boxOption,
  confirmation,
  conversationFilter,
  dispatchConfiguration,
  imageFields,
  menuOption,
  optionGroup,
  overflowOption,
  plainText,
} from './composition.ts';
import { LIMITS, SOME } from './limits.ts';
import { richText } from './rich-text.ts';
import {
  exactlyOne,
  initialLengthFits,
  initialNumberFits,
  initialOptionsExist,
  initialWithinMaximum,
  linesInOrder,
  optionValuesDiffer,
} from './rules.ts';
import {
  boolean,
  type Kinds,
  list,
  type ObjectShape,
  object,
  type Rule,
  type Shape,
  text,
  wholeNumber,
  word,
} from './shape.ts';

type Fields = Readonly<Record<string, Shape>>;

const action = { action_id: text(LIMITS.actionId) };
const confirmable = { confirm: confirmation };
const focusable = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(LIMITS.placeholder) };
const typed = { ...action, ...focusable, ...placeholder, dispatch_action_config: dispatchConfiguration };
const picker = { ...action, ...confirmable, ...focusable, ...placeholder };
const accessibilityLabel = { accessibility_label: text(LIMITS.accessibilityLabel) };
const maximum = { max_selected_items: wholeNumber(LIMITS.selectedItems) };
const conversations = { filter: conversationFilter, default_to_current_conversation: boolean };
const responseUrl = { response_url_enabled: boolean };

/** A menu with its own list of options. */
function staticMenu(initial: Fields, ...rules: readonly Rule[]): ObjectShape {
  const options = {
    options: list(menuOption, LIMITS.options),
    option_groups: list(optionGroup, LIMITS.optionGroups),
  };
  return object(
    { ...picker, ...options, ...initial },
    [],
    [exactlyOne('options', 'option_groups'), initialOptionsExist, optionValuesDiffer, ...rules],
  );
}

/** Checkboxes or radio buttons. */
function boxes(initial: Fields): ObjectShape {
  return object(
    { ...action, ...confirmable, ...focusable, options: list(boxOption, LIMITS.fewOptions), ...initial },
    ['options'],
    [initialOptionsExist, optionValuesDiffer],
  );
}

/** A menu for several people or conversations. `initial` is the property with the initial selection. */
function idsMenu(initial: string, more: Fields = {}): ObjectShape {
  return object(
    { ...picker, ...maximum, ...more, [initial]: list(text(SOME), SOME) },
    [],
    [initialWithinMaximum(initial)],
  );
}

const feedbackButton = object(
  { text: plainText(LIMITS.buttonText), value: text(LIMITS.buttonValue), ...accessibilityLabel },
  ['text', 'value'],
);

/**
 * All block elements with their properties (Slack: block elements; `@slack/types` 3.2). Menus with an external source
 * and workflow buttons are not included, because they need a manifest that declares them.
 */
export const ELEMENTS = {
  button: object(
    {
      ...action,
      ...confirmable,
      ...accessibilityLabel,
      text: plainText(LIMITS.buttonText),
      value: text(LIMITS.buttonValue),
      url: text(LIMITS.url, 'web address'),
      style: word('primary', 'danger'),
    },
    ['text'],
  ),
  channels_select: object({ ...picker, ...responseUrl, initial_channel: text(SOME) }),
  checkboxes: boxes({ initial_options: list(boxOption, LIMITS.fewOptions) }),
  conversations_select: object({
    ...picker,
    ...responseUrl,
    ...conversations,
    initial_conversation: text(SOME),
  }),
  datepicker: object({ ...picker, initial_date: text(SOME, 'date') }),
  datetimepicker: object({
    ...action,
    ...confirmable,
    ...focusable,
    initial_date_time: wholeNumber(LIMITS.dateTime),
  }),
  email_text_input: object({ ...typed, initial_value: text(LIMITS.inputInitialValue) }),
  feedback_buttons: object({ ...action, positive_button: feedbackButton, negative_button: feedbackButton }, [
    'positive_button',
    'negative_button',
  ]),
  file_input: object({
    ...action,
    filetypes: list(text(SOME, 'file extension'), SOME),
    max_files: wholeNumber(LIMITS.inputFiles),
  }),
  icon_button: object(
    {
      ...action,
      ...confirmable,
      ...accessibilityLabel,
      icon: text(SOME),
      text: plainText(LIMITS.buttonText),
      value: text(LIMITS.buttonValue),
      visible_to_user_ids: list(text(SOME), SOME),
    },
    ['icon', 'text'],
  ),
  image: object(imageFields, ['alt_text'], [exactlyOne('image_url', 'slack_file')]),
  multi_channels_select: idsMenu('initial_channels'),
  multi_conversations_select: idsMenu('initial_conversations', conversations),
  multi_static_select: staticMenu(
    { ...maximum, initial_options: list(menuOption, LIMITS.options) },
    initialWithinMaximum('initial_options'),
  ),
  multi_users_select: idsMenu('initial_users'),
  number_input: object(
    {
      ...typed,
      is_decimal_allowed: boolean,
      initial_value: text(SOME, 'number'),
      min_value: text(SOME, 'number'),
      max_value: text(SOME, 'number'),
    },
    ['is_decimal_allowed'],
    [initialNumberFits],
  ),
  overflow: object(
    { ...action, ...confirmable, options: list(overflowOption, LIMITS.overflowOptions) },
    ['options'],
    [optionValuesDiffer],
  ),
  plain_text_input: object(
    {
      ...typed,
      initial_value: text(LIMITS.inputInitialValue),
      multiline: boolean,
      min_length: wholeNumber(LIMITS.inputMinLength),
      max_length: wholeNumber(LIMITS.inputMaxLength),
    },
    [],
    [initialLengthFits],
  ),
  radio_buttons: boxes({ initial_option: boxOption }),
  rich_text_input: object(
    {
      ...typed,
      initial_value: richText,
      min_lines: wholeNumber(LIMITS.inputLines),
      max_lines: wholeNumber(LIMITS.inputLines),
    },
    ['action_id'],
    [linesInOrder],
  ),
  static_select: staticMenu({ initial_option: menuOption }),
  timepicker: object({ ...picker, initial_time: text(SOME, 'time'), timezone: text(SOME) }),
  url_text_input: object({ ...typed, initial_value: text(LIMITS.inputInitialValue) }),
  users_select: object({ ...picker, initial_user: text(SOME) }),
} as const satisfies Kinds;
