import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { LIMITS } from '../schema/limits.ts';
import { optionsOf } from '../schema/rules.ts';
import { echoOption } from './echo-option.ts';
import { readDate, readDateTime, readFile, readId, readOption, readTime } from './read-choice.ts';
import { isNothing, type ReadResult, readEach } from './read-result.ts';
import { isBlankRichText, readEmail, readNumber, readPlainText, readRichText, readUrl } from './read-text.ts';

/** Where a person opens a form, as far as it affects the form. */
export interface OpenedFrom {
  /** For menus with `default_to_current_conversation`. */
  readonly conversation?: string;
}

/** How one kind of element gets its initial value, is filled in, and is checked for being empty. */
export interface FormField {
  /** The property of the state that contains the value. */
  readonly slot: string;
  readonly initial: (element: JsonObject, from: OpenedFrom) => unknown;
  readonly read: (element: JsonObject, typed: unknown) => ReadResult;
  /** The value after the person has cleared the field. */
  readonly empty: unknown;
  readonly isEmpty: (value: unknown) => boolean;
  /** The value after the element has been updated; undefined if it is reset to its initial value. */
  readonly keep: (element: JsonObject, value: unknown) => unknown;
}

type ReadInput = FormField['read'];

const keepAll: FormField['keep'] = (_element, value) => value;

/** A field with one value, which is null if it is empty. */
function single(slot: string, initial: string, read: ReadInput): FormField {
  return {
    slot,
    initial: (element) => (isNothing(element[initial]) ? null : element[initial]),
    read,
    empty: null,
    isEmpty: isNothing,
    keep: keepAll,
  };
}

/** A field with any number of values. */
function several(slot: string, initial: string, maximum: string, read: ReadInput): FormField {
  return {
    slot,
    initial: (element) => asList(element[initial]),
    read: (element, typed) => readEach(typed, element[maximum], (pick) => read(element, pick)),
    empty: [],
    isEmpty: (value) => asList(value).length === 0,
    keep: keepAll,
  };
}

/** One of the element's own options. */
const oneOption: FormField = {
  ...single('selected_option', 'initial_option', readOption),
  initial: ({ initial_option: option }) => (isObject(option) ? echoOption(option) : null),
  keep: (element, value) => (isNothing(value) ? null : currentOption(element, value)),
};

/** Several of the element's own options. */
const manyOptions: FormField = {
  ...several('selected_options', 'initial_options', 'max_selected_items', readOption),
  initial: (element) => asList(element.initial_options).filter(isObject).map(echoOption),
  keep: (element, value) => {
    const kept = asList(value).map((option) => currentOption(element, option));
    return kept.includes(undefined) ? undefined : kept;
  },
};

/** Selects the conversation where the person opened the form, if the app asks for it. */
function fromHere(field: FormField, here: (conversation: string, initial: unknown) => unknown): FormField {
  return {
    ...field,
    initial: (element, from) => {
      const initial = field.initial(element, from);
      const asked = element.default_to_current_conversation === true && from.conversation !== undefined;
      return asked ? here(from.conversation, initial) : initial;
    },
  };
}

function currentOption(element: JsonObject, chosen: unknown): JsonObject | undefined {
  const option = optionsOf(element).find(({ value }) => isObject(chosen) && value === chosen.value);
  return option === undefined ? undefined : echoOption(option);
}

const readUser = readId('UW', 'person');
const readChannel = readId('C', 'channel');
const readConversation = readId('CDG', 'conversation');

/** All elements that have a value. Buttons and overflow menus have none. */
export const FORM_FIELDS: ReadonlyMap<unknown, FormField> = new Map([
  ['channels_select', single('selected_channel', 'initial_channel', readChannel)],
  ['checkboxes', manyOptions],
  [
    'conversations_select',
    // An initial conversation takes precedence here, and is ignored in the menu of several (types).
    fromHere(
      single('selected_conversation', 'initial_conversation', readConversation),
      (here, initial) => initial ?? here,
    ),
  ],
  ['datepicker', single('selected_date', 'initial_date', readDate)],
  ['datetimepicker', single('selected_date_time', 'initial_date_time', readDateTime)],
  ['email_text_input', single('value', 'initial_value', readEmail)],
  [
    'file_input',
    {
      ...several('files', 'initial_files', 'max_files', readFile),
      read: (element, typed) =>
        readEach(typed, element.max_files ?? LIMITS.inputFiles.max, (pick) => readFile(element, pick)),
    },
  ],
  ['multi_channels_select', several('selected_channels', 'initial_channels', 'max_selected_items', readChannel)],
  [
    'multi_conversations_select',
    fromHere(
      several('selected_conversations', 'initial_conversations', 'max_selected_items', readConversation),
      (here) => [here],
    ),
  ],
  ['multi_static_select', manyOptions],
  ['multi_users_select', several('selected_users', 'initial_users', 'max_selected_items', readUser)],
  ['number_input', single('value', 'initial_value', readNumber)],
  ['plain_text_input', single('value', 'initial_value', readPlainText)],
  ['radio_buttons', oneOption],
  ['rich_text_input', { ...single('rich_text_value', 'initial_value', readRichText), isEmpty: isBlankRichText }],
  ['static_select', oneOption],
  ['timepicker', single('selected_time', 'initial_time', readTime)],
  ['url_text_input', single('value', 'initial_value', readUrl)],
  ['users_select', single('selected_user', 'initial_user', readUser)],
]);
