/** A workspace that has Gavel's app installed. */
export interface Installation {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botToken: string;
  /** An API other than slack.com's, such as GovSlack's. */
  readonly apiUrl: string | undefined;
  readonly installedAt: Date;
}

/**
 * Why a token can't be opened: it was sealed with a key that we don't have, or it is not what was sealed for this row.
 */
export type SealTrouble = 'unknown key' | 'damaged';

/** An installation as it was found, without its token if that can't be opened. */
export type FoundInstallation =
  | (Installation & { readonly trouble: undefined })
  | (Omit<Installation, 'botToken'> & { readonly trouble: SealTrouble; readonly keyId: string });

/** The installations kept in the database, each with its token sealed. */
export interface Installations {
  /** The installations that were not revoked, ordered by workspace. */
  list(): Promise<FoundInstallation[]>;
  /** Saves an installation, replacing an earlier one of the workspace. */
  save(installation: Installation): Promise<void>;
  /** The workspace removed Gavel: its token is deleted, and its decisions stay. */
  revoke(teamId: string, at: Date): Promise<void>;
  /** Reseals with the first key the tokens sealed with other keys. Returns how many there were. */
  sealAnew(): Promise<number>;
}
