/** The push was refused because the branch has other commits by now: fetch and try again. */
export class BranchMoved extends Error {
  override readonly name = 'BranchMoved';
}

/** What can be wrong with an archive. */
export type ArchiveErrorReason =
  | 'no git'
  | 'git too old'
  | 'not found'
  | 'branch gone'
  | 'unreachable'
  | 'not authorised'
  | 'protected branch'
  | 'refused';

/** The archive cannot do its work. The message is for people: what is wrong and what to do; never a secret. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly reason: ArchiveErrorReason;

  constructor(reason: ArchiveErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
