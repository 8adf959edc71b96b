import type { JsonObject } from '@gavel/local-server/json.ts';
import { echoOption } from '../block-kit/form/echo-option.ts';
import { sendBlockAction } from '../interaction/block-action.ts';
import { closeModals } from '../interaction/closing.ts';
import { refuseInThread, runCommand } from '../interaction/command.ts';
import type { InteractionContext } from '../interaction/context.ts';
import { sendObjectAction } from '../interaction/object-action.ts';
import { useShortcut } from '../interaction/shortcut.ts';
import { submitView } from '../interaction/submission.ts';
import type { Channel, Ephemeral, Message, Notice, OpenView, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shareFile } from '../world/files.ts';
import { askForComments, closeFlexpane, openFlexpane } from '../world/flexpane.ts';
import { composeLinks } from '../world/links.ts';
import { joinChannel, leaveChannel } from '../world/membership.ts';
import { editMessage, postMessage } from '../world/messages.ts';
import { addReaction, removeReaction } from '../world/reactions.ts';
import { homeOf, modalStack } from '../world/views.ts';
import { openAppTab } from './app-page.ts';
import { encodeTypedText } from './encode-typed-text.ts';
import { type FoundElement, findButton, findChoice, findField } from './find-element.ts';
import { findObject, findObjectButton, findOpenObject, openEditForm } from './find-object.ts';
import {
  findConversation,
  findJoinableChannel,
  findJoinedConversation,
  findSeenMessage,
  findSharedMessage,
  findWritableConversation,
  type MessageRef,
} from './look-up.ts';
import { writePlainText } from './plain-text.ts';
import { resolveNames } from './resolve-names.ts';
import { type Screen, type SeenMessage, type SeenView, seenMessages, seenModals, seenView } from './seen.ts';
import { type SeenComposed, type SeenFlexpane, seenComposed, seenFlexpane, seenObject } from './seen-object.ts';
import { type ElementAddress, useElement } from './use-element.ts';

/** A file that somebody posts. */
interface PostedFile {
  readonly name: string;
  readonly content: string;
}

/**
 * A person at their screen. Each method does what a person does in Slack, and returns what they see afterwards. It
 * resolves when the bot has acknowledged the action, or when Slack has given up. It throws if a person could not do it,
 * for example if a button doesn't exist.
 */
export class Person {
  readonly id: string;
  readonly name: string;
  readonly #context: InteractionContext;
  readonly #workspace: Workspace;
  readonly #settled: () => Promise<void>;

  constructor(user: User, context: InteractionContext, settled: () => Promise<void>) {
    this.id = user.id;
    this.name = user.displayName;
    this.#context = context;
    this.#workspace = context.workspace;
    this.#settled = settled;
  }

