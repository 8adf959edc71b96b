import type { FactField } from '../../style/house-style.ts';
import type { AdrDocument } from '../document.ts';
import type { Located } from '../located.ts';
import type { Source } from '../source/source.ts';
import type { Metadata, MetadataEntry } from './entry/entry.ts';
import { isPlaceholder, isVagueLabel } from './metadata-field.ts';
import { readPatterns } from './path-patterns.ts';
import { readRevisitDate } from './revisit-date.ts';

type Facts = Pick<AdrDocument, 'affects' | 'revisit'>;

/**
 * What entries say of the paths that a decision governs, and of when people look at it again. The clearest label counts.
 * `date` is that of the ADR.
 */
export function collectFacts(source: Source, entries: readonly MetadataEntry[], date: string | undefined): Facts {
  const { language } = source;
  const vagueness = ({ key }: MetadataEntry) => Number(isVagueLabel(key));
  const clearest = entries.toSorted((one, other) => vagueness(one) - vagueness(other));
  const first = <Value>(field: FactField, read: (entry: MetadataEntry) => Value | undefined) =>
    clearest.flatMap((entry): Located<Value>[] => {
      if (entry.field !== field || isPastReview(entry, source, date)) return [];
      const value = read(entry);
      return value === undefined ? [] : [{ ...entry.value, value }];
    })[0];
  return {
    affects: first('affects', ({ key, names, value }) =>
      isPlaceholder(value.value) ? undefined : readPatterns(value.value, names, isVagueLabel(key)),
    ),
    revisit: {
      on: first('revisit on', ({ key, value }) => readRevisitDate(value.value, language, isVagueLabel(key))?.date),
      when: first('revisit when', ({ value }) => (value.value.trim() === '' ? undefined : value.value.trim())),
    },
  };
}

/** Whether a date was the day of a review before the decision was made: “Review date” may mean either. */
function isPastReview({ field, key, value }: MetadataEntry, { language }: Source, date: string | undefined): boolean {
  if (field !== 'revisit on' || !isVagueLabel(key) || date === undefined) return false;
  const on = readRevisitDate(value.value, language, true)?.date;
  return on !== undefined && on <= date;
}

/** Metadata in which a review before the decision, on `date`, is no day to look again. */
export function withoutPastReviews<Place extends Metadata>(
  metadata: Place,
  source: Source,
  date: string | undefined,
): Place {
  const past = metadata.entries.map((entry) => isPastReview(entry, source, date));
  if (!past.includes(true)) return metadata;
  const { entries, form } = metadata;
  return {
    ...metadata,
    entries: entries.map((entry, index) => (past[index] ? { ...entry, field: undefined } : entry)),
    form: {
      ...form,
      entries: form.entries.map((entry, index) => (past[index] ? { ...entry, field: undefined } : entry)),
    },
  };
}
