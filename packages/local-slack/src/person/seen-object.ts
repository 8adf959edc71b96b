import {
  asObject,
  asObjects,
  asText,
  asTexts,
  at,
  copyOf,
  isObject,
  type JsonObject,
} from '@gavel/local-server/json.ts';
import { fieldKeys } from '../work-object/schema.ts';
import type { PresentedDetails, Unfurl, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commentsFor, detailsFor, flexpaneOf } from '../world/flexpane.ts';

/** A field of a Work Object on somebody's screen. */
export interface SeenField {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  /** The value as a person reads it. Dates and times are in ISO 8601; a text may be Markdown. */
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly isLong: boolean;
  /** Where the value leads; undefined if it is no link. */
  readonly link: string | undefined;
  readonly color: string | undefined;
}

/** A Work Object on somebody's screen. */
export interface SeenObject {
  readonly title: string;
  readonly url: string;
  /** The reference by which the app knows it (Slack: external_ref). */
  readonly id: string;
  readonly displayId: string | undefined;
  /** What kind of thing it is, and whose, such as “Decision in Gavel”. */
  readonly displayType: string | undefined;
  readonly product: string;
  /** In the order in which they are shown. */
  readonly fields: readonly SeenField[];
  /** The buttons, then the items of the menu. */
  readonly buttons: readonly JsonObject[];
  /** Whether people can edit a field. */
  readonly isEditable: boolean;
}

/** A comment on a Work Object as a person sees it. */
export interface SeenComment {
  readonly id: string;
  readonly from: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly isMarkdown: boolean;
}

/** What is open beside a conversation: the Work Object as in its message, until the app has presented its details. */
export interface SeenFlexpane extends SeenObject {
  readonly channel: string;
  readonly ts: string;
  readonly state: 'asked' | 'presented' | 'refused' | 'sign in';
  /** Why the app presented no details; undefined if it did. */
  readonly refusal: { readonly status: string; readonly title: string; readonly message: string } | undefined;
  readonly signInUrl: string | undefined;
  /** How many comments there are; undefined if there can be none. */
  readonly commentCount: number | undefined;
  /** Those that the app has presented; undefined until somebody opens them. */
  readonly comments: readonly SeenComment[] | undefined;
  /** Whether there are more of them, which the app is asked for one page at a time. */
  readonly hasMoreComments: boolean;
}

/** What the app shows for the links in a message that somebody is still writing. */
export interface SeenComposed {
  /** The links that the app heard of. */
  readonly links: readonly string[];
  readonly attachments: readonly JsonObject[];
  readonly objects: readonly SeenObject[];
}

/** A Work Object as people see it. */
export function seenObject(workspace: Workspace, entity: JsonObject): SeenObject {
  const payload = asObject(entity.entity_payload);
  const attributes = asObject(payload.attributes);
  const actions = asObject(payload.actions);
  const fields = new Map(allFields(payload).map(([key, field]) => [key, seenField(workspace, key, field)]));
  const order = [...new Set([...asTexts(payload.display_order), ...fieldKeys(payload)])];
  return {
    title: asText(at(attributes, 'title', 'text')) ?? '',
    url: asText(entity.url) ?? '',
    id: asText(at(entity, 'external_ref', 'id')) ?? '',
    displayId: asText(attributes.display_id),
    displayType: asText(attributes.display_type),
    product: asText(attributes.product_name) ?? workspace.app.name,
    fields: order.flatMap((key) => fields.get(key) ?? []),
    buttons: copyOf([...asObjects(actions.primary_actions), ...asObjects(actions.overflow_actions)]),
    isEditable: editableFields(entity).length > 0,
  };
}

/** The Work Object that somebody has open beside the conversation; undefined if there is none. */
export function seenFlexpane(workspace: Workspace, user: User): SeenFlexpane | undefined {
  const placed = flexpaneOf(workspace, user.id);
  if (placed === undefined) return undefined;
  const { channel, ts, entity } = placed;
  const answer = detailsFor(workspace, user.id, entity)?.answer;
  const latest = presentedEntity(answer) ?? entity;
  const shown = seenObject(workspace, latest);
  const comments = seenComments(workspace, user, latest);
  const base = { ...shown, ...comments, channel, ts, refusal: undefined, signInUrl: undefined };
  if (answer === undefined) return { ...base, state: 'asked' };
  if ('metadata' in answer) return { ...base, state: 'presented' };
  if ('signInUrl' in answer) return { ...base, state: 'sign in', signInUrl: answer.signInUrl };
  const { status, custom_title: title, custom_message: message, actions } = answer.error;
  return {
    ...base,
    state: 'refused',
    buttons: copyOf(asObjects(actions)),
    refusal: { status: String(status), title: asText(title) ?? '', message: asText(message) ?? '' },
  };
}

type Comments = Pick<SeenFlexpane, 'commentCount' | 'comments' | 'hasMoreComments'>;

