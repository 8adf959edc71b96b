import type { AdrContent, Markdown, Point, PointKind } from '../content/content.ts';
import type { Part } from '../content/part.ts';
import { writeDate } from '../read/metadata/date.ts';
import type { HouseStyle, SectionForm } from '../style/house-style.ts';
import { madrSection } from '../style/madr-style.ts';
import { listOf } from './list-item.ts';
import { writeStatus } from './metadata.ts';
import { writeOptions } from './options.ts';
import { writeOutcome } from './outcome.ts';
import { madrPoints, writePoints } from './points.ts';

/** Parts that stand below the consequences, for one kind of them. */
export const nestedParts: readonly Part[] = [
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
];

/** Everything from which the body of a section is written. */
interface Writing {
  readonly form: SectionForm;
  readonly content: AdrContent;
  readonly style: HouseStyle;
  /** Whether the house has a section for a part. */
  readonly has: (part: Part) => boolean;
}

/** Writes what the ADR has for a part; undefined or empty if it has nothing. */
type WriteBody = (writing: Writing) => Markdown | undefined;

/** How the body of each part is written. The other parts are written only as the ADR has them. */
const bodies: Readonly<Partial<Record<Part, WriteBody>>> = {
  status: ({ content, style, has }) =>
    has('status') && content.status ? writeStatus(content.status, style) : undefined,
  date: ({ content, style, has }) =>
    has('date') && content.date !== undefined ? writeDate(content.date, style.dateForm) : undefined,
  people: ({ content, style, has }) =>
    has('people') ? listOf(content.roles.deciders ?? [], style.marks) || undefined : undefined,
  log: ({ content, style, has }) =>
    has('log') && content.status
      ? listOf([`${writeStatus(content.status, style)} ${content.date ?? ''}`.trim()], style.marks)
      : undefined,
  drivers: ({ form, content, style }) => {
    const points = content.drivers.map((text): Point => ({ kind: 'neutral', text }));
    return writeAll(points, form, style);
  },
  outcome: ({ form, content }) => content.outcome && writeOutcome(content.outcome, form.outcome),
  options: (writing) => writeOptionsOf(writing, false),
  'option-details': (writing) => writeOptionsOf(writing, true),
  consequences: ({ form, content, style, has }) =>
    nestedParts.some(has) ? undefined : writeAll(content.consequences, form, style),
  'good-consequences': (writing) => writeConsequences(writing, 'pro'),
  'bad-consequences': (writing) => writeConsequences(writing, 'con'),
  'neutral-consequences': (writing) => writeConsequences(writing, 'neutral'),
  mitigations: (writing) => writeConsequences(writing, 'mitigation'),
};

/** What stands under the heading of a part; undefined if the ADR has nothing for it. */
export function bodyOfPart(
  part: Part,
  form: SectionForm,
  content: AdrContent,
  style: HouseStyle,
): Markdown | undefined {
  const has = (other: Part) => style.sections.some((section) => section.part === other);
  return content.bodies[part] ?? bodies[part]?.({ form, content, style, has });
}

/** A house with one section for options has all of them there; a house with two has titles in one, details in the other. */
function writeOptionsOf({ form, content, style, has }: Writing, isDetails: boolean): Markdown | undefined {
  const known = form.options ?? madrSection(isDetails ? 'option-details' : 'options', '', 2).options;
  if (content.options.length === 0 || known === undefined) return undefined;
  const hasBoth = has('option-details') || !has('options');
  const tells = isDetails || !hasBoth ? 'all' : 'titles';
  return writeOptions(content.options, known, style.marks, { tells, isDetails, depth: form.depth }) || undefined;
}

/** Consequences of one kind, where the house tells kinds apart. */
function writeConsequences({ form, content, style, has }: Writing, wanted: PointKind): Markdown | undefined {
  if (!nestedParts.some(has)) return undefined;
  return writeAll(
    content.consequences.filter(({ kind }) => kind === wanted),
    form,
    style,
  );
}

function writeAll(
  points: readonly Point[],
  { part, points: known }: SectionForm,
  { marks }: HouseStyle,
): Markdown | undefined {
  if (points.length === 0) return undefined;
  const kind = points[0]?.kind ?? 'neutral';
  const plain = { ...madrPoints, leads: { [kind]: '' } };
  return writePoints(points, known ?? (part === 'consequences' ? madrPoints : plain), marks);
}
