/** Who Gavel is at GitHub. */
export interface Account {
  /** What GitHub refuses when it refuses who Gavel is. */
  readonly key: 'token' | 'app';
  /** Whose limits on requests apply; not a secret. */
  readonly name: string;
  /** The token for the next request. */
  token(): Promise<string>;
  /** GitHub did not accept the token. Whether there may be another one now. */
  renew(): Promise<boolean>;
  /** The repository was not found. Throws ForgeError if that is because Gavel is not let in. */
  checkAccess(): Promise<void>;
  /** What must be told to nobody. */
  secrets(): readonly string[];
}

/** An account by a token that somebody made. */
export function tokenAccount(token: string): Account {
  return {
    key: 'token',
    name: 'token',
    token: async () => token,
    renew: async () => false,
    checkAccess: async () => undefined,
    secrets: () => [token],
  };
}
