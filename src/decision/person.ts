/** What a person is to the workspace: only members (and guests who were named) can be deciders. */
export type PersonKind = 'member' | 'guest' | 'bot' | 'deactivated' | 'outsider';

/** A person as others know them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** An IANA name, such as `Europe/Lisbon`. */
  readonly timeZone: string;
  readonly kind: PersonKind;
  /** Whether they are an administrator or an owner of the workspace. */
  readonly isAdmin: boolean;
}

/** People by id. */
export type People = ReadonlyMap<string, Person>;

/** A person's name, or a plain stand-in for somebody whom Slack no longer tells us about; never an id. */
export function nameOf(people: People, id: string): string {
  return people.get(id)?.name ?? 'someone who left';
}

/** “Ana”, “Ana and Bo”, “Ana, Bo and Chi”, or with a limit “Ana, Bo and 3 others”. */
export function listNames(names: readonly string[], limit = names.length): string {
  const shown = names.slice(0, Math.max(limit, 1));
  const others = names.length - shown.length;
  const parts = others > 0 ? [...shown, others === 1 ? '1 other' : `${others} others`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
