import type { JsonObject } from '@gavel/local-server/json.ts';
import type { StateValues } from '../block-kit/form/form.ts';

/** A member of the workspace: a person, or the app's own bot user. */
export interface User {
  readonly id: string;
  /** The handle, in lower case. */
  readonly name: string;
  /** The name that people see. */
  displayName: string;
  email: string;
  title: string;
  /** An IANA time zone, or any name that Slack may give; '' for none. */
  timeZone: string;
  /** What they say about themselves; none if nothing. `expiresAt`: epoch seconds, 0 for never. */
  status?: { readonly emoji: string; readonly text: string; readonly expiresAt: number };
  /** The language and country that they have Slack in, such as “de-DE”; none is “en-US”. */
  locale?: string;
  role: 'admin' | 'member' | 'guest';
  /** The workspace of somebody from another workspace who is in a shared channel; undefined for members of this one. */
  readonly foreignTeam: string | undefined;
  readonly isBot: boolean;
  isDeactivated: boolean;
  updated: number;
}

/** A public or private channel, or a direct message conversation. */
export interface Channel {
  readonly id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  topic: string;
  purpose: string;
  readonly creator: string;
  /** Epoch seconds. */
  readonly created: number;
  isArchived: boolean;
  /** User ids. */
  members: string[];
}

/** A group of people with a handle, such as @architects. */
export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  members: string[];
}

/** An emoji under a message, and the people who added it, in order. */
interface Reaction {
  readonly name: string;
  users: string[];
}

/** A message that everyone in the channel sees. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** The name under which another app posted the message by its webhook, which has no user then. */
  readonly username?: string;
  /** Set if an app posted the message. */
  readonly botId: string | undefined;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  markdownText: string | undefined;
  readonly threadTs: string | undefined;
  readonly isBroadcast: boolean;
  readonly subtype: string | undefined;
  metadata: JsonObject | undefined;
  readonly clientMsgId: string | undefined;
  files: string[];
  reactions: Reaction[];
  editedTs: string | undefined;
  /** What the app shows for links in the text. */
  unfurls?: Unfurl[];
}

/** What identifies a Work Object for the app, for life (Slack: external_ref). */
export interface ExternalRef {
  readonly id: string;
  readonly type?: string;
}

/** What the app shows for a link: an attachment, a Work Object, or both. */
export interface Unfurl {
  readonly url: string;
  readonly attachment?: JsonObject;
  readonly entity?: JsonObject;
}

/** The links in a message that somebody is still writing, and what the app shows for them. */
export interface ComposedLinks {
  /** Slack: `unfurl_id`. */
  readonly id: string;
  readonly userId: string;
  readonly urls: readonly string[];
  unfurls: Unfurl[];
}

/** A Work Object where it was found: in the metadata of a message, or in the unfurl of one of its links. */
export interface PlacedEntity {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly entity: JsonObject;
}

/** What the app presented of a Work Object to one person (Slack: entity.presentDetails). */
export interface PresentedDetails {
  readonly userId: string;
  readonly ref: ExternalRef;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly answer: { readonly metadata: JsonObject } | { readonly error: JsonObject } | { readonly signInUrl: string };
}

/** The comments on a Work Object that the app presented to one person so far (Slack: entity.presentComments). */
export interface PresentedComments {
  readonly userId: string;
  readonly ref: ExternalRef;
  readonly answer:
    | { readonly comments: readonly JsonObject[]; readonly cursor: string | undefined; readonly canPost: boolean }
    | { readonly error: string }
    | { readonly signInUrl: string };
}

/** A message that only one person sees. */
export interface Ephemeral {
  readonly channel: string;
  readonly ts: string;
  readonly to: string;
  text: string;
  blocks: JsonObject[];
  readonly threadTs: string | undefined;
}

/** A view as the app sent it, with missing block and action ids filled in. */
export type FilledView = JsonObject & { blocks: JsonObject[] };

/** A modal that somebody has open, or the home tab that the app published for them. */
export interface OpenView {
  readonly id: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** The conversation from which the person opened the view, for menus that default to it. */
  readonly conversation: string | undefined;
  view: FilledView;
  /** What the person has typed and selected so far. */
  state: StateValues;
  hash: string;
  /** Error texts under the fields, by block id. */
  errors: Record<string, string>;
  /** True from the click on the submit button until the app's response. */
  isSubmitting: boolean;
  /** The Work Object whose fields the view edits, if it is no view of the app's. */
  readonly edits?: PlacedEntity;
}

/** What somebody has entered in the fields of a message, with its blocks at that time. */
export interface FilledMessage {
  readonly userId: string;
  readonly channel: string;
  readonly ts: string;
  readonly blocks: readonly JsonObject[];
  readonly values: StateValues;
}

/** A notice from Slack itself to a person, such as that a command failed. */
export interface Notice {
  readonly userId: string;
  readonly channel: string | undefined;
  /** `operation_timeout`, `dispatch_failed` ... */
  readonly code: string;
  readonly text: string;
}

/** A file that the app, or a person in one of its modals, uploaded. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  title: string;
  /** In bytes. */
  readonly length: number;
  /** The id of whoever uploaded it. */
  readonly user: string;
  /** Epoch seconds. */
  readonly created: number;
  /** Undefined during the upload, and after the content was removed to free space. */
  base64: string | undefined;
  isShared: boolean;
  /** The content was removed to free space (Slack: `hidden_by_limit`). */
  isHidden: boolean;
}

/** The state of a workspace: plain data, so that it can be stored in a file. */
export interface WorkspaceState {
  readonly version: 1;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: {
    readonly id: string;
    readonly botId: string;
    readonly botUserId: string;
    readonly botToken: string;
    readonly appToken: string;
    readonly signingSecret: string;
    readonly verificationToken: string;
  };
  users: User[];
  channels: Channel[];
  groups: UserGroup[];
  messages: Message[];
  ephemerals: Ephemeral[];
  /** The open modals. The top of each person's stack comes last. */
  modals: OpenView[];
  homes: OpenView[];
  /** The Work Object that each person has open beside the conversation (Slack: flexpane), by user id. */
  flexpanes: Record<string, PlacedEntity>;
  /** The last details of each Work Object for each person. */
  details: PresentedDetails[];
  /** The comments that were presented of each Work Object to each person. Undefined until there are some. */
  comments?: PresentedComments[];
  /** The links that people are writing, the latest of each person. */
  composed: ComposedLinks[];
  /** Undefined until somebody fills in a field of a message. */
  filled?: FilledMessage[];
  notices: Notice[];
  files: UploadedFile[];
  /** Custom emoji: the image URL by name. */
  emoji: Record<string, string>;
  /** The last message timestamp in microseconds, so that none is used twice. */
  lastTimestamp: number;
  lastId: number;
  /** How far the clock was moved ahead of the machine's, in milliseconds. Undefined in earlier versions. */
  ahead?: number;
}
