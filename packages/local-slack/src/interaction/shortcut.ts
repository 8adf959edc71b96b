import type { Channel, Message, User } from '../workspace/state.ts';
import { mayUseApp } from '../world/membership.ts';
import { messageShape } from '../world/message-shape.ts';
import { channelName, type InteractionContext, interactionBase } from './context.ts';
import { checkAnswered } from './notice.ts';

/** Where somebody uses a shortcut: on a message, in the composer of a conversation, or in the search field. */
export type ShortcutPlace = { readonly message: Message } | { readonly conversation: Channel } | undefined;

/** Uses one of the app's shortcuts by name or callback id. Throws if the manifest doesn't have it for this place. */
export async function useShortcut(
  context: InteractionContext,
  user: User,
  name: string,
  place: ShortcutPlace,
): Promise<void> {
  const { workspace, courier, triggers, responseUrls } = context;
  const message = place !== undefined && 'message' in place ? place.message : undefined;
  const conversation =
    place === undefined ? undefined : 'message' in place ? place.message.channel : place.conversation.id;
  const type = message === undefined ? 'global' : 'message';
  const shortcut = workspace.app.shortcuts.find(
    (each) => each.type === type && (each.name === name || each.callbackId === name),
  );
  if (!mayUseApp(user)) throw new Error(`${user.displayName}’s own workspace does not have this app.`);
  if (shortcut === undefined) throw new Error(`The manifest has no ${type} shortcut "${name}".`);
  const payload = {
    ...interactionBase(workspace, user),
    callback_id: shortcut.callbackId,
    // A global shortcut doesn't say where it was used, but a menu in its modal may default to that conversation.
    trigger_id: triggers.make({ userId: user.id, conversation }),
    action_ts: workspace.newTimestamp(),
  };
  const answer = await courier.ask(
    'interactive',
    `shortcut ${shortcut.callbackId}`,
    message === undefined
      ? { type: 'shortcut', ...payload }
      : {
          type: 'message_action',
          ...payload,
          response_url: responseUrls.make('actions', user.id, message.channel),
          message_ts: message.ts,
          channel: { id: message.channel, name: channelName(workspace, message.channel) },
          message: messageShape(workspace, message),
        },
  );
  checkAnswered(workspace, answer, user.id, conversation, shortcut.name);
}
