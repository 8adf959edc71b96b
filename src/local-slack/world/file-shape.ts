import type { JsonObject } from '../json.ts';
import type { Workspace } from '../workspace.ts';

/** A file as Slack writes it (Slack: file objects), as far as a reader of messages needs it. */
export function fileShape(workspace: Workspace, id: string): JsonObject {
  const file = workspace.state.files.find((each) => each.id === id);
  if (file === undefined) return { id, mode: 'tombstone' };
  const name = encodeURIComponent(file.name);
  return {
    id,
    name: file.name,
    title: file.title,
    size: file.length,
    mode: 'hosted',
    user: workspace.botUserId,
    url_private: `${workspace.url}/files/${id}/${name}`,
    permalink: `${workspace.url}/files/${id}/${name}`,
  };
}
