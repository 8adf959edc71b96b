import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { entitiesIn, isSameRef, refOf } from '../work-object/entity.ts';
import type {
  ExternalRef,
  Message,
  PlacedEntity,
  PresentedComments,
  PresentedDetails,
  User,
} from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from './triggers.ts';

/** How long Slack shows details without asking the app again, in milliseconds (Slack: Work Objects, ten minutes). */
const lifetime = 10 * 60 * 1000;

/** The Work Objects of a message: those that it was posted with, then those of its links. */
export function placedEntities(message: Message): PlacedEntity[] {
  const { channel, ts, threadTs } = message;
  const unfurled = (message.unfurls ?? []).flatMap(({ entity }) => (entity === undefined ? [] : [entity]));
  return [...entitiesIn(message.metadata), ...unfurled].map((entity) => ({ channel, ts, threadTs, entity }));
}

/** The Work Object that a person has open beside the conversation; undefined if there is none. */
export function flexpaneOf(workspace: Workspace, userId: string): PlacedEntity | undefined {
  return workspace.state.flexpanes[userId];
}

/** The last details of a Work Object that the app presented to a person. */
export function detailsFor(workspace: Workspace, userId: string, entity: JsonObject): PresentedDetails | undefined {
  const ref = refOf(entity);
  return workspace.state.details.find((each) => each.userId === userId && isSameRef(each.ref, ref));
}

/**
 * Opens a Work Object beside the conversation. The app is asked for its details, unless it presented them less than ten
 * minutes ago; `isRefresh` asks in any case (Slack: entity_details_requested).
 */
export function openFlexpane(
  workspace: Workspace,
  triggers: Triggers,
  user: User,
  placed: PlacedEntity,
  isRefresh: boolean,
): void {
  workspace.state.flexpanes[user.id] = placed;
  workspace.changes.announce();
  const { entity, channel, ts, threadTs } = placed;
  if (isRefresh) forgetComments(workspace, user.id, refOf(entity));
  const known = detailsFor(workspace, user.id, entity);
  if (!isRefresh && known !== undefined && workspace.clock.now().getTime() - known.at < lifetime) return;
  const ref = refOf(entity);
  const unfurled = asText(entity.app_unfurl_url);
  workspace.happened({
    type: 'entity_details_requested',
    user: user.id,
    trigger_id: triggers.make({ userId: user.id, entity: ref, isLook: true }),
    ...describeAddresses(entity),
    external_ref: { ...ref },
    ...(unfurled === undefined ? {} : { app_unfurl_url: unfurled }),
    user_locale: user.locale ?? 'en-US',
    channel,
    message_ts: ts,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  });
}

function describeAddresses(entity: JsonObject): JsonObject {
  const url = asText(entity.url) ?? '';
  const link = asText(entity.app_unfurl_url) ?? url;
  return { link: { url: link, domain: URL.parse(link)?.hostname ?? '' }, entity_url: url };
}

/** How many comments Slack asks for at a time (Slack: entity_comments_requested). */
const commentsAsked = 100;

/** Asks the app for the comments on a Work Object: anew, or the next ones (Slack: entity_comments_requested). */
export function askForComments(workspace: Workspace, triggers: Triggers, user: User, entity: JsonObject): void {
  const ref = refOf(entity);
  const answer = commentsFor(workspace, user.id, entity)?.answer;
  const cursor = answer !== undefined && 'comments' in answer ? answer.cursor : undefined;
  const comments = cursor === undefined ? 'first' : 'further';
  workspace.happened({
    type: 'entity_comments_requested',
    user: user.id,
    trigger_id: triggers.make({ userId: user.id, entity: ref, isLook: true, comments }),
    ...describeAddresses(entity),
    external_ref: { ...ref },
    limit: commentsAsked,
    ...(cursor === undefined ? {} : { cursor }),
  });
}

/** The comments on a Work Object that the app presented to a person. */
export function commentsFor(workspace: Workspace, userId: string, entity: JsonObject): PresentedComments | undefined {
  const ref = refOf(entity);
  return workspace.state.comments?.find((each) => each.userId === userId && isSameRef(each.ref, ref));
}

/** Keeps comments that the app presents to a person: in place of those before, or behind them. */
export function keepComments(workspace: Workspace, presented: PresentedComments, isFurther: boolean): void {
  const { userId, ref } = presented;
  const isOld = (each: PresentedComments): boolean => each.userId === userId && isSameRef(each.ref, ref);
  const before = isFurther ? workspace.state.comments?.find(isOld)?.answer : undefined;
  const { answer } = presented;
  const isAdded = before !== undefined && 'comments' in before && 'comments' in answer;
  const kept = isAdded
    ? { ...presented, answer: { ...answer, comments: [...before.comments, ...answer.comments] } }
    : presented;
  forgetComments(workspace, userId, ref);
  workspace.state.comments = [...(workspace.state.comments ?? []), kept];
  workspace.changes.announce();
}

function forgetComments(workspace: Workspace, userId: string, ref: ExternalRef): void {
  const { comments = [] } = workspace.state;
  workspace.state.comments = comments.filter((each) => each.userId !== userId || !isSameRef(each.ref, ref));
}

/** Closes what a person has open beside the conversation. */
export function closeFlexpane(workspace: Workspace, userId: string): void {
  delete workspace.state.flexpanes[userId];
  workspace.changes.announce();
}

/** Keeps what the app presents to a person, in place of what it presented before. */
export function keepDetails(workspace: Workspace, details: PresentedDetails): void {
  const isOld = (each: PresentedDetails): boolean => each.userId === details.userId && isSameRef(each.ref, details.ref);
  workspace.state.details = [...workspace.state.details.filter((each) => !isOld(each)), details];
  workspace.changes.announce();
}
