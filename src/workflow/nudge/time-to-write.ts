import type { Decision } from '../../decision/decision.ts';
import { findDaytime } from '../../decision/time/nudge.ts';
import { findSeenChannel } from '../access/access.ts';
import { learnPerson } from '../access/people.ts';
import type { Ports } from '../ports/ports.ts';
import { findBackAt } from './away.ts';

/**
 * When to write to somebody about an open vote: now, or if it is night for them in the morning, and if they are away
 * when they are back. Undefined if that is too late, and for people who don't see the channel. Throws ChatError.
 */
export async function findTimeToWrite(ports: Ports, decision: Decision, userId: string): Promise<Date | undefined> {
  const { teamId, channelId, closesAt } = decision;
  const person = await learnPerson(ports, teamId, userId);
  if (person === undefined || !(await findSeenChannel(ports, channelId, { teamId, userId }))) return undefined;
  const morning = findDaytime(ports.now(), person.timeZone, closesAt);
  if (morning > ports.now()) return morning;
  const backAt = await findBackAt(ports, person);
  return backAt > ports.now() && backAt >= closesAt ? undefined : backAt;
}
