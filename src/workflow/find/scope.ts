import { findReadableChannels } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositoriesFor } from '../settings/repository.ts';

/**
 * The repositories that are read where somebody asks. When Slack does not answer, repositories limited to some channels
 * are left out.
 */
export async function askRepositories(ports: Ports, actor: Actor, askedIn: string): Promise<readonly Repository[]> {
  return findRepositoriesFor(ports, actor, askedIn).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    return ports.repositories.all.filter(({ channels }) => channels === undefined);
  });
}

/** The channels that somebody may be told about; undefined when Slack does not answer. */
export async function askReadable(
  ports: Ports,
  actor: Actor,
  channelId: string,
): Promise<ReadonlySet<string> | undefined> {
  return findReadableChannels(ports, actor, channelId).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn(
      { error: error.cause },
      'Slack did not say what somebody may see; a list leaves out what is not in git.',
    );
    return undefined;
  });
}
