import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Field } from '../../decision/failure/rule-broken.ts';
import type { Language } from '../../words/language.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import type { StateValues } from '../form/form-state.ts';
import type { Refreshes } from '../form/refreshes.ts';
import type { ObjectSupport } from '../object/object-support.ts';
import type { ShortcutMessage } from '../shortcut/read-message.ts';
import type { Threads } from '../shortcut/threads.ts';

/** What every listener works with. */
export interface Desk {
  readonly ports: Ports;
  readonly client: WebClient;
  /** Whether Slack lets us read files that people choose in a modal (Slack: scope files:read). */
  readonly mayReadFiles: boolean;
  /** The threads that people take something from. */
  readonly threads: Threads;
  /** Whether Slack takes Work Objects from us. */
  readonly objects: ObjectSupport;
  readonly refreshes: Refreshes;
}

/** Something that a person does and gets an answer to. */
interface Answered {
  /** The language of the answer. */
  readonly language: Language;
}

/** Somebody typed `/adr …`. */
export interface CommandGesture extends Answered {
  readonly actor: Actor;
  readonly channelId: string;
  /** The words after `/adr`. */
  readonly words: readonly string[];
  /** Everything after `/adr`, with its line breaks, as Slack sent it: `&`, `<` and `>` are escaped. */
  readonly text: string;
  /** Opens one modal, within three seconds (Slack: trigger_id). */
  readonly triggerId: string;
}

/** A view as Slack sends it back. */
export interface SeenView {
  readonly id: string;
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  /** The view at the bottom of the stack that contains this one (Slack: view objects). */
  readonly root_view_id?: string | null;
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
  readonly state: { readonly values: StateValues };
}

/** Somebody pressed a button or chose from a menu, in a message or in a modal. */
export interface ActionGesture extends Answered {
  readonly actor: Actor;
  readonly channelId: string | undefined;
  readonly triggerId: string;
  /** The value of the button or of the chosen menu item, or the id of the chosen conversation. */
  readonly value: string;
  readonly at: Date;
  readonly view: SeenView | undefined;
}

/** Somebody closed a modal. Slack does not promise to say what was typed in it (Slack: view_closed). */
export interface CloseGesture extends Answered {
  readonly actor: Actor;
  readonly view: Pick<SeenView, 'callback_id' | 'private_metadata'>;
}

/** Somebody pressed a button to vote with, on a card. */
export interface PressGesture extends Answered {
  readonly actor: Actor;
  readonly channelId: string;
  /** The message that the button is on. */
  readonly messageTs: string;
  readonly value: string;
  /** When it was pressed, on Slack's clock: the same kind of time as a reaction's `eventTs`. */
  readonly actionTs: string;
}

/** Somebody used a shortcut: on a message, or anywhere in Slack (Slack: message_action, shortcut). */
export interface ShortcutGesture extends Answered {
  readonly actor: Actor;
  readonly triggerId: string;
  readonly on: { readonly channelId: string; readonly message: ShortcutMessage } | undefined;
}

/** Somebody submitted a modal. */
export interface SubmitGesture extends Answered {
  readonly actor: Actor;
  readonly view: SeenView;
}

/** How a submitted modal is answered, and where each kind of error belongs in it. */
export interface Submission {
  /** Another modal to be filled in first, in place of this one; nothing is done until then. */
  askFurther?(desk: Desk, gesture: SubmitGesture): Promise<ModalView | undefined>;
  /** Does what was asked for. The modal closes, unless this returns what it shows next. */
  handle(desk: Desk, gesture: SubmitGesture): Promise<ModalView> | Promise<void>;
  blockOf?(view: SeenView): (field: Field, position: number | undefined) => string | undefined;
}

/** Somebody opened a tab of Gavel's own (Slack: app_home_opened). */
export interface HomeGesture {
  readonly actor: Actor;
  readonly tab: 'home' | 'messages';
}

/** Somebody opened one of our Work Objects, or looks at it anew (Slack: entity_details_requested). */
export interface ObjectGesture extends Answered {
  readonly actor: Actor;
  /** What we named it; undefined if Slack does not tell. */
  readonly ref: { readonly id: string; readonly type?: string } | undefined;
  /** The address that we gave it. */
  readonly url: string;
  /** For the answer, within a few seconds. */
  readonly triggerId: string;
}

/** Somebody opened the comments on one of our Work Objects (Slack: entity_comments_requested). */
export interface CommentsGesture extends ObjectGesture {
  /** Where we told Slack to go on; undefined for the first page. */
  readonly cursor: string | undefined;
  /** How many comments Slack takes. */
  readonly limit: number;
}

/** Somebody posted links to a domain of ours (Slack: link_shared). */
export interface LinkGesture {
  readonly teamId: string;
  readonly channelId: string;
  readonly messageTs: string;
  readonly urls: readonly string[];
  /** Whether the message is still being written, and nobody knows where it will go. */
  readonly isDraft: boolean;
}

/** Somebody added or removed a reaction (Slack: reaction_added, reaction_removed). */
export interface ReactionGesture {
  readonly teamId: string;
  readonly userId: string;
  readonly reaction: string;
  readonly channelId: string;
  readonly messageTs: string;
  readonly eventTs: string;
  readonly isAdded: boolean;
}
