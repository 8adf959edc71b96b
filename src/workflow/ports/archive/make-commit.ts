/** A commit that a forge is to make, so that it is signed by the forge. */
export interface CommitRequest {
  /** The commits that it follows: one, or two for a merge. */
  readonly parents: readonly string[];
  /** git's id of the tree that has all other files. */
  readonly baseTree: string;
  readonly files: readonly CommittedFile[];
  readonly message: string;
}

/** A file of such a commit. `mode`: as git writes it, such as 100644. */
export type CommittedFile = {
  /** From the root of the repository. */
  readonly path: string;
  readonly mode: string;
} & (
  | { readonly content: string }
  /** git's id of a content that the forge has, or null where the file is to be gone. */
  | { readonly blob: string | null }
);

/** Makes a commit on the forge, on no branch yet, and returns its id. Author and date are the forge's choice. */
export type MakeCommit = (request: CommitRequest) => Promise<string>;
