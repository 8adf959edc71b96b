import type { Decision } from '../../decision/decision.ts';
import type { ChosenWay } from '../../decision/publication/publish-way.ts';
import { announceInThread } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/**
 * Says in the thread what a branch demands that Gavel can't give or judge, before anything is pushed: once in a channel,
 * and of a review that may not be merged each time. Throws ArchiveError where a commit would break a rule, unless
 * somebody asks for commits all the same.
 */
export async function tellRules(
  ports: RepositoryPorts,
  decision: Decision,
  { way, why, rules }: ChosenWay,
): Promise<void> {
  if (rules === undefined) return;
  const { archive, forge, store } = ports;
  const { id, label: place, listed } = archive;
  const at = listed ? { listed } : {};
  const { branch, isUnsigned, others } = rules;
  if (isUnsigned && way === 'commit' && why.code !== 'set')
    throw new ArchiveError({ code: 'unsigned', branch, place, ...at });
  const told: Announcement = { kind: 'branch rules', way, ...rules, forge: forge?.kind, ...at };
  const which = isUnsigned && way === 'review' ? decision.id : decision.channelId;
  const key = `branch rules:${id}:${which}:${way}:${isUnsigned}:${others.join()}`;
  await store.transaction((records) => announceInThread(ports, records, decision, told, key));
}
