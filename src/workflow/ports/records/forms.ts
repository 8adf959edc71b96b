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

/** Proposals that somebody has not submitted yet. */
export interface FormRecords {
  save(form: UnfinishedForm): Promise<void>;
  find(id: string): Promise<UnfinishedForm | undefined>;
  findUnfinished(where: Pick<UnfinishedForm, 'teamId' | 'channelId' | 'userId'>): Promise<UnfinishedForm | undefined>;
  end(id: string, at: Date): Promise<void>;
}
