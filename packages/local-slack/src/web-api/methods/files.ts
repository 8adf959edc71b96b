import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { invalidArguments, SlackError } from '../../slack-error.ts';
import { fileShape } from '../../world/file-shape.ts';
import { beginFile } from '../../world/files.ts';
import { postMessage } from '../../world/messages.ts';
import { optionalObjects, optionalText, requiredText } from '../arguments.ts';
import { findJoinedChannel } from '../find.ts';
import type { Call, Methods } from '../method.ts';

/** The methods for files. An upload has two steps; the bytes go to the URL that the first step returns. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': { token: 'bot', scopes: ['files:write'], tier: 'tier 4', run: begin },
  'files.completeUploadExternal': { token: 'bot', scopes: ['files:write'], tier: 'tier 4', run: complete },
  'files.info': { token: 'bot', scopes: ['files:read'], tier: 'tier 4', run: info },
};

function begin({ workspace, args }: Call): JsonObject {
  const name = requiredText(args, 'filename');
  const length = Number(requiredText(args, 'length'));
  if (!Number.isInteger(length) || length < 1)
    throw invalidArguments('must be a positive integer [json-pointer:/length]');
  const file = beginFile(workspace, workspace.botUserId, name, length);
  return { upload_url: `${workspace.url}/upload/v1/${file.id}`, file_id: file.id };
}

function complete({ workspace, args }: Call): JsonObject {
  const given = optionalObjects(args, 'files', 'invalid_arguments') ?? [];
  if (given.length === 0) throw invalidArguments('missing required field: files');
  const files = given.map((each) => {
    const file = workspace.state.files.find(({ id }) => id === each.id);
    if (file === undefined || file.base64 === undefined) throw new SlackError('file_not_found');
    return { file, title: asText(each.title) };
  });
  const channelId = optionalText(args, 'channel_id');
  const channel = channelId === undefined ? undefined : findJoinedChannel(workspace, channelId);
  for (const { file, title } of files) {
    file.title = title ?? file.title;
    file.isShared = channel !== undefined;
  }
  if (channel !== undefined) {
    postMessage(workspace, channel, {
      user: workspace.botUserId,
      text: optionalText(args, 'initial_comment') ?? '',
      subtype: 'file_share',
      threadTs: optionalText(args, 'thread_ts'),
      files: files.map(({ file }) => file.id),
    });
  }
  return { files: files.map(({ file }) => fileShape(workspace, file.id)) };
}

function info({ workspace, args }: Call): JsonObject {
  const file = workspace.state.files.find(({ id }) => id === requiredText(args, 'file'));
  // Nobody can see an upload that is still in progress.
  if (file === undefined || (file.base64 === undefined && !file.isHidden)) throw new SlackError('file_not_found');
  return { file: fileShape(workspace, file.id), comments: [], response_metadata: { next_cursor: '' } };
}
