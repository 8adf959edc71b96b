import { numberIn } from '../name/file-name.ts';
import { linkedFile } from '../read/links/linked-file.ts';
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
        return before === undefined ? (listed[0]?.at ?? 0) : behindGone(items, before.at + 1, entry.number);
      }
      return listed.find((one) => compare(one.entry, entry) <= 0)?.at ?? last;
    }
  }
  return last;
}

/** The place behind the lines from one on whose ADRs, with lower numbers, have no files any more. */
function behindGone(items: readonly IndexItem[], from: number, number: number | undefined): number {
  const isBefore = ({ entry, text }: IndexItem) => {
    const gone = entry === undefined ? numberOfLink(text) : undefined;
    return gone !== undefined && number !== undefined && gone < number;
  };
  const rest = items.slice(from);
  const next = rest.findIndex((item) => !isBefore(item));
  return from + (next === -1 ? rest.length : next);
}

/** The number of the file that the first link of a line leads to. */
function numberOfLink(text: string): number | undefined {
  const file = linkedFile(/\]\(<?(?<url>[^)\s>]{1,300})/.exec(text)?.groups?.url ?? '');
  return file === undefined ? undefined : numberIn(file);
}
