/** A commit that a forge is to make, so that it is signed by the forge. */
export interface CommitRequest {
  /** The commits that it follows: one, or two for a merge. */
  readonly parents: readonly string[];
  /** git's id of the tree that has all other files. */
  readonly baseTree: string;
  readonly files: readonly CommittedFile[];
  readonly message: string;
}

/** How git writes what is at a path: a file, one that can be run, a link, or a submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

/** A file of such a commit. */
export type CommittedFile = {
  /** From the root of the repository. */
  readonly path: string;
  readonly mode: FileMode;
} & (
  | { readonly content: string }
  /** git's id of a content that the forge has, or null where the file is to be gone. */
  | { readonly blob: string | null }
);

/** Makes a commit on the forge, on no branch yet, and returns its id. Throws ForgeError. Author and date are the forge's. */
export type MakeCommit = (request: CommitRequest) => Promise<string>;
