import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { describeEntity, refOf } from '../work-object/entity.ts';
import type { PlacedEntity, User } from '../workspace/state.ts';
import { messageShape } from '../world/message-shape.ts';
import { type InteractionContext, interactionBase } from './context.ts';
import { checkAnswered } from './notice.ts';

/**
 * Tells the app that somebody pressed a button of a Work Object, beside the conversation or in a message (Slack: Work
 * Object actions).
 */
export async function sendObjectAction(
  context: InteractionContext,
  user: User,
  placed: PlacedEntity,
  button: JsonObject,
  where: 'entity_detail' | 'message_attachment',
): Promise<void> {
  const { workspace, courier, triggers } = context;
  const { entity, channel, ts } = placed;
  const message = workspace.message(channel, ts);
  const answer = await courier.ask('interactive', `block_actions ${String(button.action_id)}`, {
    type: 'block_actions',
    ...interactionBase(workspace, user),
    trigger_id: triggers.make({ userId: user.id, conversation: channel, entity: refOf(entity) }),
    container: { type: where, ...describeEntity(placed) },
    ...(where === 'message_attachment' && message !== undefined
      ? {
          channel: { id: channel, name: workspace.channel(channel)?.name ?? '' },
          message: messageShape(workspace, message),
        }
      : {}),
    actions: [
      {
        type: 'button',
        block_id: `entity_${String(button.action_id)}`,
        action_id: button.action_id,
        text: { type: 'plain_text', text: asText(button.text) ?? '', emoji: true },
        ...(button.value === undefined ? {} : { value: button.value }),
        ...(button.style === undefined ? {} : { style: button.style }),
        ...(button.url === undefined ? {} : { url: button.url }),
        action_ts: workspace.newTimestamp(),
      },
    ],
  });
  checkAnswered(workspace, answer, user.id, where === 'entity_detail' ? undefined : channel, 'This action');
}
