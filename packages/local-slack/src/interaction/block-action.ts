import { copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import type { Ephemeral, Message, OpenView, User } from '../workspace/state.ts';
import { messageValues } from '../world/message-form.ts';
import { messageShape } from '../world/message-shape.ts';
import { viewShape } from '../world/views.ts';
import { channelName, type InteractionContext, interactionBase, viewBase } from './context.ts';
import { checkAnswered } from './notice.ts';

/** The view or message that contains an element. */
export type Place = { readonly view: OpenView } | { readonly message: Message } | { readonly ephemeral: Ephemeral };

/** An action with an element. `chosen` are the fields that its type adds, such as `selected_option` or `value`. */
export interface Act {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly chosen: JsonObject;
}

/** The fields of an element that Slack repeats in `actions`. */
const repeated = ['text', 'value', 'style', 'placeholder', 'url', 'initial_option', 'initial_date', 'initial_time'];

/** Tells the app that somebody used an element of a message or a view (Slack: block_actions). */
export async function sendBlockAction(context: InteractionContext, user: User, place: Place, act: Act): Promise<void> {
  const { workspace, courier } = context;
  const { block, element, chosen } = act;
  const echoed = Object.fromEntries(repeated.filter((name) => name in element).map((name) => [name, element[name]]));
  const action = {
    type: element.type,
    block_id: block.block_id,
    action_id: element.action_id,
    ...copyOf(echoed),
    ...chosen,
    action_ts: workspace.newTimestamp(),
  };
  const answer = await courier.ask('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...('view' in place ? viewBase(workspace, user) : interactionBase(workspace, user)),
    ...describePlace(context, user, place),
    actions: [action],
  });
  const channel = 'view' in place ? undefined : 'message' in place ? place.message.channel : place.ephemeral.channel;
  checkAnswered(workspace, answer, user.id, channel, 'This action');
}

function describePlace(context: InteractionContext, user: User, place: Place): JsonObject {
  const { workspace, triggers, responseUrls } = context;
  if ('view' in place) {
    const { view } = place;
    return {
      trigger_id: triggers.make({ userId: user.id, viewId: view.id, conversation: view.conversation }),
      container: { type: 'view', view_id: view.id },
      view: viewShape(workspace, view),
    };
  }
  const seen = 'message' in place ? place.message : place.ephemeral;
  const isEphemeral = 'ephemeral' in place;
  return {
    trigger_id: triggers.make({ userId: user.id, conversation: seen.channel }),
    response_url: responseUrls.make('actions', user.id, seen.channel, seen.ts),
    container: {
      type: 'message',
      message_ts: seen.ts,
      channel_id: seen.channel,
      is_ephemeral: isEphemeral,
      ...(seen.threadTs === undefined ? {} : { thread_ts: seen.threadTs }),
    },
    channel: { id: seen.channel, name: channelName(workspace, seen.channel) },
    state: { values: copyOf(messageValues(workspace, user.id, seen)) },
    // An ephemeral message is not included. The app only gets its container.
    ...('message' in place ? { message: messageShape(workspace, place.message) } : {}),
  };
}
