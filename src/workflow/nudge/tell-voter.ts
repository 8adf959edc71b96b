import { phaseOf } from '../../decision/decision.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import { findTimeToWrite } from './time-to-write.ts';

/**
 * Writes to somebody whose vote no longer counts, because the option was withdrawn, unless they have opted out of
 * messages about votes. During their night it waits for the morning, if that is early enough. Once voting is over,
 * nothing is sent.
 */
export async function tellVoter(ports: Ports, { decisionId, optionId, userId }: Jobs['tell-voter']): Promise<void> {
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || phaseOf(seen) !== 'voting') return;
  const actor = { teamId: seen.teamId, userId };
  const runAt = await findTimeToWrite(ports, seen, userId);
  if (runAt === undefined) return;
  if (runAt > ports.now()) return read.jobs.add('tell-voter', { decisionId, optionId, userId }, { runAt });

  await ports.store.transaction(async (records) => {
    const decision = await records.decisions.lock(decisionId);
    const option = decision?.withdrawn.options.find(({ id }) => id === optionId);
    if (decision === undefined || option === undefined || phaseOf(decision) !== 'voting') return;
    if (!(await records.nudges.areWanted(actor))) return;
    const { teamId, channelId, title } = decision;
    const link = decision.card?.link || undefined;
    const closesAt = decision.closesAt.toISOString();
    const body = { kind: 'vote lost', channelId, title, option: option.title, link, closesAt } as const;
    const key = `vote lost:${decisionId}:${optionId}:${userId}`;
    // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
    await records.messages.write({ teamId, key, channelId: userId, decisionId: undefined, body }, ports.now());
  });
}
