import type { Trouble } from '../../../decision/failure/trouble.ts';

/** The push was refused because the branch has new commits by now: fetch and try again. */
export class BranchMoved extends Error {
  override readonly name = 'BranchMoved';
}

/** The archive cannot do its work. `trouble` says what is wrong, without secrets; the message is for logs. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    const { code, ...facts } = trouble;
    super([code, ...(Object.keys(facts).length > 0 ? [JSON.stringify(facts)] : [])].join(' '), options);
    this.trouble = trouble;
  }
}
