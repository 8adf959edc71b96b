import { longestAdr } from '@gavel/adr/text/file-text.ts';
import type { Listed } from '../../../decision/failure/trouble.ts';

/** Files with more bytes than this are not ADRs, and are not read. */
export const longestFile = longestAdr;

/**
 * The text of a file. `isExact`: it is UTF-8, so writing it back gives the same bytes; otherwise it may only be read.
 * `tooLong`: the file's size in bytes, if it is longer than any ADR and was not read; the text is then empty.
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
  /**
   * The branch to create the target branch from, with that commit, if the target does not exist; `commit` and `files`
   * are then of this one.
   */
  readonly madeFrom: string | undefined;
  readonly commit: string | undefined;
  /** Git's id of each file's content, by the name directly inside the folder. Links and submodules are left out. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * The texts of a few files, with one request to the remote. Names that don't exist are left out, and so are the last
   * ones if together they would be more than one part of `readInParts`.
   */
  read(names: readonly string[]): Promise<ReadonlyMap<string, FileText>>;
  /** The texts of any number of files, in parts that fit into memory well; each part is read when it is asked for. */
  readInParts(names: readonly string[]): AsyncIterable<ReadonlyMap<string, FileText>>;
  /**
   * The text of `.gavel.yml`, only its beginning if it is very long: from the folder, or else from the top of the
   * repository.
   */
  readSettings(): Promise<string | undefined>;
  /** Whether a path, from the folder (`../img/x.png`), is in the repository. */
  has(path: string): Promise<boolean>;
}

/**
 * Files to commit together, and the decision they are for. The date makes the commit repeatable. It is written in this
 * time zone, so that git shows the same day as the ADR.
 */
export interface Change {
  readonly decisionId: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** The first line of the commit message, and the lines below it: plain text that anybody may have written. */
  readonly subject: string;
  readonly body: readonly string[];
  readonly at: Date;
  readonly timeZone: string;
}

/** Where a change ended up. `url` is the commit's web address, on hosts that we know. */
export interface Published {
  readonly commit: string;
  readonly path: string;
  readonly url: string | undefined;
}

/** A commit that contains the record of a decision. */
export interface PublishedBefore {
  readonly commit: string;
  readonly url: string | undefined;
  /** The date of the change, to the second. */
  readonly at: Date;
  /** The files that it added, by their current names. */
  readonly added: readonly string[];
}

/** The team's git repository of ADRs, as the bot sees it. */
export interface Archive {
  /** Identifies the place where numbers are unique: repository, branch and folder, without credentials. */
  readonly id: string;
  readonly label: string;
  /** The folder of the ADRs, from the root of the repository. */
  readonly folder: string;
  /** How the file of GAVEL_CONFIG lists it; undefined where environment variables say where it is. */
  readonly listed?: Listed | undefined;
  fetch(): Promise<Snapshot>;
  /** The latest commit of a snapshot that contains this decision, if it was made after a given time. */
  find(decisionId: string, since: Date, on: Snapshot): Promise<PublishedBefore | undefined>;
  /** The names of the files that recent commits of ours added, whatever database they were made from. */
  findGenerated(on: Snapshot): Promise<readonly string[]>;
  /** One commit on top of `on`, pushed. Throws BranchMoved or ArchiveError. */
  commit(change: Change, on: Snapshot): Promise<Published>;
  /** The web address of a commit, on hosts that we know. */
  addressOf(commit: string): string | undefined;
  /** The web address of a file in the folder, as the branch has it, on hosts that we know. */
  addressOfFile(name: string): string | undefined;
}
