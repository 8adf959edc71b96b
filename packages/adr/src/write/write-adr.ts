import type { AdrContent, Markdown, OwnSection, Point, PointKind } from '../content/content.ts';
import { foldHeading, type Part, partsInOrder, tailParts } from '../content/part.ts';
import { lowerHeadings } from '../markdown/embed.ts';
import { hasFrontMatter } from '../markdown/markdown.ts';
import { writeDate } from '../read/date.ts';
import type { HouseStyle, SectionForm } from '../style/house-style.ts';
import { madrSection } from '../style/madr-style.ts';
import { headingText } from './heading.ts';
import { listOf } from './list-item.ts';
import { placesOf, writeMetadata, writeStatus } from './metadata.ts';
import { writeOptions } from './options.ts';
import { writeOutcome } from './outcome.ts';
import { madrPoints, writePoints } from './points.ts';

/** A section ready to be written; without a body it is a mere heading for those below it. */
interface Written {
  readonly key: string;
  readonly heading: Markdown;
  readonly depth: number;
  readonly body: Markdown | undefined;
  readonly isTight?: boolean | undefined;
}

/**
 * The text of an ADR in a house's style. Sections stand in the house's order; what the house has no section for stands
 * where MADR has it, or after the section that it followed. Nothing that the ADR says is left out, but for metadata
 * that the house doesn't keep.
 */
export function writeAdr(content: AdrContent, style: HouseStyle): string {
  const frontMatter = content.frontMatter ?? (style.frontMatter && writeMetadata(content, style.frontMatter, style));
  const sections = keepNeeded(placeSections(content, style));
  const highest = Math.min(...sections.map(({ depth }) => depth));
  const rule = style.hasRules ? ['---'] : [];
  const closing = content.closing || (style.closing ? writeMetadata(content, style.closing, style) : '');
  const metadata = content.metadata ?? (style.metadata ? writeMetadata(content, style.metadata, style) : '');
  const status =
    content.metadata === undefined && isStatusLost(style) && content.status
      ? `Status: ${writeStatus(content.status, style)}`
      : '';
  const blocks = [
    ...(frontMatter === undefined || (frontMatter === '' && content.frontMatter === undefined)
      ? []
      : [`---\n${frontMatter}\n---`]),
    content.preface,
    titleLine(content, style),
    metadata,
    status,
    content.introduction,
    ...sections.flatMap((section) => [...(section.depth === highest ? rule : []), sectionText(section, style)]),
    ...(closing === '' ? [] : [...rule, closing]),
  ];
  const text = joinBlocks(blocks.filter((block) => block !== ''));
  // At the very beginning, not behind a blank line, rules could be taken for front matter, and a byte order mark is lost.
  const isMistakable = text.startsWith('\ufeff') || (frontMatter === undefined && hasFrontMatter(text));
  const safe = isMistakable ? `\n${text}` : text;
  const ended = style.marks.endsWithLineFeed && safe !== '' && !safe.endsWith('\n') ? `${safe}\n` : safe;
  return style.marks.lineEnding === '\n' ? ended : ended.replaceAll('\n', style.marks.lineEnding);
}

/** With a blank line in between, unless a block has brought what is to stand behind it. */
function joinBlocks(blocks: readonly Markdown[]): Markdown {
  return blocks.reduce((text, block) => text + (text === '' || text.endsWith('\n') ? '' : '\n\n') + block, '');
}

function titleLine({ number, title }: AdrContent, { title: form }: HouseStyle): Markdown {
  if (form.depth === 0) return '';
  const digits = number === undefined ? 'N'.repeat(Math.max(form.width, 1)) : String(number).padStart(form.width, '0');
  const lead = form.width === 0 ? '' : form.before + digits + form.after;
  return headingText(form.depth, lead + title);
}

function isStatusLost(style: HouseStyle): boolean {
  const isInMetadata = placesOf(style).some(({ entries }) => entries.some(({ field }) => field === 'status'));
  return !isInMetadata && !style.sections.some(({ part }) => part === 'status' || part === 'log');
}

function sectionText({ heading, depth, body: given, isTight }: Written, { marks }: HouseStyle): Markdown {
  const head = headingText(depth, heading);
  if (given === undefined || given === '') return head;
  // Of a draft or a record, whose own section may have been a higher one.
  const body = lowerHeadings(given, depth);
  return head + ((isTight ?? marks.hasTightHeadings) && /^(?:[-*+]|\d+\.) /.test(body) ? '\n' : '\n\n') + body;
}

/** Every section of the house with what the ADR has for it, and the ADR's own in their places. */
function placeSections(content: AdrContent, style: HouseStyle): Written[] {
  const left = [...content.sections];
  const written = style.sections.map((form): Written => {
    const { part, heading, depth, isTight } = form;
    if (part !== undefined) return { key: part, heading, depth, body: bodyOfPart(part, form, content, style), isTight };
    const name = foldHeading(heading);
    const at = left.findIndex((section) => foldHeading(section.name) === name);
    const [own] = at === -1 ? [] : left.splice(at, 1);
    return { key: heading, heading: own?.name ?? heading, depth: own?.depth ?? depth, body: own?.markdown, isTight };
  });
  const highest = Math.min(2, ...style.sections.map(({ depth }) => depth));
  for (const part of partsInOrder) {
    if (style.sections.some((form) => form.part !== undefined && [part, partner[part]].includes(form.part))) continue;
    const form = madrSection(
      part,
      headingOf(part, style),
      part === 'consequences' ? highest : highest + depthBelow(part),
    );
    const body = bodyOfPart(part, form, content, style);
    if (body !== undefined && body !== '')
      insertPart(written, { key: part, heading: form.heading, depth: form.depth, body });
  }
  for (const section of left) insertOwn(written, section);
  return written;
}

