import type { AdrSection } from '../document.ts';
import type { Source } from '../source/source.ts';
import type { Metadata, MetadataEntry } from './entry/entry.ts';
import { entriesOfSection } from './section-entries.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/**
 * Front matter in which an unknown status is none of the decision, where the ADR says a known one elsewhere: “stable” is
 * what a tool for documentation calls a file.
 */
export function withoutStatusOfText<Place extends Metadata>(
  source: Source,
  frontMatter: Place,
  metadata: Metadata | undefined,
  sections: readonly AdrSection[],
): Place {
  const { entries, form } = frontMatter;
  const own = entries.filter(({ field, value }) => field === 'status' && value.value.trim() !== '');
  if (own.length === 0 || own.some(saysStatus)) return frontMatter;
  const isSaid =
    metadata?.entries.some(saysStatus) === true ||
    sections.some((section) => section.part === 'status' && entriesOfSection(source, section).some(saysStatus));
  if (!isSaid) return frontMatter;
  const keys = new Set(own.map(({ key }) => key));
  const without = <Entry extends { readonly key: string }>(entry: Entry): Entry =>
    keys.has(entry.key) ? { ...entry, field: undefined } : entry;
  return { ...frontMatter, entries: entries.map(without), form: { ...form, entries: form.entries.map(without) } };
}

/** Whether an entry says a status with a word for one. */
function saysStatus({ field, value }: MetadataEntry): boolean {
  return field === 'status' && meaningOfStatus(readStatus(value.value).word) !== undefined;
}
