import type { Message, User } from '../workspace/state.ts';
import { messageShape } from '../world/message-shape.ts';
import { type InteractionContext, interactionBase } from './context.ts';
import { checkAnswered } from './notice.ts';

/** Uses one of the app's shortcuts by name, global or on a message. Throws if the manifest doesn't have it. */
export async function useShortcut(
  context: InteractionContext,
  user: User,
  name: string,
  message?: Message,
): Promise<void> {
  const { workspace, courier, triggers, responseUrls } = context;
  const type = message === undefined ? 'global' : 'message';
  const shortcut = workspace.app.shortcuts.find((each) => each.name === name && each.type === type);
  if (user.foreignTeam !== undefined) throw new Error(`${user.displayName}’s own workspace does not have this app.`);
  if (shortcut === undefined) throw new Error(`The manifest has no ${type} shortcut "${name}".`);
  const payload = {
    ...interactionBase(workspace, user),
    callback_id: shortcut.callbackId,
    trigger_id: triggers.make({ userId: user.id, conversation: message?.channel }),
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
          channel: { id: message.channel, name: workspace.channel(message.channel)?.name ?? '' },
          message: messageShape(workspace, message),
        },
  );
  checkAnswered(workspace, answer, user.id, message?.channel, name);
}
