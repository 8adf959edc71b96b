import { formatOf, type OtherFormat, type UnreadFormat } from './adr-path.ts';
import type { SortedFiles } from './sort-files.ts';

/** How many files of each format are named: hundreds may have it. */
const filesNamed = 3;

/** The formats of an archive's ADRs that are not read. */
export function unreadFormats({ unreadable }: Pick<SortedFiles, 'unreadable'>): UnreadFormat[] {
  const byFormat = new Map<OtherFormat, string[]>();
  for (const path of unreadable) {
    const format = formatOf(path);
    if (format !== undefined) byFormat.set(format, [...(byFormat.get(format) ?? []), path]);
  }
  return [...byFormat].map(([format, files]) => ({ format, count: files.length, files: files.slice(0, filesNamed) }));
}

/** The formats that are not read, in an archive most of whose ADRs have one. */
export function usualFormats(sorted: SortedFiles): UnreadFormat[] {
  return sorted.unreadable.length > sorted.adrs.length ? unreadFormats(sorted) : [];
}
