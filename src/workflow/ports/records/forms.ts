import type { DraftForm } from '../draft-form.ts';

/** A draft as kept between two looks at the modal. */
export interface Draft {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly form: DraftForm;
  readonly savedAt: Date;
}

/** Proposals that somebody has not submitted yet. */
export interface FormRecords {
  save(draft: Draft): Promise<void>;
  find(id: string): Promise<Draft | undefined>;
  findUnfinished(where: Pick<Draft, 'teamId' | 'channelId' | 'userId'>): Promise<Draft | undefined>;
  end(id: string, at: Date): Promise<void>;
}