  /** Runs a slash command, such as `/adr propose Foo`, in a channel that they are in. */
  async command(channel: string, line: string): Promise<Screen> {
    const joined = findWritableConversation(this.#workspace, this.#user(), channel);
    await runCommand(this.#context, this.#user(), joined, line);
    return this.#screen(joined);
  }

  /** The top modal on their screen, if one is open. */
  modal(): SeenView | undefined {
    return seenModals(this.#workspace, this.#user()).at(-1);
  }

  /** All their modals, the top one last. */
  modals(): SeenView[] {
    return seenModals(this.#workspace, this.#user());
  }

  /**
   * Fills in the field with this label in the open modal. The value is a text, an option's text, names of people or
   * channels, a date, or `{ file: { name, content } }`. The app gets the change if it asked for it.
   */
  async fill(label: string, value: unknown): Promise<Screen> {
    await this.#fillIn(this.#viewPlace(this.#openModal()), label, value);
    return this.#screen();
  }

  /** Presses a button in the open modal. `nth` counts buttons with the same text from 1. Agrees to a confirm dialog. */
  async press(text: string, nth = 1): Promise<Screen> {
    const open = this.#openModal();
    await this.#pressIn(open, findButton(open.view.blocks, text, nth));
    return this.#screen();
  }

  /** Submits the open modal. `times: 2` simulates a double click that the client lets through. */
  async submit(options: { readonly times?: number } = {}): Promise<Screen> {
    const open = this.#openModal();
    if (seenView(open).submit === undefined)
      throw new Error(`The modal "${seenView(open).title}" has no submit button.`);
    await submitView(this.#context, this.#user(), open, options.times ?? 1);
    return this.#screen();
  }

  /** Closes the open modal, which shows the one below it again. */
  async closeModal(): Promise<Screen> {
    this.#openModal();
    await closeModals(this.#context, this.#user(), 'top');
    return this.#screen();
  }

  /** Closes all their modals at once, as the cross in the corner does. */
  async closeAllModals(): Promise<Screen> {
    await closeModals(this.#context, this.#user(), 'all');
    return this.#screen();
  }

  /** Presses a button in a message. Agrees to a confirm dialog. */
  async click(message: MessageRef, text: string, nth = 1): Promise<Screen> {
    const seen = findSeenMessage(this.#workspace, this.#user(), message);
    const { block, element } = findButton(seen.blocks, text, nth);
    await sendBlockAction(this.#context, this.#user(), placeOf(seen), { block, element, chosen: {} });
    return this.#screen(this.#conversation(message.channel));
  }

  /** Selects an option in an overflow menu or select menu of a message. */
  async choose(message: MessageRef, text: string, nth = 1): Promise<Screen> {
    const seen = findSeenMessage(this.#workspace, this.#user(), message);
    await this.#chooseIn(placeOf(seen), findChoice(seen.blocks, text, nth));
    return this.#screen(this.#conversation(message.channel));
  }

  /** Selects an option in an overflow menu of the open modal. */
  async chooseInModal(text: string, nth = 1): Promise<Screen> {
    const open = this.#openModal();
    await this.#chooseIn({ view: open }, findChoice(open.view.blocks, text, nth));
    return this.#screen();
  }

  /** Fills in a field of a message, as `fill` does in a modal. */
  async fillIn(message: MessageRef, label: string, value: unknown): Promise<Screen> {
    const { channel, ts, blocks, text } = findSeenMessage(this.#workspace, this.#user(), message);
    const describe = () => ({ name: 'message', shows: text });
    await this.#fillIn({ place: { channel, ts }, blocks, describe }, label, value);
    return this.#screen(this.#conversation(channel));
  }

  /** Reacts to a message with an emoji, such as `one` or `+1::skin-tone-3`. */
  async react(message: MessageRef, emoji: string): Promise<Screen> {
    addReaction(this.#workspace, findSharedMessage(this.#workspace, this.#user(), message), this.id, emoji);
    await this.#settled();
    return this.#screen(this.#conversation(message.channel));
  }

  /** Removes their reaction from a message. */
  async unreact(message: MessageRef, emoji: string): Promise<Screen> {
    removeReaction(this.#workspace, findSharedMessage(this.#workspace, this.#user(), message), this.id, emoji);
    await this.#settled();
    return this.#screen(this.#conversation(message.channel));
  }

  /** Posts a message, with files if there are any. `@Name` and `#channel` become mentions. */
  async say(channel: string, text: string, files: readonly PostedFile[] = []): Promise<Screen> {
    return await this.#post(findWritableConversation(this.#workspace, this.#user(), channel), text, undefined, files);
  }

  /** Replies in the thread of a message, with files if there are any. Commands of apps don’t work there. */
  async reply(message: MessageRef, text: string, files: readonly PostedFile[] = []): Promise<Screen> {
    const parent = findSharedMessage(this.#workspace, this.#user(), message);
    const channel = findWritableConversation(this.#workspace, this.#user(), message.channel);
    if (refuseInThread(this.#workspace, this.#user(), channel, text)) return this.#screen(channel);
    return await this.#post(channel, text, parent.threadTs ?? parent.ts, files);
  }

  /** Edits a message of theirs. Throws for what somebody else wrote, as Slack has no such item in its menu then. */
  async edit(message: MessageRef, text: string): Promise<Screen> {
    const edited = findSharedMessage(this.#workspace, this.#user(), message);
    if (edited.user !== this.id || edited.subtype !== undefined)
      throw new Error('People edit only their own messages.');
    editMessage(this.#workspace, edited, { text: encodeTypedText(this.#workspace, text) });
    await this.#settled();
    return this.#screen(this.#conversation(message.channel));
  }

  /** Joins a public channel. */
  async join(channel: string): Promise<Screen> {
    const found = findJoinableChannel(this.#workspace, this.#user(), channel);
    joinChannel(this.#workspace, found, this.id);
    await this.#settled();
    return this.#screen(found);
  }

  /** Leaves a channel that they are in. */
  async leave(channel: string): Promise<void> {
    leaveChannel(this.#workspace, findJoinedConversation(this.#workspace, this.#user(), channel), this.id);
    await this.#settled();
  }

  /** The messages that they see in a conversation, oldest first, including ephemeral ones, without threads. */
  sees(channel: string): SeenMessage[] {
    return seenMessages(this.#workspace, this.#user(), this.#conversation(channel));
  }

  /** A message and the replies in its thread, oldest first. */
  thread(message: MessageRef): SeenMessage[] {
    return seenMessages(this.#workspace, this.#user(), this.#conversation(message.channel), message.ts);
  }

  /** Slack's notices to them, such as `operation_timeout`, oldest first. */
  notices(): readonly Notice[] {
    return this.#workspace.state.notices.filter((notice) => notice.userId === this.id);
  }

  /**
   * Uses one of the app's shortcuts by name or callback id: on a message, from the composer of a conversation (`#name`),
   * or from the search field.
   */
  async shortcut(name: string, where?: MessageRef | string): Promise<Screen> {
    const [workspace, user] = [this.#workspace, this.#user()];
    if (typeof where === 'object') {
      await useShortcut(this.#context, user, name, { message: findSharedMessage(workspace, user, where) });
      return this.#screen(this.#conversation(where.channel));
    }
    const conversation = where === undefined ? undefined : findWritableConversation(workspace, user, where);
    await useShortcut(this.#context, user, name, conversation === undefined ? undefined : { conversation });
    return this.#screen(conversation);
  }

  /** Opens the home tab of the app's page. Returns what it shows; undefined if the app has not published it yet. */
  async openHome(): Promise<SeenView | undefined> {
    openAppTab(this.#workspace, this.#user(), 'home');
    await this.#settled();
    return this.home();
  }

  /** Opens the messages tab of the app's page, which is their conversation with it. */
  async openMessages(): Promise<Screen> {
    return this.#screen(openAppTab(this.#workspace, this.#user(), 'messages'));
  }

  /** The app's home tab as they see it; undefined if the app has not published it. */
  home(): SeenView | undefined {
    const home = homeOf(this.#workspace, this.id);
    return home === undefined ? undefined : seenView(home);
  }

  /** Presses a button in the app's home tab. */
  async pressAtHome(text: string, nth = 1): Promise<Screen> {
    const home = this.#publishedHome();
    await this.#pressIn(home, findButton(home.view.blocks, text, nth));
    return this.#screen();
  }

  /** Selects an option in an overflow menu of the app's home tab. */
  async chooseAtHome(text: string, nth = 1): Promise<Screen> {
    const home = this.#publishedHome();
    await this.#chooseIn({ view: home }, findChoice(home.view.blocks, text, nth));
    return this.#screen();
  }

  /** Fills in a field of the app's home tab, as `fill` does in a modal. */
  async fillAtHome(label: string, value: unknown): Promise<Screen> {
    await this.#fillIn(this.#viewPlace(this.#publishedHome()), label, value);
    return this.#screen();
  }

  /**
   * Opens a Work Object of a message beside the conversation, the first one or the one with this title. Returns what it
   * shows once the app has presented its details.
   */
  async openObject(message: MessageRef, title?: string): Promise<SeenFlexpane | undefined> {
    const placed = findObject(this.#workspace, this.#user(), message, title);
    openFlexpane(this.#workspace, this.#context.triggers, this.#user(), placed, false);
    await this.#settled();
    return this.flexpane();
  }

  /** Asks the app anew for the details of the Work Object that is open. */
  async refreshObject(): Promise<SeenFlexpane | undefined> {
    const placed = findOpenObject(this.#workspace, this.#user());
    openFlexpane(this.#workspace, this.#context.triggers, this.#user(), placed, true);
    await this.#settled();
    return this.flexpane();
  }

  /** Opens the comments on the Work Object that is open, or scrolls to the next ones. */
  async openComments(): Promise<SeenFlexpane | undefined> {
    const { entity } = findOpenObject(this.#workspace, this.#user());
    if (this.flexpane()?.commentCount === undefined) throw new Error('The Work Object has no comments.');
    askForComments(this.#workspace, this.#context.triggers, this.#user(), entity);
    await this.#settled();
    return this.flexpane();
  }

  /** The Work Object that they have open beside the conversation; undefined if there is none. */
  flexpane(): SeenFlexpane | undefined {
    return seenFlexpane(this.#workspace, this.#user());
  }

  /** Closes what is open beside the conversation. */
  closeObject(): void {
    closeFlexpane(this.#workspace, this.id);
  }

  /** Presses a button of the Work Object that is open. */
  async pressInObject(text: string): Promise<Screen> {
    const placed = findOpenObject(this.#workspace, this.#user());
    const button = findObjectButton(this.flexpane()?.buttons ?? [], text);
    await sendObjectAction(this.#context, this.#user(), placed, button, 'entity_detail');
    return this.#screen();
  }

  /** Presses a button of a Work Object in a message: of the first one, or of the one with this title. */
  async clickObject(message: MessageRef, text: string, title?: string): Promise<Screen> {
    const placed = findObject(this.#workspace, this.#user(), message, title);
    const button = findObjectButton(seenObject(this.#workspace, placed.entity).buttons, text);
    await sendObjectAction(this.#context, this.#user(), placed, button, 'message_attachment');
    return this.#screen(this.#conversation(message.channel));
  }

  /** Begins to edit the Work Object that is open, in a form that `fill` fills in and `submit` sends. */
  async editObject(): Promise<Screen> {
    openEditForm(this.#workspace, this.#user());
    return this.#screen();
  }

  /** Writes a message without sending it. Returns what the app shows for its links. */
  async compose(text: string): Promise<SeenComposed> {
    composeLinks(this.#workspace, this.#user(), encodeTypedText(this.#workspace, text));
    await this.#settled();
    return seenComposed(this.#workspace, this.#user());
  }

  /** Everything that they see of a message or modal, in lines of plain text with names and local dates. */
  plainText(seen: SeenMessage | SeenView): string {
    return writePlainText(this.#workspace, this.#user(), seen);
  }

  async #post(
    channel: Channel,
    text: string,
    threadTs: string | undefined,
    files: readonly PostedFile[],
  ): Promise<Screen> {
    if (text === '' && files.length === 0) throw new Error('A message needs text or a file.');
    composeLinks(this.#workspace, this.#user(), '');
    postMessage(this.#workspace, channel, {
      user: this.id,
      text: encodeTypedText(this.#workspace, text),
      threadTs,
      files: files.map(({ name, content }) => shareFile(this.#workspace, this.id, name, content)),
    });
    await this.#settled();
    return this.#screen(channel);
  }

  async #fillIn({ place, blocks, describe }: FillPlace, label: string, value: unknown): Promise<void> {
    const field = findField({ blocks }, label);
    if (field === undefined) {
      const { name, shows } = describe();
      throw new Error(`The ${name} has no field "${label}". It shows:\n${shows}`);
    }
    const { block, element } = field;
    const address = { place, blockId: String(block.block_id), actionId: String(element.action_id) };
    const typed = resolveNames(this.#workspace, String(element.type), value);
    const dispatches = block.type !== 'input' || block.dispatch_action === true;
    const problem = await useElement(this.#context, this.#user(), address, typed, dispatches);
    if (problem !== undefined) throw new Error(`"${label}" does not accept that: ${problem}`);
  }

  async #pressIn(view: OpenView, found: FoundElement): Promise<void> {
    await sendBlockAction(this.#context, this.#user(), { view }, { ...found, chosen: {} });
  }

  async #chooseIn(place: Parameters<typeof sendBlockAction>[2], found: ReturnType<typeof findChoice>): Promise<void> {
    const chosen: JsonObject = { selected_option: echoOption(found.option) };
    await sendBlockAction(this.#context, this.#user(), place, { ...found, chosen });
  }

  #screen(channel?: Channel): Screen {
    return {
      modal: this.modal(),
      notices: this.notices(),
      messages: channel === undefined ? [] : seenMessages(this.#workspace, this.#user(), channel),
    };
  }

  #user(): User {
    const user = this.#workspace.user(this.id);
    if (user === undefined || user.isDeactivated) throw new Error(`${this.name}'s account is deactivated.`);
    return user;
  }

  #conversation(name: string): Channel {
    return findConversation(this.#workspace, this.#user(), name);
  }

  #viewPlace(open: OpenView): FillPlace {
    const describe = () => {
      const seen = seenView(open);
      return { name: seen.title === '' ? 'home tab' : `modal "${seen.title}"`, shows: this.plainText(seen) };
    };
    return { place: { view: open.id }, blocks: open.view.blocks, describe };
  }

  #publishedHome(): OpenView {
    const home = homeOf(this.#workspace, this.id);
    if (home === undefined) throw new Error(`The app has not published a home tab for ${this.name}.`);
    return home;
  }

  #openModal(): OpenView {
    const open = modalStack(this.#workspace, this.id).at(-1);
    if (open === undefined) {
      const notices = this.notices().map((notice) => notice.text);
      throw new Error(
        `${this.name} has no modal open.${notices.length > 0 ? ` Slack said: ${notices.join('; ')}` : ''}`,
      );
    }
    return open;
  }
}

/** Where a field is: the address of its surface, its blocks, and what people call it and see of it. */
interface FillPlace {
  readonly place: ElementAddress['place'];
  readonly blocks: readonly JsonObject[];
  readonly describe: () => { readonly name: string; readonly shows: string };
}

function placeOf(seen: Message | Ephemeral): Parameters<typeof sendBlockAction>[2] {
  return 'to' in seen ? { ephemeral: seen } : { message: seen };
}
