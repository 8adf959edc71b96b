import type { IndexEntry } from './index-entry.ts';
import type { IndexItem } from './read-index.ts';

type Comparison = (one: IndexEntry, other: IndexEntry) => number;

const byTitle = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const comparisons: readonly Comparison[] = [
  (one, other) => (one.number ?? 0) - (other.number ?? 0),
  (one, other) => (one.file === other.file ? 0 : one.file < other.file ? -1 : 1),
  (one, other) => (one.date ?? '').localeCompare(other.date ?? '', 'en'),
  (one, other) => byTitle.compare(one.title, other.title),
];

/** Of the neighbors in a sorted list, at least this share is in order: people make mistakes. */
const leastInOrder = 0.8;

/** The place of an entry among some items: the index of the item that it goes before, or their count. */
export function placeIn(items: readonly IndexItem[], entry: IndexEntry): number {
  const listed = [...items.entries()].flatMap(([at, item]) => (item.entry ? [{ at, entry: item.entry }] : []));
  const last = (listed.at(-1)?.at ?? -1) + 1;
  for (const compare of entry.number === undefined ? comparisons.slice(1) : comparisons) {
    for (const direction of [1, -1]) {
      const steps = listed.slice(1).map((one, index) => direction * compare(listed[index]?.entry ?? entry, one.entry));
      const inOrder = steps.filter((step) => step < 0).length;
      if (steps.length === 0 || inOrder < steps.length * leastInOrder) continue;
      if (direction === 1) {
        const before = listed.findLast((one) => compare(one.entry, entry) <= 0);
        return before === undefined ? (listed[0]?.at ?? 0) : before.at + 1;
      }
      return listed.find((one) => compare(one.entry, entry) <= 0)?.at ?? last;
    }
  }
  return last;
}
