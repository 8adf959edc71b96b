import type { ReactionGesture } from '../app/gesture.ts';

/** The events that carry a reaction, and whether they add it (Slack: Events API). */
const isAddedBy = { reaction_added: true, reaction_removed: false } as const;

/** A reaction, and the event that reported it. */
export interface ReadReaction {
  readonly name: keyof typeof isAddedBy;
  readonly gesture: ReactionGesture;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Which of the workspaces that share a channel is ours (Slack: `authorizations`). */
function teamIn(body: Fields): unknown {
  const [ours] = Array.isArray(body.authorizations) ? body.authorizations : [];
  return fieldsOf(ours).team_id ?? body.team_id;
}

/** A reaction to a message, from the body of an event; undefined for any other event, and for an incomplete one. */
export function readReaction(body: Fields): ReadReaction | undefined {
  const event = fieldsOf(body.event);
  const item = fieldsOf(event.item);
  const name = (['reaction_added', 'reaction_removed'] as const).find((known) => known === event.type);
  const teamId = textOf(teamIn(body));
  const userId = textOf(event.user);
  const reaction = textOf(event.reaction);
  const channelId = textOf(item.channel);
  const messageTs = textOf(item.ts);
  const eventTs = textOf(event.event_ts);
  if (!name || !teamId || !userId || !reaction || !channelId || !messageTs || !eventTs) return undefined;
  const gesture = { teamId, userId, reaction, channelId, messageTs, eventTs, isAdded: isAddedBy[name] };
  return item.type === 'message' ? { name, gesture } : undefined;
}