function seenComments(workspace: Workspace, user: User, entity: JsonObject): Comments {
  const answer = commentsFor(workspace, user.id, entity)?.answer;
  const count = at(entity, 'entity_comments', 'count');
  const presented = answer !== undefined && 'comments' in answer ? answer : undefined;
  return {
    commentCount: typeof count === 'number' ? count : undefined,
    comments: presented?.comments.map((comment) => seenComment(workspace, comment)),
    hasMoreComments: presented?.cursor !== undefined,
  };
}

function seenComment(workspace: Workspace, comment: JsonObject): SeenComment {
  const said = asObject(comment.comment);
  return {
    id: asText(comment.id) ?? '',
    from: valueText(workspace, { user: comment.sender }, 'slack#/types/user'),
    at: new Date(Number(comment.timestamp) * 1000).toISOString(),
    text: asText(said.value) ?? plainTextOf(said.blocks),
    isMarkdown: said.format === 'markdown',
  };
}

function plainTextOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainTextOf).join('');
  return isObject(value) ? (asText(value.text) ?? plainTextOf(value.elements)) : '';
}

/** What somebody sees under the message that they are writing. */
export function seenComposed(workspace: Workspace, user: User): SeenComposed {
  const composed = workspace.state.composed.find(({ userId }) => userId === user.id);
  const unfurls: readonly Unfurl[] = composed?.unfurls ?? [];
  return {
    links: composed?.urls ?? [],
    attachments: copyOf(unfurls.flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment]))),
    objects: unfurls.flatMap(({ entity }) => (entity === undefined ? [] : [seenObject(workspace, entity)])),
  };
}

/** What the app presented of a Work Object; undefined if it refused to, or wants the person to sign in. */
export function presentedEntity(answer: PresentedDetails['answer'] | undefined): JsonObject | undefined {
  return answer !== undefined && 'metadata' in answer ? answer.metadata : undefined;
}

/** The title and the fields of a Work Object that people can edit, by key. */
export function editableFields(entity: JsonObject): readonly (readonly [key: string, field: JsonObject])[] {
  const payload = asObject(entity.entity_payload);
  const title = asObject(at(payload, 'attributes', 'title'));
  const titleField = { label: 'Title', type: 'string', value: title.text, edit: title.edit };
  return [['title', titleField] as const, ...allFields(payload)].filter(
    ([, field]) => at(field, 'edit', 'enabled') === true,
  );
}

function allFields(payload: JsonObject): (readonly [string, JsonObject])[] {
  const standard = Object.entries(asObject(payload.fields)).map(([key, field]) => [key, asObject(field)] as const);
  const custom = asObjects(payload.custom_fields).map((field) => [String(field.key), field] as const);
  return [...standard, ...custom];
}

function seenField(workspace: Workspace, key: string, field: JsonObject): SeenField {
  const type = asText(field.type) ?? (typeof field.value === 'number' ? 'slack#/types/timestamp' : 'string');
  const items = type === 'array' ? asObjects(field.value) : [field];
  const kind = type === 'array' ? String(field.item_type) : type;
  const links = items.flatMap((item) => linkOf(item, kind) ?? []);
  return {
    key,
    label: asText(field.label) ?? key.replaceAll('_', ' '),
    type,
    text: items.map((item) => valueText(workspace, item, kind)).join(', '),
    isMarkdown: field.format === 'markdown',
    isLong: field.long === true,
    link: links.length === 1 ? links[0] : undefined,
    color: asText(field.tag_color),
  };
}

function linkOf(item: JsonObject, type: string): string | undefined {
  if (type === 'slack#/types/link') return asText(item.value);
  return asText(item.link) ?? asText(at(item, 'entity_ref', 'entity_url'));
}

function valueText(workspace: Workspace, item: JsonObject, type: string): string {
  const { value } = item;
  switch (type) {
    case 'slack#/types/user': {
      const id = asText(at(item, 'user', 'user_id'));
      return workspace.user(id ?? '')?.displayName ?? asText(at(item, 'user', 'text')) ?? id ?? '';
    }
    case 'slack#/types/channel_id':
      return `#${workspace.channel(String(value))?.name ?? String(value)}`;
    case 'slack#/types/timestamp':
      return new Date(Number(value) * 1000).toISOString();
    case 'slack#/types/entity_ref':
      return asText(at(item, 'entity_ref', 'title')) ?? '';
    case 'slack#/types/image':
      return asText(item.alt_text) ?? '';
    case 'boolean':
      return booleanText(value === true, item.boolean);
    default:
      return String(value ?? '');
  }
}

function booleanText(value: boolean, display: unknown): string {
  const shown = isObject(display) ? display : {};
  const words = asText(value ? shown.true_text : shown.false_text);
  return words ?? `${asText(shown.text) ?? ''} ${value ? 'yes' : 'no'}`.trim();
}
