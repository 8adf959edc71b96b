import type { Words } from './say.ts';

/** What somebody's Home says; `decision` is always a decision's name. Channels are given with their signs. */
export interface HomeWords {
  readonly propose: string;
  readonly search: string;
  readonly waiting: string;
  readonly forms: string;
  /** A form without a title. */
  readonly untitled: string;
  leftAt(at: Date): Words;
  /** Buttons that lead to the card, to the review, and to the end of voting. */
  readonly openCard: string;
  readonly openReview: string;
  /** Where a proposal stands before voting opens. */
  readonly notOpenYet: string;
  /** More are waiting than are listed. */
  more(count: number): Words;
  readonly open: string;
  readonly noneOpen: Words;
  vote(facts: {
    readonly decision: Words;
    readonly channel: string;
    readonly closesAt: Date;
    readonly progress: string;
  }): Words;
  /** More votes are open than are listed. */
  moreOpen(count: number): Words;
  readonly decided: string;
  readonly noneDecided: Words;
  /** `chosen` is '' if nothing was. */
  decision(facts: {
    readonly decision: Words;
    readonly channel: string;
    readonly status: string;
    readonly chosen: string;
    readonly at: Date | undefined;
  }): Words;
  readonly register: string;
  /** The columns of the register. */
  readonly columns: Readonly<
    Record<'number' | 'title' | 'status' | 'date' | 'channel' | 'tags' | 'repository', string>
  >;
  /** What is missing for those who set Gavel up. */
  readonly setup: string;
  readonly noChannel: Words;
  /** Decisions of these channels go nowhere. */
  noRepository(channels: readonly string[]): Words;
  readonly noDigest: Words;
  /** Buttons that see to it. */
  readonly tryAgain: string;
  readonly setUpDigest: string;
}
