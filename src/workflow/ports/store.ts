import type { AdrRecords } from './records/adrs.ts';
import type { AwayRecords } from './records/aways.ts';
import type { BallotRecords } from './records/ballots.ts';
import type { CardRecords } from './records/cards.ts';
import type { DecisionRecords } from './records/decisions.ts';
import type { DigestRecords } from './records/digests.ts';
import type { EventRecords } from './records/events.ts';
import type { FollowRecords } from './records/follows.ts';
import type { FormRecords } from './records/forms.ts';
import type { HomeRecords } from './records/homes.ts';
import type { InformedRecords } from './records/informed.ts';
import type { JobRecords } from './records/jobs.ts';
import type { LanguageRecords } from './records/languages.ts';
import type { MarkRecords } from './records/marks.ts';
import type { MessageRecords } from './records/messages.ts';
import type { NudgeRecords } from './records/nudges.ts';
import type { PersonRecords } from './records/people.ts';
import type { PublicationRecords } from './records/publications.ts';
import type { ReadingRecords } from './records/readings.ts';
import type { ReviewRecords } from './records/reviews.ts';
import type { RevisitRecords } from './records/revisits.ts';
import type { RuleRecords } from './records/rules.ts';
import type { SearchRecords } from './records/search.ts';
import type { SummaryRecords } from './records/summaries.ts';
import type { TimeZoneRecords } from './records/time-zones.ts';
import type { TokenRecords } from './records/tokens.ts';

/** Reading and writing, grouped by subject, either on its own or inside one transaction. */
export interface Records {
  readonly forms: FormRecords;
  readonly decisions: DecisionRecords;
  readonly events: EventRecords;
  readonly ballots: BallotRecords;
  readonly people: PersonRecords;
  readonly cards: CardRecords;
  readonly marks: MarkRecords;
  readonly publications: PublicationRecords;
  readonly reviews: ReviewRecords;
  readonly informed: InformedRecords;
  readonly revisits: RevisitRecords;
  readonly messages: MessageRecords;
  readonly summaries: SummaryRecords;
  readonly nudges: NudgeRecords;
  readonly aways: AwayRecords;
  readonly tokens: TokenRecords;
  readonly rules: RuleRecords;
  readonly languages: LanguageRecords;
  readonly timeZones: TimeZoneRecords;
  readonly adrs: AdrRecords;
  readonly readings: ReadingRecords;
  readonly search: SearchRecords;
  readonly digests: DigestRecords;
  readonly follows: FollowRecords;
  readonly homes: HomeRecords;
  readonly jobs: JobRecords;
}

/** The database. */
export interface Store {
  /**
   * Records that the database has this workspace, before anything else is done for it. `archives`: those that its
   * decisions may go to, by default only the store's own; jobs for an earlier one are for that one now. If this
   * workspace is new, returns the workspaces that were there before.
   */
  claim(archives?: readonly string[]): Promise<readonly string[]>;
  readonly read: Records;
  /** Runs `work` in one transaction; no network call belongs inside. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /**
   * Calls `listener` whenever cards were marked through this store, once they are free to be taken. Call the returned
   * function to stop that.
   */
  onMarked(listener: () => void): () => void;
}
