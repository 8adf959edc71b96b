import type { ToldAnswer } from './announcement-words.ts';
import type { Words } from './say.ts';

/** What is said about looking at decisions again. Days are `YYYY-MM-DD`; `decision` is the name of a decision or an ADR. */
export interface RevisitWords {
  /** Asks whether it is still right. `when` is what would change its deciders' mind. */
  ask(facts: {
    readonly decision: Words;
    readonly chosen: string | undefined;
    readonly decidedAt: Date | undefined;
    readonly dueOn: string;
    readonly when: Words | undefined;
  }): Words;
  /** What became of the question, in place of its buttons; `by` begins the sentence. */
  answered(facts: { readonly by: string; readonly next: string | undefined; readonly note: Words | undefined }): Words;
  /** The question has waited for an answer since then; said once. */
  waits(since: Date): Words;
  /** The ADR now says that it is still right. */
  noted(file: Words, commit: string | undefined): Words;
  /** A review has that note. */
  inReview(review: Words): Words;
  /** The ADR won't say it. `review`: the one that was closed. `answer`: what became of the question about that. */
  left(
    because: 'review closed' | 'file gone' | 'file unreadable',
    review: Words | undefined,
    answer: ToldAnswer | undefined,
  ): Words;
  /** The ADR does not say it yet; `trouble` is told in sentences. */
  notYet(trouble: string): Words;
  readonly stillRight: string;
  readonly amend: string;
  readonly supersede: string;
  /** The name of a list of what is to be looked at again. */
  readonly list: string;
  /** A line of such a list. */
  line(decision: Words, dueOn: string): Words;
  /** The same, in a phrase without its name. */
  dueSince(dueOn: string): string;
  /** The form in which somebody says that it is still right. */
  readonly title: string;
  readonly submit: string;
  explain(title: string): Words;
  readonly nextOn: string;
  readonly nextOnHint: string;
  readonly note: string;
  readonly noteExample: string;
}
