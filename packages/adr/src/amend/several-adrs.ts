import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../content/part-of-heading.ts';
import type { AdrDocument } from '../read/document.ts';

const named = /^ADR[-_ #]{0,3}0{0,5}(?<number>\d{1,6})(?!\d)/i;

/**
 * Whether a file has several ADRs below each other, and no status of its own. Which of them an amendment is about, nobody
 * can tell.
 */
export function holdsSeveralAdrs({ source, statuses }: AdrDocument): boolean {
  const headings = source.nodes.filter((node) => node.type === 'heading');
  if (!statuses.every(({ start }) => isBelowSection(headings, start))) return false;
  let number: string | undefined;
  const [numbers, withStatus] = [new Set<string>(), new Set<string>()];
  for (const heading of headings.filter(({ depth }) => depth > 1)) {
    const text = textOf(heading);
    number = named.exec(text)?.groups?.number ?? number;
    if (number === undefined) continue;
    numbers.add(number);
    if (partOfHeading(text, undefined) === 'status') withStatus.add(number);
  }
  return numbers.size > 1 && (statuses.length > 0 || withStatus.size > 1);
}

/** Whether a place is neither right below the title nor in a section of the whole file, but below one of its sections. */
function isBelowSection(headings: readonly Heading[], place: number): boolean {
  const above = headings.filter(({ position }) => (position?.start.offset ?? 0) <= place);
  const nearest = above.at(-1);
  if (nearest === undefined || nearest.depth === 1) return false;
  return nearest.depth > 2 || !above.some(({ depth }) => depth === 1) || named.test(textOf(nearest));
}
