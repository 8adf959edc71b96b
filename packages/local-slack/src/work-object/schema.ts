import { asList, asObjects, asTexts, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { checkShape } from '../block-kit/check.ts';
import { failedConstraint, missingField, pointTo } from '../block-kit/problem.ts';
import { imageFields, menuOption, plainText } from '../block-kit/schema/composition.ts';
import { ANY, LIMITS, SOME } from '../block-kit/schema/limits.ts';
import { exactlyOne } from '../block-kit/schema/rules.ts';
import {
  anyNumber,
  anything,
  boolean,
  type Kinds,
  list,
  object,
  oneOf,
  type Rule,
  type Shape,
  text,
  wholeNumber,
  word,
} from '../block-kit/schema/shape.ts';
import { objectLimits } from './limits.ts';

/** The types of Work Objects (Slack: supported entity types). */
export const entityTypes = [
  'slack#/entities/file',
  'slack#/entities/task',
  'slack#/entities/incident',
  'slack#/entities/content_item',
  'slack#/entities/item',
] as const;

type EntityType = (typeof entityTypes)[number];

const externalRef = object({ id: text(objectLimits.reference), type: text(objectLimits.reference) }, ['id']);
const address = text(LIMITS.url, 'web address');

const icon = object(
  { alt_text: text(LIMITS.imageAltText), url: address, slack_file: object({ id: text(SOME), url: address }) },
  ['alt_text'],
  [exactlyOne('url', 'slack_file')],
);

const edit = object(
  {
    enabled: boolean,
    placeholder: plainText(LIMITS.placeholder),
    hint: plainText(LIMITS.inputLabel),
    optional: boolean,
    select: object({
      current_value: text(LIMITS.optionValue),
      current_values: list(text(LIMITS.optionValue), ANY),
      static_options: list(menuOption, LIMITS.options),
      fetch_options_dynamically: boolean,
      min_query_length: wholeNumber(ANY),
    }),
    number: object({ is_decimal_allowed: boolean, min_value: anyNumber(ANY), max_value: anyNumber(ANY) }),
    text: object({
      min_length: wholeNumber(objectLimits.editedText),
      max_length: wholeNumber(objectLimits.editedText),
    }),
  },
  ['enabled'],
);

const user = object(
  { user_id: text(SOME), text: text(objectLimits.label), url: address, email: text(SOME), icon },
  [],
  [exactlyOne('user_id', 'text')],
);

const entityRef = object(
  {
    entity_url: address,
    external_ref: externalRef,
    title: text(objectLimits.title),
    display_type: text(objectLimits.label),
    icon,
  },
  ['entity_url', 'external_ref', 'title'],
);

/** Two properties that a field can't have together (Slack: Work Objects, field properties). */
function notBoth(one: string, other: string): Rule {
  return (field, pointer) => {
    if (field[one] === undefined || field[other] === undefined) return [];
    const message = `\`${one}\` cannot be used with \`${other}\``;
    return [failedConstraint(pointTo(pointer, one), message, 'not_both', [one, other], [one, other])];
  };
}

const stringRules = [notBoth('icon', 'tag_color'), notBoth('format', 'icon'), notBoth('format', 'link')];

const stringFields = {
  value: text(objectLimits.fieldText),
  label: text(objectLimits.label),
  link: address,
  icon,
  long: boolean,
  format: word('markdown'),
  tag_color: word('red', 'yellow', 'green', 'gray', 'blue'),
  edit,
};

/** What each type of field contains, besides its key and label (Slack: Work Objects, data types). */
const contents: Readonly<Record<string, { fields: Record<string, Shape>; required: string[]; rules?: Rule[] }>> = {
  string: { fields: stringFields, required: ['value'], rules: stringRules },
  integer: { fields: { value: wholeNumber(ANY), edit }, required: ['value'] },
  boolean: {
    fields: {
      value: boolean,
      boolean: oneOf({
        checkbox: object({ text: text(SOME), description: text(SOME) }, ['text']),
        text: object(
          {
            true_text: text(SOME),
            false_text: text(SOME),
            true_description: text(SOME),
            false_description: text(SOME),
          },
          ['true_text', 'false_text'],
        ),
      }),
      edit,
    },
    required: ['value'],
  },
  'slack#/types/user': { fields: { user, edit }, required: ['user'] },
  'slack#/types/channel_id': { fields: { value: text(SOME), edit }, required: ['value'] },
  'slack#/types/timestamp': {
    fields: { value: wholeNumber(objectLimits.seconds), link: address, edit },
    required: ['value'],
  },
  'slack#/types/date': { fields: { value: text(SOME, 'date'), link: address, edit }, required: ['value'] },
  'slack#/types/image': {
    fields: { ...imageFields, title: text(SOME) },
    required: ['alt_text'],
    rules: [exactlyOne('image_url', 'slack_file')],
  },
  'slack#/types/entity_ref': { fields: { entity_ref: entityRef }, required: ['entity_ref'] },
  'slack#/types/link': { fields: { value: address, edit }, required: ['value'] },
  'slack#/types/email': { fields: { value: text(SOME), edit }, required: ['value'] },
};

/** The items of an array, by the type of its items. */
const items: Readonly<Record<string, Shape>> = {
  string: object(stringFields, ['value'], stringRules),
  integer: object({ value: wholeNumber(ANY) }, ['value']),
  'slack#/types/channel_id': object({ value: text(SOME) }, ['value']),
  'slack#/types/user': object({ user }, ['user']),
  'slack#/types/entity_ref': object({ entity_ref: entityRef }, ['entity_ref']),
};

const customKinds: Kinds = {
  ...Object.fromEntries(
    Object.entries(contents).map(([type, { fields, required, rules }]) => [
      type,
      object(
        { ...fields, key: text(objectLimits.key), label: text(objectLimits.label) },
        ['key', 'label', ...required],
        rules ?? [],
      ),
    ]),
  ),
  array: object(
    {
      key: text(objectLimits.key),
      label: text(objectLimits.label),
      item_type: word(...Object.keys(items)),
      value: list(anything, ANY),
      edit,
    },
    ['key', 'label', 'item_type', 'value'],
    [
      ({ item_type: type, value }, pointer) => {
        const item = typeof type === 'string' && Object.hasOwn(items, type) ? items[type] : undefined;
        if (item === undefined) return [];
        const at = pointTo(pointer, 'value');
        return asList(value).flatMap((each, index) => checkShape(item, each, pointTo(at, index)));
      },
    ],
  ),
};

const string = object({ ...stringFields, type: word('string') }, ['value'], stringRules);
const timestamp = object(
  {
    value: wholeNumber(objectLimits.seconds),
    label: text(objectLimits.label),
    type: word('slack#/types/timestamp'),
    edit,
  },
  ['value'],
);
const person = oneOf({
  'slack#/types/user': object({ user, label: text(objectLimits.label), edit }, ['user']),
  string,
});
const preview = oneOf({
  'slack#/types/image': object(
    { ...imageFields, label: text(objectLimits.label), title: text(SOME) },
    ['alt_text'],
    [exactlyOne('image_url', 'slack_file')],
  ),
});
const due = oneOf({
  'slack#/types/date': object({ value: text(SOME, 'date'), label: text(objectLimits.label), link: address, edit }, [
    'value',
  ]),
  'slack#/types/timestamp': object(
    { value: wholeNumber(objectLimits.seconds), label: text(objectLimits.label), link: address, edit },
    ['value'],
  ),
});
const dates = { date_created: timestamp, date_updated: timestamp };

/** The fields of each type of Work Object that have a meaning to Slack. An item has none (Slack: Work Objects). */
const standardFields: Readonly<Record<EntityType, Shape | undefined>> = {
  'slack#/entities/file': object({
    preview,
    created_by: person,
    ...dates,
    last_modified_by: person,
    file_size: string,
    mime_type: string,
  }),
  'slack#/entities/task': object({
    description: string,
    created_by: person,
    ...dates,
    assignee: person,
    status: string,
    due_date: due,
    priority: string,
  }),
  'slack#/entities/incident': object({
    status: string,
    priority: string,
    urgency: string,
    created_by: person,
    assigned_to: person,
    ...dates,
    description: string,
    service: string,
  }),
  'slack#/entities/content_item': object({
    preview,
    description: string,
    created_by: person,
    ...dates,
    last_modified_by: person,
  }),
  'slack#/entities/item': undefined,
};

const button = object(
  {
    text: text(objectLimits.actionText),
    action_id: text(LIMITS.actionId),
    value: text(LIMITS.buttonValue),
    style: word('primary', 'danger'),
    url: address,
    accessibility_label: text(LIMITS.accessibilityLabel),
    processing_state: object({ enabled: boolean, interstitial_text: text(SOME) }, ['enabled']),
  },
  ['text', 'action_id'],
);

/** What an app presents in place of the details that it can't show (Slack: entity.presentDetails, error). */
export const errorShape: Shape = object(
  {
    status: word('restricted', 'internal_error', 'not_found', 'custom', 'custom_partial_view', 'timeout', 'edit_error'),
    custom_title: text(SOME),
    custom_message: text(SOME),
    message_format: word('markdown'),
    actions: list(button, objectLimits.primaryActions),
  },
  ['status'],
  [
    ({ status, custom_message: message }, pointer) =>
      status === 'custom' && message === undefined ? [missingField(pointer, 'custom_message')] : [],
  ],
);

const uniqueKeys: Rule = (payload, pointer) => {
  const keys = asObjects(payload.custom_fields).map(({ key }) => key);
  return keys.flatMap((key, index) => {
    if (keys.indexOf(key) === index) return [];
    const at = pointTo(pointTo(pointTo(pointer, 'custom_fields'), index), 'key');
    return [failedConstraint(at, `\`key\` "${String(key)}" already exists`, 'unique', 'a key used once', key)];
  });
};

const knownOrder: Rule = (payload, pointer) => {
  const known = [...fieldKeys(payload)];
  return asTexts(payload.display_order).flatMap((key, index) => {
    if (known.includes(key)) return [];
    const at = pointTo(pointTo(pointer, 'display_order'), index);
    return [failedConstraint(at, `there is no field "${key}"`, 'enum', known, key)];
  });
};

/** The keys of all fields of a Work Object's payload, in the order in which Slack shows them by default. */
export function fieldKeys(payload: JsonObject): readonly string[] {
  const standard = isObject(payload.fields) ? Object.keys(payload.fields) : [];
  return [...standard, ...asObjects(payload.custom_fields).map(({ key }) => String(key))];
}

const attributes = object(
  {
    title: object({ text: text(objectLimits.title), edit }, ['text']),
    display_type: text(objectLimits.label),
    display_id: text(objectLimits.label),
    product_icon: icon,
    product_name: text(objectLimits.label),
    locale: text(SOME),
    full_size_preview: object({
      is_supported: boolean,
      preview_url: address,
      mime_type: text(SOME),
      error: object({ code: word('file_not_supported', 'file_size_exceeded', 'custom'), message: text(SOME) }, [
        'code',
      ]),
    }),
    metadata_last_modified: wholeNumber(objectLimits.seconds),
  },
  ['title'],
);

/** How many comments there are; its presence says that there can be some (Slack: comments in Work Objects). */
const commentCount = object({ count: wholeNumber(ANY), latest_timestamp: wholeNumber(objectLimits.seconds) }, [
  'count',
]);

const richText = object({ type: word('rich_text'), elements: list(anything, ANY) }, ['type', 'elements']);

/** A comment that an app presents (Slack: entity.presentComments). */
export const commentShape: Shape = object(
  {
    id: text(objectLimits.reference),
    sender: user,
    timestamp: wholeNumber(objectLimits.seconds),
    comment: object(
      {
        value: text(objectLimits.fieldText),
        format: word('markdown'),
        blocks: list(richText, objectLimits.commentBlocks),
      },
      [],
      [exactlyOne('value', 'blocks')],
    ),
    url: address,
    cursor: text(SOME),
    last_edit_ts: wholeNumber(objectLimits.seconds),
    can_edit: boolean,
    can_delete: boolean,
    can_reply: boolean,
    reply_count: wholeNumber(ANY),
    reply_users: list(user, objectLimits.replyUsers),
    latest_reply_ts: wholeNumber(objectLimits.seconds),
    thread_root_id: text(objectLimits.reference),
  },
  ['id', 'sender', 'timestamp', 'comment'],
);

/** The shape of a Work Object of one type (Slack: Implementing Work Objects). */
export function entityShape(type: EntityType): Shape {
  const fields = standardFields[type];
  const payload = object(
    {
      attributes,
      ...(fields === undefined ? {} : { fields }),
      custom_fields: list(oneOf(customKinds), ANY),
      ...(type === 'slack#/entities/file' ? { slack_file: object({ id: text(SOME), type: text(SOME) }, ['id']) } : {}),
      display_order: list(text(objectLimits.key), ANY),
      actions: object({
        primary_actions: list(button, objectLimits.primaryActions),
        overflow_actions: list(button, objectLimits.overflowActions),
      }),
    },
    ['attributes'],
    [uniqueKeys, knownOrder],
  );
  return object(
    {
      app_unfurl_url: address,
      url: address,
      external_ref: externalRef,
      entity_type: word(...entityTypes),
      entity_payload: payload,
      entity_comments: commentCount,
    },
    ['url', 'external_ref', 'entity_type', 'entity_payload'],
  );
}
