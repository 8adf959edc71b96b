/** A workspace that Gavel's app is installed in. */
export interface Installation {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botToken: string;
  /** Another API than slack.com's, such as GovSlack's. */
  readonly apiUrl: string | undefined;
  readonly installedAt: Date;
}

/** Why a token can't be opened: it was sealed by a key that we don't have, or it is not what was sealed for this row. */
export type SealTrouble = 'unknown key' | 'damaged';

/** An installation as it was found; without its token if that can't be opened. */
export type FoundInstallation =
  | (Installation & { readonly trouble: undefined })
  | (Omit<Installation, 'botToken'> & { readonly trouble: SealTrouble; readonly keyId: string });

/** The installations that are kept in the database, each with its token sealed. */
export interface Installations {
  /** Those that were not revoked, in the order of their workspaces. */
  list(): Promise<FoundInstallation[]>;
  /** Keeps an installation, in place of an earlier one of the same workspace. */
  save(installation: Installation): Promise<void>;
  /** The workspace took Gavel out: its token is forgotten. What was decided there stays. */
  revoke(teamId: string, at: Date): Promise<void>;
  /** Seals with the first key what others have sealed; answers with how many tokens that were. */
  sealAnew(): Promise<number>;
}
