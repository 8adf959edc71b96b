import type { Listed } from '../../../decision/failure/trouble.ts';
import type { Change } from './change.ts';
import type { ReviewBranches } from './review-branches.ts';
import type { Snapshot } from './snapshot.ts';

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
export interface Archive extends ReviewBranches {
  /** Identifies the place where numbers are unique: repository, branch and folder, without credentials. */
  readonly id: string;
  readonly label: string;
  /** The folder of the ADRs, from the root of the repository. */
  readonly folder: string;
  /** How the file of GAVEL_CONFIG lists it; undefined where environment variables say where it is. */
  readonly listed?: Listed | undefined;
  /** Whether commits are signed: by git, or by the forge, which then makes them. */
  readonly signs: boolean;
  /** Where the repository is by now, if it is still reached by a former address. */
  movedTo(): string | undefined;
  fetch(): Promise<Snapshot>;
  /** The latest commit of a snapshot that contains this decision, if it was made after a given time. */
  find(decisionId: string, since: Date, on: Snapshot): Promise<PublishedBefore | undefined>;
  /** The names of the files that recent commits of ours added, whatever database they were made from. */
  findGenerated(on: Snapshot): Promise<readonly string[]>;
  /** One commit on top of `on`, pushed. Throws BranchMoved or ArchiveError. */
  commit(change: Change, on: Snapshot): Promise<Published>;
  /** The web address of a commit, on hosts that we know. */
  addressOf(commit: string): string | undefined;
  /** The web address of a file in the folder, as the followed branch has it or another one, on hosts that we know. */
  addressOfFile(name: string, branch?: string): string | undefined;
  /** The file in the folder that a web address leads to, on whatever branch; undefined for any other address. */
  fileAt(url: string): string | undefined;
}
