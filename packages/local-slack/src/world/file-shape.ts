import type { JsonObject } from '@gavel/local-server/json.ts';
import type { UploadedFile } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileKind } from './file-kind.ts';

/** A file in Slack's JSON (Slack: file objects). A file that is gone, or without content, has only its mode. */
export function fileShape(workspace: Workspace, id: string): JsonObject {
  const file = workspace.state.files.find((each) => each.id === id);
  if (file === undefined) return { id, mode: 'tombstone' };
  if (file.isHidden) return { id, mode: 'hidden_by_limit' };
  return {
    id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    ...fileKind(file.name),
    user: file.user,
    user_team: workspace.user(file.user)?.foreignTeam ?? workspace.state.team.id,
    editable: false,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    ...addresses(workspace, file),
    channels: [],
    groups: [],
    ims: [],
    has_rich_preview: false,
    file_access: 'visible',
  };
}

function addresses({ url, state }: Workspace, file: UploadedFile): JsonObject {
  const folder = `${url}/files-pri/${state.team.id}-${file.id}`;
  const name = addressName(file.name);
  return {
    url_private: `${folder}/${name}`,
    url_private_download: `${folder}/download/${name}`,
    permalink: `${url}/files/${file.user}/${file.id}/${name}`,
  };
}

/** A file name as the last part of a URL: never empty, and never `..`. */
function addressName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '_')
    .replace(/^\.+/, '_');
  return plain === '' ? '_' : plain;
}
