import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import type { Reason } from '../decision/decision.ts';
import type { KeptVerdict } from '../decision/outcome/verdict-facts.ts';
import type { GovernedWords } from './governed-words.ts';
import type { RecordOutcomeWords } from './outcome-words.ts';
import type { RecordWords } from './record-words.ts';
import type { ReviewTextWords } from './review-text-words.ts';

/** What is needed to tell a verdict in a record. */
export interface RecordVerdictWords {
  /** A verdict with the figures behind it, in a sentence. */
  explain(verdict: KeptVerdict): string;
  /** A verdict in a sentence, when it is final. */
  conclude(verdict: KeptVerdict): string;
  /** Why something was decided: what the rule says of the vote, or somebody's own words. */
  giveReason(reason: Reason): string;
}

/**
 * What Gavel writes into records, which people read in git for years: ADRs, their commits and their reviews, and what it says there about decisions. The type
 * checker reports anything that a language lacks.
 */
export interface RecordLanguage {
  readonly code: AdrLanguage;
  readonly verdicts: RecordVerdictWords;
  readonly outcomes: RecordOutcomeWords;
  /** The placeholder for somebody whom Slack no longer tells us about, within a sentence. */
  readonly people: { readonly gone: string };
  readonly record: RecordWords;
  readonly reviewText: ReviewTextWords;
  readonly governed: GovernedWords;
}
