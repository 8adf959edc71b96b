import { isLinkLabel } from '../read/links/phrases.ts';
import type { HouseStyle } from './house-style.ts';

/** How many entries are asked for at most, and how long their names may be. */
const limits = { entries: 4, key: 60 };

/**
 * The keys of the metadata entries that each ADR of a house fills in differently, so that only people know them. What it
 * supersedes or amends is not asked for, as a proposal says that itself.
 */
export function askedEntries({ frontMatter, metadata, closing }: HouseStyle): string[] {
  const entries = [frontMatter, metadata, closing].flatMap((form) => form?.entries ?? []);
  const keys = entries.filter(({ value }) => value.kind === 'asked').map(({ key }) => key.trim());
  return [...new Set(keys)]
    .filter((key) => key.length <= limits.key && !/[:\n]/.test(key) && !isLinkLabel(key))
    .slice(0, limits.entries);
}
