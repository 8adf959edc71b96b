import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../slack-error.ts';
import { validateEntities, wordProblem } from '../work-object/entity.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { optionalObject } from './arguments.ts';

/** The metadata of a message after Slack's checks. */
export interface ReadMetadata {
  /** Undefined if the call has none; empty if it removes the metadata, or if nothing valid is left. */
  readonly metadata: JsonObject | undefined;
  /** Why the Work Objects were dropped; empty if they were not. */
  readonly problems: readonly string[];
}

/**
 * Reads the metadata of a message. Slack accepts a message with invalid Work Objects, drops them, and says so in a
 * warning. Throws `invalid_metadata_format` for Work Objects of an app that has none in its manifest.
 */
export function readMetadata(workspace: Workspace, args: JsonObject): ReadMetadata {
  const metadata = optionalObject(args, 'metadata');
  if (metadata?.entities === undefined) return { metadata, problems: [] };
  const { entityTypes } = workspace.app;
  if (entityTypes.size === 0) throw new SlackError('invalid_metadata_format');
  const problems = validateEntities(metadata.entities, entityTypes).map(wordProblem);
  if (problems.length === 0) return { metadata, problems };
  workspace.wire.note('The Work Objects of a message were dropped', problems);
  const { entities: _dropped, ...rest } = metadata;
  return { metadata: rest, problems };
}
