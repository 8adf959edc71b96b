import { LIMITS } from '../block-kit/schema/limits.ts';
import type { UploadedFile } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How many bytes of files a workspace keeps. Beyond that, the oldest files lose their content, as in a free Slack. */
const mostBytes = 30_000_000;

/** The longest file name, which is the limit of most file systems. */
const longestName = 255;

/** Adds a file without content. */
export function beginFile(workspace: Workspace, user: string, name: string, length: number): UploadedFile {
  const file: UploadedFile = {
    id: workspace.newId('F'),
    name,
    title: name,
    length,
    user,
    created: Math.floor(workspace.clock.now().getTime() / 1000),
    base64: undefined,
    isShared: false,
    isHidden: false,
  };
  workspace.state.files.push(file);
  return file;
}

/** Sets the content of a file, and removes the oldest contents if there is no space for them anymore. */
export function fillFile(workspace: Workspace, file: UploadedFile, content: Buffer): void {
  file.base64 = content.toString('base64');
  let left = mostBytes;
  for (const each of workspace.state.files.filter(({ base64 }) => base64 !== undefined).reverse()) {
    left -= each.length;
    if (left >= 0) continue;
    each.base64 = undefined;
    each.isHidden = true;
  }
  workspace.changes.announce();
}

/** Uploads a person's file. Throws with a message for people if the name is invalid or the file is too large. */
export function uploadFile(workspace: Workspace, user: string, name: string, content: Buffer): UploadedFile {
  const { max } = LIMITS.inputFileBytes;
  if (name === '' || name.length > longestName || /[/\\]/.test(name)) {
    throw new Error(`"${name.slice(0, 80)}" is not a file name. Use 1 to ${longestName} characters without slashes.`);
  }
  if (content.length > max) {
    throw new Error(`${name} has ${content.length} bytes. The largest file that can be uploaded has ${max}.`);
  }
  const file = beginFile(workspace, user, name, content.length);
  fillFile(workspace, file, content);
  return file;
}

/** Uploads a person's file to post it. Returns its id. Throws like `uploadFile`. */
export function shareFile(workspace: Workspace, user: string, name: string, content: string): string {
  const file = uploadFile(workspace, user, name, Buffer.from(content));
  file.isShared = true;
  return file.id;
}
