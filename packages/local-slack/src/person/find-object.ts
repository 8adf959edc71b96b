import { asObject, asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import type { PlacedEntity, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { detailsFor, flexpaneOf, placedEntities } from '../world/flexpane.ts';
import { openModal } from '../world/views.ts';
import { findSeenMessage, type MessageRef } from './look-up.ts';
import { editableFields, presentedEntity, seenObject } from './seen-object.ts';

/** Finds a Work Object of a message by its title, or else the first one. Throws if there is none. */
export function findObject(workspace: Workspace, user: User, ref: MessageRef, title?: string): PlacedEntity {
  const message = findSeenMessage(workspace, user, ref);
  const placed = 'to' in message ? [] : placedEntities(message);
  const titleOf = ({ entity }: PlacedEntity): string => seenObject(workspace, entity).title;
  const found = title === undefined ? placed[0] : placed.find((each) => titleOf(each) === title);
  if (found === undefined) {
    const titles = placed.map((each) => `"${titleOf(each)}"`).join(', ');
    throw new Error(
      `The message has no Work Object${title === undefined ? '' : ` "${title}"`}. Found: ${titles || 'none'}.`,
    );
  }
  return found;
}

/** The Work Object that somebody has open beside the conversation. Throws if there is none. */
export function findOpenObject(workspace: Workspace, user: User): PlacedEntity {
  const placed = flexpaneOf(workspace, user.id);
  if (placed === undefined) throw new Error(`${user.displayName} has no Work Object open.`);
  return placed;
}

/** Finds a button of a Work Object by its text. Throws if there is none; the message lists all buttons. */
export function findObjectButton(buttons: readonly JsonObject[], text: string): JsonObject {
  const found = buttons.find((button) => button.text === text);
  if (found === undefined) {
    const names = buttons.map((button) => `"${String(button.text)}"`).join(', ');
    throw new Error(`The Work Object has no button "${text}". Found: ${names || 'none'}.`);
  }
  return found;
}

/** The input for each type of field that people can edit (Slack: Work Objects, editing). */
const inputs: Readonly<Record<string, (field: JsonObject, edit: JsonObject) => JsonObject>> = {
  string: (field, edit) => {
    const options = asObjects(asObject(edit.select).static_options);
    if (options.length === 0) return { type: 'plain_text_input', initial_value: field.value, ...asObject(edit.text) };
    const chosen = options.find(
      ({ value, text }) => value === asObject(edit.select).current_value || asObject(text).text === field.value,
    );
    return { type: 'static_select', options, ...(chosen === undefined ? {} : { initial_option: chosen }) };
  },
  integer: (field, { number }) => {
    const { min_value, max_value } = asObject(number);
    return {
      type: 'number_input',
      is_decimal_allowed: false,
      initial_value: String(field.value),
      ...text({ min_value, max_value }),
    };
  },
  'slack#/types/date': ({ value }) => ({ type: 'datepicker', initial_date: value }),
  'slack#/types/timestamp': ({ value }) => ({ type: 'datetimepicker', initial_date_time: value }),
  'slack#/types/link': ({ value }) => ({ type: 'url_text_input', initial_value: value }),
  'slack#/types/email': ({ value }) => ({ type: 'email_text_input', initial_value: value }),
  'slack#/types/user': ({ user }) => ({ type: 'users_select', initial_user: asObject(user).user_id }),
  'slack#/types/channel_id': ({ value }) => ({ type: 'conversations_select', initial_conversation: value }),
};

function text(numbers: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/**
 * Opens the form for the fields of the Work Object that somebody has open. It is sent as a view of the type
 * `entity_detail` with the callback id `work-object-edit`. Throws if there is nothing to edit.
 */
export function openEditForm(workspace: Workspace, user: User): void {
  const placed = findOpenObject(workspace, user);
  const entity = presentedEntity(detailsFor(workspace, user.id, placed.entity)?.answer) ?? placed.entity;
  const blocks = editableFields(entity).flatMap(([key, field]) => {
    const edit = asObject(field.edit);
    const input = inputs[asText(field.type) ?? 'string'];
    if (input === undefined) return [];
    return [
      {
        type: 'input',
        block_id: key,
        label: { type: 'plain_text', text: asText(field.label) ?? key },
        optional: edit.optional === true,
        ...(edit.hint === undefined ? {} : { hint: edit.hint }),
        element: {
          ...input(field, edit),
          action_id: `${key}.input`,
          ...(edit.placeholder === undefined ? {} : { placeholder: edit.placeholder }),
        },
      },
    ];
  });
  if (blocks.length === 0) throw new Error('The Work Object has no field that can be edited.');
  const view = {
    type: 'entity_detail',
    callback_id: 'work-object-edit',
    title: { type: 'plain_text', text: 'Edit' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks,
  };
  openModal(workspace, { userId: user.id, conversation: placed.channel }, view, undefined, placed);
}
