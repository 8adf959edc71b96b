/** A username and password for git over https. Without a username, the one that the host wants is taken. */
export interface GitLogin {
  readonly username?: string | undefined;
  readonly password: string;
}

/**
 * Tells a token for git over https, before each use, for tokens that are good for a while only. Whoever is asked keeps
 * the token for that while. `refused`: the password that the remote has just not taken.
 */
export type AskToken = (refused?: string) => Promise<GitLogin>;

/** A token for git over https, or who to ask for one. */
export type GitToken = string | AskToken;
