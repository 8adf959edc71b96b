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
