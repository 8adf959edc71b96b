import { longestAdr } from '@gavel/adr/text/file-text.ts';

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
  /**
   * Git's id of each file's content, by its path from the folder: everything directly inside, and what may be
   * ADRs at any depth.
   * Links and submodules are left out.
   */
  readonly files: ReadonlyMap<string, string>;
  /**
   * Git's id of each file above the folder, up to the top of the repository, that is called like an index of it, by its
   * path from the folder: `../README.md`. Links are left out. They can be read and changed like `files`.
   */
  filesAbove(): Promise<ReadonlyMap<string, string>>;
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
  /**
   * The text of any file, by its path from the top of the repository; undefined where there is nothing. `no file`: what is
   * there, or on the way there, is a folder, a link or a submodule, so that no file can be written there.
   */
  readAtTop(path: string): Promise<FileText | 'no file' | undefined>;
  /** The paths of all files of the repository, from its top, links and submodules too; undefined if there are too many to list. */
  listPaths(): Promise<readonly string[] | undefined>;
  /** Whether a path, from the folder (`../img/x.png`), is in the repository. */
  has(path: string): Promise<boolean>;
}