/** A house that has one of the two needs no section for the other. */
const partner: Readonly<Partial<Record<Part, Part>>> = { options: 'option-details', 'option-details': 'options' };

const nestedParts: readonly Part[] = ['good-consequences', 'bad-consequences', 'neutral-consequences', 'mitigations'];
const depthBelow = (part: Part) => (nestedParts.includes(part) ? 1 : 0);

/** A house that has “Positive” has “Negative” beside it, not “Negative Consequences”. */
function headingOf(part: Part, { sections }: HouseStyle): string {
  const heading = defaultHeadings[part];
  const siblings = sections.filter((form) => form.part?.endsWith('-consequences'));
  const isShort = siblings.length > 0 && siblings.every((form) => !/consequences/i.test(form.heading));
  return isShort ? heading.replace(/ Consequences$/, '') : heading;
}

const defaultHeadings: Readonly<Record<Part, string>> = {
  status: 'Status',
  date: 'Date',
  people: 'Deciders',
  log: 'Change Log',
  summary: 'Summary',
  context: 'Context',
  drivers: 'Decision Drivers',
  options: 'Considered Options',
  outcome: 'Decision',
  rationale: 'Rationale',
  consequences: 'Consequences',
  'good-consequences': 'Positive Consequences',
  'bad-consequences': 'Negative Consequences',
  'neutral-consequences': 'Neutral Consequences',
  mitigations: 'Mitigations',
  confirmation: 'Confirmation',
  'option-details': 'Pros and Cons of the Options',
  related: 'Related Decisions',
  references: 'References',
  'more-information': 'More Information',
};

/** Behind the section of the part that comes before it in MADR. */
function insertPart(written: Written[], section: Written): void {
  const names: readonly string[] = partsInOrder;
  const orders = written.map(({ key }) => names.indexOf(key)).filter((order) => order < names.indexOf(section.key));
  const before = names[Math.max(-1, ...orders)];
  written.splice(
    before === undefined
      ? 0
      : endOf(
          written,
          written.findLastIndex(({ key }) => key === before),
        ),
    0,
    section,
  );
}

function insertOwn(written: Written[], { name, depth, markdown, after }: OwnSection): void {
  const before = written.findLastIndex(({ key }) => key === after);
  const at = after === undefined ? 0 : before === -1 ? beforeReferences(written) : endOf(written, before, depth);
  written.splice(at, 0, { key: name, heading: name, depth, body: markdown });
}

/** Where the references and what follows them begin. */
function beforeReferences(written: readonly Written[]): number {
  return written.findLastIndex(({ key }) => !tailParts.some((part) => part === key)) + 1;
}

/** Behind a section and those behind it that are deeper than `depth`, or than the section itself. */
function endOf(written: readonly Written[], index: number, depth?: number): number {
  const section = written[index];
  if (section === undefined) return 0;
  const level = depth ?? section.depth;
  let end = index + 1;
  while ((written[end]?.depth ?? 0) > level) end += 1;
  return end;
}

/** Leaves out headings under which nothing stands. */
function keepNeeded(sections: readonly Written[]): Written[] {
  return sections.filter(({ body, depth }, index) => {
    if (body !== undefined) return true;
    const rest = sections.slice(index + 1);
    const end = rest.findIndex((other) => other.depth <= depth);
    return rest.slice(0, end === -1 ? rest.length : end).some((other) => other.body !== undefined);
  });
}

const kindOfPart: Readonly<Partial<Record<Part, PointKind>>> = {
  'good-consequences': 'pro',
  'bad-consequences': 'con',
  'neutral-consequences': 'neutral',
  mitigations: 'mitigation',
};

/** What stands under the heading of a part; undefined if the ADR has nothing for it. */
export function bodyOfPart(
  part: Part,
  form: SectionForm,
  content: AdrContent,
  style: HouseStyle,
): Markdown | undefined {
  const carried = content.bodies[part];
  if (carried !== undefined) return carried;
  const { marks } = style;
  const hasSection = (other: Part) => style.sections.some((section) => section.part === other);
  const ofKind = kindOfPart[part];
  const isSplit = nestedParts.some(hasSection);
  switch (part) {
    case 'status':
      return hasSection('status') && content.status ? writeStatus(content.status, style) : undefined;
    case 'date':
      return hasSection('date') && content.date !== undefined ? writeDate(content.date, style.dateForm) : undefined;
    case 'people':
      return hasSection('people') ? listOf(content.roles.deciders ?? [], marks) || undefined : undefined;
    case 'log':
      return hasSection('log') && content.status
        ? listOf([`${writeStatus(content.status, style)} ${content.date ?? ''}`.trim()], marks)
        : undefined;
    case 'drivers':
      return writeAll(
        content.drivers.map((text): Point => ({ kind: 'neutral', text })),
        form,
        style,
      );
    case 'outcome':
      return content.outcome && writeOutcome(content.outcome, form.outcome);
    case 'options':
    case 'option-details': {
      if (content.options.length === 0) return undefined;
      const isDetails = part === 'option-details';
      const hasBoth = hasSection('option-details') || !hasSection('options');
      const tells = isDetails || !hasBoth ? 'all' : 'titles';
      const known = form.options ?? madrSection(part, '', 2).options;
      return (
        known && (writeOptions(content.options, known, marks, { tells, isDetails, depth: form.depth }) || undefined)
      );
    }
    case 'consequences':
      return isSplit ? undefined : writeAll(content.consequences, form, style);
    default: {
      if (ofKind === undefined || (!isSplit && !hasSection(part))) return undefined;
      return writeAll(
        content.consequences.filter(({ kind }) => kind === ofKind),
        form,
        style,
      );
    }
  }
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
