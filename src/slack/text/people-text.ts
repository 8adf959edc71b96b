import type { People } from '../../decision/person.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';

type PeopleLanguage = Pick<Language, 'people'>;

/** A person's name, or a plain placeholder for somebody whom Slack no longer tells us about; never an id. */
export function nameOf({ people: words }: PeopleLanguage, people: People, id: string): string {
  return people.get(id)?.name ?? words.gone;
}

/** The name of whoever gave a reason, or said it in a message from which it was taken. */
export function nameAuthor(
  language: Pick<Language, 'people' | 'card'>,
  people: People,
  { authorId, takenBy }: Pick<Argument, 'authorId' | 'takenBy'>,
): string {
  const name = nameOf(language, people, authorId);
  return takenBy === undefined ? name : language.card.fromMessage(name);
}

/** A person's name or placeholder at the beginning of a sentence. */
export function nameFirst({ people: words }: PeopleLanguage, people: People, id: string): string {
  return people.get(id)?.name ?? words.goneFirst;
}

/** Somebody's name, with the points that they give an option if it is scored: “Ana 3”. */
export function nameWithPoints(
  language: PeopleLanguage,
  people: People,
  id: string,
  points: ReadonlyMap<string, number> = new Map(),
): string {
  const given = points.get(id);
  const name = nameOf(language, people, id);
  return given === undefined ? name : `${name} ${given}`;
}

/** Names as one text: “Ana, Bo and Chi”, or with a limit “Ana, Bo and 3 others”. */
export function listNames({ people }: PeopleLanguage, names: readonly string[], limit = names.length): string {
  const shown = names.slice(0, Math.max(limit, 1));
  return people.list(shown, names.length - shown.length);
}
