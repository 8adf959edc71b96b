import { asText, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import type { UploadedFile, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileShape } from '../world/file-shape.ts';
import { uploadFile } from '../world/files.ts';

/**
 * Uploads the files in the value of a file input, and replaces them with Slack's file objects. A file is given as `{
 * file: { name, content } }` with text or bytes, or with `base64` instead of `content`. An object with an id is a file
 * that the person uploaded before. Other values stay the same. Throws like `uploadFile`, and for a file of somebody
 * else.
 */
export function uploadFiles(workspace: Workspace, user: User, elementType: unknown, value: unknown): unknown {
  if (elementType !== 'file_input') return value;
  return Array.isArray(value)
    ? value.map((item) => fileObject(workspace, user, item))
    : fileObject(workspace, user, value);
}

function fileObject(workspace: Workspace, user: User, item: unknown): unknown {
  if (!isObject(item)) return item;
  const file = isObject(item.file) ? upload(workspace, user, item.file) : findOwn(workspace, user, item.id);
  return fileShape(workspace, file.id);
}

function upload(workspace: Workspace, user: User, { name, content, base64 }: JsonObject): UploadedFile {
  const encoded = asText(base64);
  if (encoded !== undefined) return uploadFile(workspace, user.id, asText(name) ?? '', Buffer.from(encoded, 'base64'));
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
    throw new TypeError(`Pass a file as { file: { name, content } }, with its content as text or bytes.`);
  }
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return uploadFile(workspace, user.id, asText(name) ?? '', bytes);
}

function findOwn(workspace: Workspace, user: User, id: unknown): UploadedFile {
  const file = workspace.state.files.find((each) => each.id === id && each.user === user.id);
  if (file === undefined) throw new Error(`${user.displayName} has not uploaded a file ${String(id)}.`);
  return file;
}
