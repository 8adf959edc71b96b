import type { People, Person } from './person.ts';
import { RuleBroken } from './rule-broken.ts';

/**
 * Who may vote, out of the people that a channel has or that the proposer named. Bots, deactivated accounts and
 * people of other organisations never; guests only when named. Throws RuleBroken when nobody is left.
 */
export function formElectorate(candidates: readonly string[], people: People, areNamed: boolean): string[] {
  const mayVote = (person: Person | undefined) =>
    person !== undefined && (person.kind === 'member' || (areNamed && person.kind === 'guest'));
  const deciders = [...new Set(candidates)].filter((id) => mayVote(people.get(id)));
  if (deciders.length === 0) {
    const message =
      'Nobody of these can vote: bots, closed accounts and people of other organisations don’t. Please name somebody.';
    throw new RuleBroken(message, { field: 'deciders' });
  }
  return deciders;
}
