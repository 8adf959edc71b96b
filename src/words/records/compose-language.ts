import type { RecordLanguage } from '../record-language.ts';
import { composeOutcomes } from './compose-outcomes.ts';
import { composeRecord } from './compose-record.ts';
import { composeReviewText } from './compose-review-text.ts';
import { composeVerdicts } from './compose-verdicts.ts';
import { grammarOf } from './record-grammar.ts';
import type { RecordPhrases } from './record-phrases.ts';

/** Makes all that Gavel writes into records in a language of the language's phrases. */
export function composeLanguage(phrases: RecordPhrases): RecordLanguage {
  const grammar = grammarOf(phrases);
  const { verdicts, rule } = composeVerdicts(grammar, phrases.vote);
  return {
    code: phrases.code,
    verdicts,
    outcomes: composeOutcomes(grammar, phrases),
    people: { gone: phrases.notes.gone },
    record: composeRecord(grammar, phrases, rule),
    reviewText: composeReviewText(grammar, phrases.review),
    governed: phrases.governed,
  };
}
