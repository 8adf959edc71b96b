import { asObject, asObjects, asText, isObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { checkShape } from '../../block-kit/check.ts';
import { validateBlocks } from '../../block-kit/validate.ts';
import { invalidArguments, SlackError } from '../../slack-error.ts';
import { isSameRef, refOf, validateEntities, validateEntity, wordProblem } from '../../work-object/entity.ts';
import { commentShape, errorShape } from '../../work-object/schema.ts';
import type { PresentedComments, Unfurl } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { keepComments, keepDetails } from '../../world/flexpane.ts';
import { addressesIn, isOwn, mergeUnfurls, unfurlIdOf } from '../../world/links.ts';
import { unfurlMessage } from '../../world/messages.ts';
import { isSet, optionalObject, optionalObjects, optionalText, requiredText } from '../arguments.ts';
import type { Call, Methods } from '../method.ts';

/** The methods for Work Objects and for what an app shows for links. */
export const objectMethods: Methods = {
  'entity.presentDetails': { token: 'bot', scopes: [], tier: 'tier 3', run: presentDetails },
  'entity.presentComments': { token: 'bot', scopes: [], tier: 'tier 3', run: presentComments },
  'chat.unfurl': { token: 'bot', scopes: ['links:write'], tier: 'tier 3', run: unfurl },
};

function presentDetails({ workspace, triggers, args }: Call): JsonObject {
  const { entityTypes } = workspace.app;
  if (entityTypes.size === 0) throw new SlackError('feature_not_enabled');
  const answer = readDetails(entityTypes, args);
  const { userId, entity } = triggers.useForDetails(requiredText(args, 'trigger_id'));
  if ('metadata' in answer && !isSameRef(refOf(answer.metadata), entity)) {
    throw new SlackError('entity_metadata_does_not_match_trigger');
  }
  keepDetails(workspace, { userId, ref: entity, at: workspace.clock.now().getTime(), answer });
  return {};
}

function presentComments({ workspace, triggers, args }: Call): JsonObject {
  if (workspace.app.entityTypes.size === 0) throw new SlackError('feature_not_enabled');
  const answer = readComments(args);
  const { userId, entity, comments } = triggers.useForComments(requiredText(args, 'trigger_id'));
  keepComments(workspace, { userId, ref: entity, answer }, comments === 'further');
  return {};
}

function readComments(args: JsonObject): PresentedComments['answer'] {
  const error = optionalText(args, 'error');
  if (isSet(args, 'user_auth_required')) {
    const signInUrl = optionalText(args, 'user_auth_url');
    if (signInUrl === undefined) throw new SlackError('user_auth_url_missing');
    return { signInUrl };
  }
  if (error !== undefined) return { error };
  const comments = optionalObjects(args, 'comments', 'invalid_arguments');
  if (comments === undefined) throw invalidArguments('[ERROR] missing required field: comments');
  const problems = comments.flatMap((comment, index) => checkShape(commentShape, comment, `/comments/${index}`));
  if (problems.length > 0) throw invalidArguments(...problems.map(wordProblem));
  const isLost = optionalText(args, 'delete_action_id') === undefined;
  // Slack shows a control for deleting that does nothing.
  if (isLost && comments.some(({ can_delete: may }) => may === true))
    throw invalidArguments('[ERROR] missing required field: delete_action_id');
  return { comments, cursor: optionalText(args, 'cursor'), canPost: isSet(args, 'can_post_comment') };
}

function readDetails(
  allowed: ReadonlySet<string>,
  args: JsonObject,
): { metadata: JsonObject } | { error: JsonObject } | { signInUrl: string } {
  const error = optionalObject(args, 'error');
  if (isSet(args, 'user_auth_required')) {
    const signInUrl = optionalText(args, 'user_auth_url');
    if (signInUrl === undefined) throw new SlackError('user_auth_url_missing');
    return { signInUrl };
  }
  if (error !== undefined) {
    const problems = checkShape(errorShape, error, '/error').map(wordProblem);
    if (problems.length > 0) throw invalidArguments(...problems);
    return { error };
  }
  const metadata = structuredObject(args.metadata);
  const problems =
    metadata === undefined ? ['missing'] : validateEntity(metadata, allowed, '/metadata').map(wordProblem);
  if (metadata === undefined || problems.length > 0) {
    throw new SlackError('invalid_metadata', { response_metadata: { messages: problems } });
  }
  return { metadata };
}

/** The message or composer whose links are unfurled: its addresses, and what happens with what the app shows. */
interface Target {
  readonly urls: readonly string[];
  readonly show: (unfurls: readonly Unfurl[]) => void;
}

function unfurl({ workspace, args }: Call): JsonObject {
  const target = findTarget(workspace, args);
  const given = [...readUnfurls(args), ...readEntities(workspace, args, target)];
  if (args.unfurls === undefined && args.metadata === undefined) throw new SlackError('missing_unfurls');
  for (const { url } of given) {
    if (!target.urls.includes(url)) throw new SlackError('cannot_unfurl_message');
    if (!isOwn(workspace, url)) throw new SlackError('cannot_unfurl_url');
  }
  const byUrl = Map.groupBy(given, ({ url }) => url);
  target.show([...byUrl].map(([url, parts]) => Object.assign({ url }, ...parts)));
  return {};
}

function findTarget(workspace: Workspace, args: JsonObject): Target {
  const [id, source] = [optionalText(args, 'unfurl_id'), optionalText(args, 'source')];
  if (id !== undefined || source !== undefined) return findById(workspace, id, source);
  const [channelId, ts] = [optionalText(args, 'channel'), optionalText(args, 'ts')];
  if (channelId === undefined) throw new SlackError('missing_channel');
  if (ts === undefined) throw new SlackError('missing_ts');
  if (workspace.channel(channelId) === undefined) throw new SlackError('cannot_find_channel');
  return messageTarget(workspace, channelId, ts) ?? refuse('cannot_find_message');
}

function findById(workspace: Workspace, id: string | undefined, source: string | undefined): Target {
  if (id === undefined) throw new SlackError('missing_unfurl_id');
  if (source === undefined) throw new SlackError('missing_source');
  if (source === 'conversations_history') {
    const message = workspace.state.messages.find((each) => unfurlIdOf(each) === id);
    const target = message && messageTarget(workspace, message.channel, message.ts);
    return target ?? refuse('invalid_unfurl_id');
  }
  if (source !== 'composer') throw new SlackError('invalid_source');
  const composed = workspace.state.composed.find((each) => each.id === id) ?? refuse('invalid_unfurl_id');
  return {
    urls: composed.urls,
    show: (unfurls) => {
      composed.unfurls = mergeUnfurls(composed.unfurls, unfurls);
      workspace.changes.announce();
    },
  };
}

function messageTarget(workspace: Workspace, channel: string, ts: string): Target | undefined {
  const message = workspace.message(channel, ts);
  if (message === undefined) return undefined;
  return {
    urls: addressesIn(message.text),
    show: (unfurls) => unfurlMessage(workspace, message, mergeUnfurls(message.unfurls ?? [], unfurls)),
  };
}

function readUnfurls(args: JsonObject): Unfurl[] {
  if (args.unfurls === undefined) return [];
  const unfurls = structuredObject(args.unfurls);
  if (unfurls === undefined) throw new SlackError('invalid_unfurls_format');
  return Object.entries(unfurls).map(([url, attachment]) => {
    if (!isObject(attachment)) throw new SlackError('invalid_unfurls_format');
    checkAttachment(attachment);
    return { url, attachment };
  });
}

/** Throws `cannot_parse_attachment`. Rich text is not allowed here (Slack: unfurling links). */
function checkAttachment({ blocks, preview, text, title, fallback }: JsonObject): void {
  const isLegacy = [text, title, fallback].some((each) => each !== undefined);
  if (blocks === undefined && preview === undefined && !isLegacy) throw new SlackError('cannot_parse_attachment');
  if (blocks === undefined) return;
  const isRefused =
    isLegacy ||
    validateBlocks(blocks, 'message').length > 0 ||
    asObjects(blocks).some(({ type }) => type === 'rich_text');
  if (isRefused) throw new SlackError('cannot_parse_attachment');
}

function readEntities(workspace: Workspace, args: JsonObject, target: Target): Unfurl[] {
  if (args.metadata === undefined) return [];
  const metadata = structuredObject(args.metadata);
  if (metadata === undefined) throw new SlackError('invalid_metadata_format');
  const problems = validateEntities(metadata.entities, workspace.app.entityTypes, target.urls).map(wordProblem);
  if (problems.length > 0) {
    throw new SlackError('error_processing_metadata', { response_metadata: { messages: problems } });
  }
  return asObjects(metadata.entities).map((entity) => ({ url: asText(entity.app_unfurl_url) ?? '', entity }));
}

function structuredObject(value: unknown): JsonObject | undefined {
  const read = typeof value === 'string' ? parseJson(value) : value;
  return isObject(read) ? asObject(read) : undefined;
}

function refuse(code: string): never {
  throw new SlackError(code);
}
