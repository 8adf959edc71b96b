import type { People, Person } from '../../decision/person.ts';
import { type Away, isAway, readReturn } from '../../decision/time/away.ts';
import { beginningOf, type Day, dayIn } from '../../decision/time/day.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { learnPerson } from '../access/people.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Actor } from '../ports/actor.ts';
import { askSlack, ChatError } from '../ports/chat/chat-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** The day on which somebody is back; undefined if they are here. Throws RuleBroken for people who may not ask. */
export async function findReturn(ports: Ports, actor: Actor): Promise<Day | undefined> {
  await checkMayUseCommands(ports, actor);
  return (await findAway(ports.store.read, ports.now(), await whoIs(ports, actor))).get(actor.userId);
}

/**
 * Records that somebody is away until a day, which is read in their own time zone. Reminders stop, and the cards of
 * votes that need them say so. Throws RuleBroken for a day that can't be read, or that is not to come.
 */
export async function goAway(ports: Ports, actor: Actor, words: readonly string[]): Promise<Day> {
  await checkMayUseCommands(ports, actor);
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const backOn = readReturn(words, dayIn(timeZone, ports.now()));
  await ports.store.transaction(async (records) => {
    await records.aways.say(actor, backOn, ports.now());
    await records.jobs.add('end-away', actor, { runAt: beginningOf(backOn, timeZone) });
    await showWhoIsAway(ports, records, actor);
  });
  return backOn;
}

/** Records that somebody is back. False if they were here all the time. Throws RuleBroken for people who may not ask. */
export async function comeBack(ports: Ports, actor: Actor): Promise<boolean> {
  const wasAway = (await findReturn(ports, actor)) !== undefined;
  await ports.store.transaction(async (records) => {
    if (await records.aways.end(actor)) await showWhoIsAway(ports, records, actor);
  });
  return wasAway;
}

/**
 * Ends an absence on its day, by the calendar of the person's time zone now. If that is still to come, because they
 * have said another day or are in another zone, the job runs again then.
 */
export async function endAway(ports: Ports, { teamId, userId }: Jobs['end-away']): Promise<void> {
  const actor = { teamId, userId };
  const timeZone = (await learnPerson(ports, teamId, userId))?.timeZone ?? 'UTC';
  await ports.store.transaction(async (records) => {
    const backOn = (await records.aways.find([userId])).get(userId);
    if (backOn === undefined) return;
    if (isAway(backOn, timeZone, ports.now())) {
      return records.jobs.add('end-away', actor, { runAt: beginningOf(backOn, timeZone) });
    }
    await records.aways.end(actor);
    await showWhoIsAway(ports, records, actor);
  });
}

/** Those of these people who are away by what they said, and the day on which each is back. */
export async function findAway(records: Records, now: Date, people: People): Promise<Away> {
  const said = await records.aways.find([...people.keys()]);
  return new Map([...said].filter(([id, backOn]) => isAway(backOn, people.get(id)?.timeZone ?? 'UTC', now)));
}

/**
 * Those of these people who are away by their status in Slack; only a hint, which spares them a reminder. Nobody, when
 * Slack does not answer.
 */
export async function findAwayInSlack(ports: Ports, ids: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return await askSlack(() => ports.chat.findAway(ids));
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn(
      { error: error.cause },
      'Slack did not say who is away; the reminder goes to all who have not voted.',
    );
    return new Set();
  }
}

/** How long to wait before looking again at a status in Slack that says that somebody is away, in milliseconds. */
const lookAgain = 6 * 60 * 60 * 1_000;

/**
 * When to write to somebody: now, or if they are away, when they are back. A status in Slack has no day that we rely on,
 * so it is looked at again some hours later.
 */
export async function findBackAt(ports: Ports, person: Person): Promise<Date> {
  const now = ports.now();
  const backOn = (await findAway(ports.store.read, now, new Map([[person.id, person]]))).get(person.id);
  if (backOn !== undefined) return beginningOf(backOn, person.timeZone);
  const isAwayInSlack = (await findAwayInSlack(ports, [person.id])).has(person.id);
  return isAwayInSlack ? new Date(now.getTime() + lookAgain) : now;
}

/** When somebody is back, by what they said; undefined if they are not away. */
export async function recallBackAt(
  records: Records,
  now: Date,
  teamId: string,
  userId: string,
): Promise<Date | undefined> {
  const people = await records.people.find(teamId, [userId]);
  const backOn = (await findAway(records, now, people)).get(userId);
  return backOn === undefined ? undefined : beginningOf(backOn, people.get(userId)?.timeZone ?? 'UTC');
}

async function whoIs(ports: Ports, { teamId, userId }: Actor): Promise<People> {
  const person = await learnPerson(ports, teamId, userId);
  return person === undefined ? new Map() : new Map([[userId, person]]);
}

/** Has the cards of the votes that somebody takes part in updated, and the Homes of those who look at them. */
async function showWhoIsAway(ports: Ports, records: Records, actor: Actor): Promise<void> {
  for (const id of await records.aways.findVotesOf(actor)) await records.marks.mark(id, 'stale');
  await planHomes(ports, records);
}
