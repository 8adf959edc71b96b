import type { Actor } from '../actor.ts';
import type { ProposalInput } from '../proposal-input.ts';

/**
 * What somebody has typed so far, as kept between two looks at the modal. It has the id of the decision that it
 * becomes.
 */
export interface UnfinishedForm {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly form: ProposalInput;
  readonly savedAt: Date;
}

/** Whose forms to list; only those for one channel, or only the one with this id, if these are given. */
export interface UnfinishedQuery extends Pick<UnfinishedForm, 'teamId' | 'userId'> {
  readonly channelId?: string;
  readonly id?: string;
  /** How many at most. */
  readonly most: number;
}

/** Proposals that somebody has not submitted yet. */
export interface FormRecords {
  save(form: UnfinishedForm): Promise<void>;
  find(id: string): Promise<UnfinishedForm | undefined>;
  /** Forms that were neither submitted nor put aside, newest first. */
  listUnfinished(which: UnfinishedQuery): Promise<readonly UnfinishedForm[]>;
  end(id: string, at: Date): Promise<void>;
  /** Waits until no other transaction that has called this for the same person is under way. */
  takeTurn(person: Actor): Promise<void>;
}
