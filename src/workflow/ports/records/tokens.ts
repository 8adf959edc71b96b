import type { Actor } from '../actor.ts';

/** A token by which the tools of a person read what that person may see, without its secret. */
export interface PersonalToken extends Actor {
  /** The part of the token by which it is found. It gives no access. */
  readonly id: string;
  /** The hash of the secret part. */
  readonly secretHash: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | undefined;
}

/** Personal tokens. */
export interface TokenRecords {
  add(token: PersonalToken): Promise<void>;
  find(teamId: string, id: string): Promise<PersonalToken | undefined>;
  /** The tokens of a person that are neither revoked nor expired at `at`, newest first. */
  listLive(actor: Actor, at: Date): Promise<readonly PersonalToken[]>;
  /** Revokes a token if it is this person's own and not revoked yet. */
  revoke(actor: Actor, id: string, at: Date): Promise<void>;
}
