import type { Markdown } from '@gavel/adr/content/content.ts';
import { type AdrPart, tailParts } from '@gavel/adr/content/part.ts';
import { foldHeading, partOfHeading } from '@gavel/adr/content/part-of-heading.ts';
import type { DraftSection } from '@gavel/adr/draft/draft-sections.ts';
import type { DraftSource } from '@gavel/adr/draft/draft-source.ts';
import { type OuterPlace, placeOfHeading } from '@gavel/adr/draft/reserved-headings.ts';
import { embedAsWritten, embedWords } from '@gavel/adr/markdown/embed.ts';
import { readMetadata } from '@gavel/adr/read/metadata/metadata.ts';
import { meaningOfStatus, readStatus } from '@gavel/adr/read/metadata/status.ts';
import { readSource } from '@gavel/adr/read/source/source.ts';
import type { HouseStyle, SectionForm } from '@gavel/adr/style/house-style.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { Section } from '../decision/proposal/section.ts';
import type { AdrRecord } from './record.ts';
import { findAnchor } from './section-anchor.ts';

/** Where a record's section goes in a house: a part, a place outside all sections, or a section of its own. */
export interface RecordedSection {
  readonly heading: string;
  readonly place: AdrPart | OuterPlace | undefined;
  readonly name: Markdown;
  readonly depth: number;
  readonly after: string | undefined;
  /** A text in which nothing is HTML or a mention. */
  readonly markdown: Markdown;
}

/** What a record says in other fields; a section with such a name is a section of its own. */
const fieldParts: readonly (AdrPart | undefined)[] = ['context', 'options', 'option-details'];

/**
 * Where the sections of a record belong in a house: in the part that their heading names, in this house or in general;
 * otherwise where they were in the draft; otherwise in their order before the references.
 */
export function placeSections(record: AdrRecord, draft: DraftSource | undefined, style: HouseStyle): RecordedSection[] {
  const drafted = [...(draft?.sections ?? [])];
  const taken = new Set<AdrPart | OuterPlace>();
  const placed: RecordedSection[] = [];
  let last: Markdown | undefined;
  const deeper = topOf(style.sections) - topOf(draft?.sections ?? []);
  const depthOf = (source: DraftSection | undefined) =>
    Math.min(Math.max((source?.depth ?? topOf(draft?.sections ?? [])) + deeper, 1), 6);
  for (const section of record.sections) {
    const at = drafted.findIndex(({ heading }) => foldHeading(heading) === foldHeading(section.heading));
    const [source] = at === -1 ? [] : drafted.splice(at, 1);
    const form = style.sections.find(
      ({ heading }) => foldHeading(toPlainLine(heading)) === foldHeading(section.heading),
    );
    const wanted = placeFor(section, source, form, record);
    const place = wanted === undefined || taken.has(wanted) ? undefined : wanted;
    if (place !== undefined) taken.add(place);
    const markdown = embedAsWritten(source ? section.markdown : withoutStatus(section.markdown, place));
    const name = source ? embedWords(source.name) : (form?.heading ?? typedLine(section.heading));
    const isOwn = place === undefined && form === undefined;
    const anchor = isOwn ? findAnchor(source, draft, placed, style) : { after: undefined };
    const lastAtEnd = last;
    if (anchor === undefined) last = name;
    placed.push({
      heading: section.heading,
      place,
      name,
      depth: source === undefined && form !== undefined ? form.depth : depthOf(source),
      after: anchor === undefined ? (lastAtEnd ?? beforeReferences(style)) : anchor.after,
      markdown,
    });
  }
  return placed;
}

/** The content of a place, as far as sections give it. */
export function sectionAt(placed: readonly RecordedSection[], wanted: RecordedSection['place']): Markdown {
  return placed.find(({ place }) => place === wanted)?.markdown ?? '';
}

function topOf(sections: readonly { readonly depth: number }[]): number {
  return sections.length === 0 ? 2 : Math.min(...sections.map(({ depth }) => depth));
}

function placeFor(
  { heading, markdown }: Section,
  source: DraftSection | undefined,
  form: SectionForm | undefined,
  record: AdrRecord,
): AdrPart | OuterPlace | undefined {
  const reserved = placeOfHeading(heading);
  if (reserved !== undefined) return isOpening(reserved) && tellsFields(markdown) ? undefined : reserved;
  if (form !== undefined) return isTold(form.part, record) ? undefined : form.part;
  const part = source ? source.part : partOfHeading(heading, undefined);
  if (part === 'date' || part === 'people' || part === 'log') return undefined;
  return fieldParts.includes(part) || isTold(part, record) ? undefined : part;
}

const isOpening = (place: OuterPlace) => place === 'introduction' || place === 'preface';

/** Whether a text could be mistaken for the status, the date or the people, which come from the vote. */
function tellsFields(markdown: string): boolean {
  const source = readSource(markdown);
  const entries = readMetadata(source, source.nodes)?.entries ?? [];
  return entries.some(({ field }) => field !== undefined);
}

/** A section can't tell what fields of the record already tell. */
function isTold(part: AdrPart | undefined, record: AdrRecord): boolean {
  return (part === 'context' && record.context.trim() !== '') || (part === 'drivers' && record.drivers.length > 0);
}

/** The status comes from the vote; anything else that somebody typed in its section stays. */
function withoutStatus(markdown: Markdown, place: RecordedSection['place']): Markdown {
  if (place !== 'status') return markdown;
  const [first = '', ...others] = markdown.trim().split('\n');
  const isStatus = meaningOfStatus(readStatus(first).word) !== undefined && !first.includes('](');
  return isStatus ? others.join('\n').trim() : markdown;
}

/** The key of the section after which the references and what follows them begin; in a house without any, MADR's. */
function beforeReferences({ sections }: HouseStyle): string {
  const end = sections.findIndex(({ part }) => tailParts.includes(part));
  const before = sections[(end === -1 ? sections.length : end) - 1];
  return before === undefined ? 'consequences' : (before.part ?? before.heading);
}
