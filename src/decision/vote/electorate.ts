import type { Excluded, Gone, Voting } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import type { People, Person, PersonKind } from '../person.ts';

/** The people who may vote, and those who were named but may not. */
export interface Electorate {
  readonly deciders: readonly string[];
  readonly excluded: readonly Excluded[];
}

/** Whether a kind of person may vote: always, only if the proposer named them, or never. */
const mayVote: Record<PersonKind, 'always' | 'when named' | 'never'> = {
  member: 'always',
  guest: 'when named',
  outsider: 'when named',
  bot: 'never',
  deactivated: 'never',
};

/**
 * The people who may vote, out of the members of a channel or group, or out of those whom the proposer named. `named`
 * says who was named individually: all, or those in a set. Bots and deactivated accounts never vote. Guests and people
 * from other organizations vote only if they are named. Throws RuleBroken if nobody is left.
 */
export function formElectorate(
  candidates: readonly string[],
  people: People,
  named: boolean | ReadonlySet<string>,
): Electorate {
  const isNamed = (id: string) => (typeof named === 'boolean' ? named : named.has(id));
  const isDecider = (person: Person | undefined) =>
    person !== undefined &&
    (mayVote[person.kind] === 'always' || (mayVote[person.kind] === 'when named' && isNamed(person.id)));
  const distinct = [...new Set(candidates)];
  const deciders = distinct.filter((id) => isDecider(people.get(id)));
  const excluded = distinct.flatMap((id): Excluded[] => {
    const person = people.get(id);
    if (isDecider(person)) return [];
    return [{ id, why: person === undefined || person.kind === 'member' ? 'unknown' : person.kind }];
  });
  if (deciders.length === 0) {
    const areNamed = typeof named === 'boolean' ? named : named.size > 0 && distinct.every(isNamed);
    throw new RuleBroken({ code: 'nobody can vote', areNamed }, { field: 'deciders' });
  }
  return { deciders, excluded };
}

/**
 * The deciders who can't take part anymore, according to Slack. `members` are the members of the channel if they are
 * the deciders; undefined if deciders were named. A person about whom nothing is known counts as present.
 */
export function findGone(
  deciders: readonly string[],
  people: People,
  members: ReadonlySet<string> | undefined,
): Gone[] {
  return deciders.flatMap((id): Gone[] => {
    if (people.get(id)?.kind === 'deactivated') return [{ id, why: 'deactivated' }];
    return members?.has(id) === false ? [{ id, why: 'left' }] : [];
  });
}

/** The deciders who can take part: those at the opening, except those who are gone. */
export function presentDeciders({ deciders, gone }: Pick<Voting, 'deciders' | 'gone'>): readonly string[] {
  if (gone.length === 0) return deciders;
  const isGone = new Set(gone.map(({ id }) => id));
  return deciders.filter((id) => !isGone.has(id));
}
