import { longestAdr } from '@gavel/adr/text/file-text.ts';

/** Bytes beyond which a file of the archive is no ADR, and is not read. */
export const longestFile = longestAdr;

/**
 * The text of a file. `isExact`: it is UTF-8, so that writing it back gives the same bytes; else it may only be read.
 * `tooLong`: how many bytes it has, where it is longer than any ADR, and was not read; then the text is empty.
 */
export interface FileText {
  readonly text: string;
  readonly isExact: boolean;
  readonly tooLong?: number;
}

/** The branch of the archive as it was when fetched. */
export interface Snapshot {
  /** Where a commit goes. */
  readonly branch: string;
  /** The branch that it is to be made from with that commit, where it is not there: `commit` and `files` are of this one. */
  readonly madeFrom: string | undefined;
  readonly commit: string | undefined;
  /** Git's id of each file's content, by the name directly inside the folder. Links and submodules are left out. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * The texts of a few files, with one question to the remote. Names that are not there are left out, and so are those
   * at the end with which it would be more than one part of `readInParts`.
   */
  read(names: readonly string[]): Promise<ReadonlyMap<string, FileText>>;
  /** The texts of any number of files, no more at a time than fit into memory well: the next part is read when it is asked for. */
  readInParts(names: readonly string[]): AsyncIterable<ReadonlyMap<string, FileText>>;
  /** The text of `.gavel.yml`, its beginning where it is very long: of the folder, else of the top of the repository. */
  readSettings(): Promise<string | undefined>;
  /** Whether a path, from the folder (`../img/x.png`), is in the repository. */
  has(path: string): Promise<boolean>;
}

/** Files to commit together, and for which decision. The date makes the commit repeatable. */
export interface Change {
  readonly decisionId: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** The first line of the commit's message, and the lines below it: plain text of anybody's. */
  readonly subject: string;
  readonly body: readonly string[];
  readonly at: Date;
}

/** Where a change ended up. `url` is the web address of the commit on hosts that we know. */
export interface Published {
  readonly commit: string;
  readonly path: string;
  readonly url: string | undefined;
}

/** A commit that has the record of a decision. */
export interface PublishedBefore {
  readonly commit: string;
  readonly url: string | undefined;
  /** The date of the change, to the second. */
  readonly at: Date;
  /** The files that it brought, by the names that they have now. */
  readonly added: readonly string[];
}

/** The team's git repository of ADRs, as the bot sees it. */
export interface Archive {
  /** Names the place in which numbers are unique: repository, branch and folder, without credentials. */
  readonly id: string;
  readonly label: string;
  /** Where the ADRs are, from the root of the repository. */
  readonly folder: string;
  fetch(): Promise<Snapshot>;
  /** The latest commit of a snapshot that has this decision, if it was made after a time. */
  find(decisionId: string, since: Date, on: Snapshot): Promise<PublishedBefore | undefined>;
  /** One commit on top of `on`, pushed. Throws BranchMoved or ArchiveError. */
  commit(change: Change, on: Snapshot): Promise<Published>;
  /** The web address of a commit on hosts that we know. */
  addressOf(commit: string): string | undefined;
  /** The web address of a file of the folder, as the branch has it, on hosts that we know. */
  addressOfFile(name: string): string | undefined;
}
