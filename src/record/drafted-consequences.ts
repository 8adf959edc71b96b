import type { Markdown, Point, PointKind } from '@gavel/adr/content/content.ts';
import { type AdrPart, isConsequencePart } from '@gavel/adr/content/part.ts';
import { partOfHeading } from '@gavel/adr/content/part-of-heading.ts';
import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { placeOf } from '@gavel/adr/read/source/source.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { listOf } from '@gavel/adr/write/list-item.ts';

/** Sections that a person gave, by the place that they have in the house. */
interface Given {
  readonly place: string | undefined;
  readonly markdown: Markdown;
}

/** The consequences that go into sections that a person gave, by the section's part; and the rest. */
export interface SortedConsequences {
  readonly bySection: ReadonlyMap<AdrPart, readonly Point[]>;
  readonly rest: readonly Point[];
}

/** The part that has consequences of a kind, in houses and drafts that separate them. */
const partOfKind: Readonly<Partial<Record<PointKind, AdrPart>>> = {
  pro: 'good-consequences',
  con: 'bad-consequences',
  neutral: 'neutral-consequences',
  mitigation: 'mitigations',
};

/** Sorts consequences into the sections of consequences that a draft has: the one for their kind, else the one for all. */
export function sortConsequences(
  points: readonly Point[],
  placed: readonly Given[],
  { sections }: HouseStyle,
): SortedConsequences {
  const isSeparated = sections.some(({ part }) => part !== undefined && isConsequencePart(part));
  const forAll = placed.find(({ place }) => place === 'consequences');
  const inside = forAll === undefined ? [] : splitAtHeadings(forAll.markdown).map(({ heading }) => heading);
  const sectionFor = ({ kind }: Point): AdrPart | undefined => {
    const part = partOfKind[kind];
    if (part !== undefined && placed.some(({ place }) => place === part)) return part;
    return forAll && (!isSeparated || inside.includes(part)) ? 'consequences' : undefined;
  };
  const bySection = new Map<AdrPart, Point[]>();
  const rest: Point[] = [];
  for (const point of points) {
    const part = sectionFor(point);
    if (part === undefined) rest.push(point);
    else bySection.set(part, [...(bySection.get(part) ?? []), point]);
  }
  return { bySection, rest };
}

/**
 * Adds consequences below those that a draft's own section has: under the heading for their kind inside it, else at the
 * end of what comes before any heading. `write` writes points of several kinds.
 */
export function addConsequences(
  section: Markdown,
  points: readonly Point[],
  write: (points: readonly Point[]) => Markdown,
): Markdown {
  if (points.length === 0) return section;
  const pieces = splitAtHeadings(section);
  const left: Point[] = [];
  const added = pieces.map(() => '');
  for (const point of points) {
    const part = partOfKind[point.kind];
    const at = pieces.findIndex(({ heading }) => heading !== undefined && heading === part);
    if (at === -1) left.push(point);
    else added[at] = [added[at], listOf([point.text])].filter(Boolean).join('\n');
  }
  const rest = left.length === 0 ? '' : write(left);
  return joinBlocks(
    ...pieces.map(({ text }, index) => append(append(text, added[index] ?? ''), index === 0 ? rest : '')),
  );
}

interface Piece {
  /** The kind of consequences that its heading names. */
  readonly heading: AdrPart | undefined;
  readonly text: Markdown;
}

/** What comes before the first heading, and each heading with what is below it. */
function splitAtHeadings(markdown: Markdown): Piece[] {
  const headings = parseMarkdown(markdown).children.filter((node) => node.type === 'heading');
  const starts = headings.map((heading) => placeOf(heading).start);
  const opening: Piece = { heading: undefined, text: markdown.slice(0, starts[0] ?? markdown.length).trimEnd() };
  return [
    opening,
    ...headings.map((heading, index) => ({
      heading: partOfHeading(toPlainLine(markdown.slice(placeOf(heading).start, placeOf(heading).end)), 'consequences'),
      text: markdown.slice(starts[index], starts[index + 1] ?? markdown.length).trimEnd(),
    })),
  ];
}

/** Appends blocks. A list continues the list before it, in its form. */
function append(markdown: Markdown, added: Markdown): Markdown {
  if (added === '' || markdown === '') return markdown + added;
  const last = parseMarkdown(markdown).children.at(-1);
  if (last?.type !== 'list' || last.ordered === true || !/^[-*+] /.test(added)) return joinBlocks(markdown, added);
  const bullet = markdown.charAt(placeOf(last).start);
  const gap = last.spread === true || last.children.some(({ spread }) => spread === true) ? '\n\n' : '\n';
  return markdown.trimEnd() + gap + added.replaceAll(/^[-*+](?= )/gm, bullet);
}
