import type { Excluded, Gone, Voting } from './decision.ts';
import type { People, Person, PersonKind } from './person.ts';
import { RuleBroken } from './rule-broken.ts';

/** Who may vote, and who of those asked for may not. */
export interface Electorate {
  readonly deciders: readonly string[];
  readonly excluded: readonly Excluded[];
}

/** Whether somebody may vote, by what they are: always, when the proposer named them, or never. */
const mayVote: Record<PersonKind, 'always' | 'when named' | 'never'> = {
  member: 'always',
  guest: 'when named',
  outsider: 'when named',
  bot: 'never',
  deactivated: 'never',
};

/**
 * Who may vote, out of the people that a channel or a group has or that the proposer named; `named` says who of them was
 * named by name, all or those of a set. Bots and deactivated accounts never; guests and people of other organizations
 * only when named. Throws RuleBroken when nobody is left.
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
 * Which deciders can't take part any more, as Slack has it now. `members` are those of the channel where its members
 * are the deciders; undefined where they were named. Somebody of whom we know nothing is taken to be there.
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

/** The deciders who can take part: those of the opening without those who are gone. */
export function presentDeciders({ deciders, gone }: Pick<Voting, 'deciders' | 'gone'>): readonly string[] {
  if (gone.length === 0) return deciders;
  const isGone = new Set(gone.map(({ id }) => id));
  return deciders.filter((id) => !isGone.has(id));
}
