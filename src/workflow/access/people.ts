import type { Decision } from '../../decision/decision.ts';
import type { People, Person } from '../../decision/person.ts';
import { listWithdrawn } from '../../decision/proposal/option.ts';
import { askSlack } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** Everybody whom a decision names, including the people who may vote and those who may not. */
export function peopleOf(decision: Decision): string[] {
  const { deciders = [], excluded = [] } = decision.voting ?? {};
  return [...authorsOf(decision), ...deciders, ...excluded.map(({ id }) => id)];
}

/** Everybody who plays a part in what a decision says. */
export function authorsOf(decision: Decision): string[] {
  return [
    decision.proposerId,
    ...decision.namedDeciders,
    ...decision.options.map((option) => option.addedBy),
    ...decision.arguments.map((argument) => argument.authorId),
    ...listWithdrawn(decision.withdrawn.options).map(({ withdrawal }) => withdrawal.by),
    ...decision.objections.flatMap(({ authorId, resolution }) =>
      resolution === undefined || resolution.kind === 'ended' ? [authorId] : [authorId, resolution.by],
    ),
    ...(decision.voting?.shortenings ?? []).map(({ by }) => by),
    ...(decision.voting?.discussedOn ? [decision.voting.discussedOn.by] : []),
    ...[decision.outcome, decision.awaited?.outcome].flatMap((outcome) =>
      [outcome?.decidedBy, outcome?.confirmedBy].filter((id) => id !== undefined),
    ),
  ];
}

/**
 * These people, by name. Asks Slack about anybody we don't know, or haven't asked about for a day (or for `maximumAge`
 * milliseconds).
 */
export async function learnPeople(
  ports: Ports,
  teamId: string,
  ids: readonly string[],
  maximumAge = aDay,
): Promise<People> {
  const distinct = [...new Set(ids)];
  const now = ports.now();
  const { read } = ports.store;
  const known = await read.people.find(teamId, distinct, new Date(now.getTime() - maximumAge));
  const strangers = distinct.filter((id) => !known.has(id));
  if (strangers.length === 0) return known;
  await read.people.save(teamId, await askSlack(() => ports.chat.findPeople(strangers)), now);
  return read.people.find(teamId, distinct);
}

/** These people, by name, as `learnPeople` finds them, from memory where possible. */
export async function recallPeople(ports: Ports, teamId: string, ids: readonly string[]): Promise<People> {
  const distinct = [...new Set(ids)];
  const known = await ports.store.read.people.recall(teamId, distinct, new Date(ports.now().getTime() - aDay));
  const strangers = distinct.filter((id) => !known.has(id));
  if (strangers.length === 0) return known;
  return new Map([...known, ...(await learnPeople(ports, teamId, strangers))]);
}

/** These people as Slack knows them now, for anything that depends on who they are today, such as who may vote. */
export async function renewPeople(ports: Ports, teamId: string, ids: readonly string[]): Promise<People> {
  const distinct = [...new Set(ids)];
  await ports.store.read.people.save(teamId, await askSlack(() => ports.chat.findPeople(distinct)), ports.now());
  return ports.store.read.people.find(teamId, distinct);
}

/** One person, found as `recallPeople` finds several. */
export async function learnPerson(ports: Ports, teamId: string, id: string): Promise<Person | undefined> {
  return (await recallPeople(ports, teamId, [id])).get(id);
}

/**
 * Somebody as Slack described them within the last `maximumAge` milliseconds; undefined when Slack knows nothing.
 * Throws ChatError.
 */
export async function findPersonNow(
  ports: Ports,
  teamId: string,
  id: string,
  maximumAge: number,
): Promise<Person | undefined> {
  const now = ports.now();
  const { read } = ports.store;
  const known = await read.people.recall(teamId, [id], new Date(now.getTime() - maximumAge));
  if (known.has(id)) return known.get(id);
  const told = await askSlack(() => ports.chat.findPeople([id]));
  await read.people.save(teamId, told, now);
  return told.find((person) => person.id === id);
}
