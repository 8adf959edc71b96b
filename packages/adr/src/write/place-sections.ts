import type { AdrContent, Markdown, OwnSection } from '../content/content.ts';
import { type AdrPart, isConsequencePart, partsInOrder, tailParts } from '../content/part.ts';
import { foldHeading, isShortHeading } from '../content/part-of-heading.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import { joinBlocks } from '../markdown/to-markdown.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { madrSection } from '../style/madr-style.ts';
import { bodyOfPart, metadataBelow } from './part-body.ts';

/** A section that is ready to be written. Without a body, it is only a heading for the sections below it. */
export interface PlacedSection {
  readonly key: string;
  readonly heading: Markdown;
  readonly depth: number;
  readonly body: Markdown | undefined;
  readonly isTight?: boolean | undefined;
}

/** All sections of the house with the ADR's content, and the ADR's additional sections in their places. */
export function placeSections(content: AdrContent, style: HouseStyle): PlacedSection[] {
  const left = [...content.sections];
  const written = style.sections.map((form): PlacedSection => {
    const { part, heading, depth, isTight, standing } = form;
    if (part !== undefined) {
      return { key: part, heading, depth, body: bodyOfPart(part, form, content, style) ?? standing, isTight };
    }
    const name = foldHeading(heading);
    const at = left.findIndex((section) => foldHeading(section.name) === name);
    const [own] = at === -1 ? [] : left.splice(at, 1);
    const body = own?.markdown ?? (metadataBelow(form, content, style) || standing);
    return { key: heading, heading: own?.name ?? heading, depth: own?.depth ?? depth, body, isTight };
  });
  const depths = style.sections.map(({ depth }) => depth);
  const highest = depths.length === 0 ? 2 : Math.min(...depths);
  for (const part of partsInOrder) {
    if (style.sections.some((form) => form.part !== undefined && [part, partner[part]].includes(form.part))) continue;
    const inMadr = madrSection(
      part,
      content.headings?.[part] ?? headingOf(part, style),
      part === 'consequences' ? highest : highest + depthBelow(part),
      style.labelLanguage,
    );
    // Without a section for the details, the options have them.
    const form = part === 'options' ? { ...inMadr, options: undefined } : inMadr;
    const body = bodyOfPart(part, form, content, style);
    if (body === undefined || body === '') continue;
    const isPlaced = part === 'drivers' && content.bodies.drivers === undefined && addToContext(written, body, style);
    if (!isPlaced) insertPart(written, { key: part, heading: form.heading, depth: form.depth, body });
  }
  for (const section of left) insertOwn(written, section);
  return written;
}

/** Adds the drivers to the context, in a house that has a section only for that. Returns whether there is one. */
function addToContext(written: PlacedSection[], drivers: Markdown, { labelLanguage }: HouseStyle): boolean {
  const at = written.findIndex(({ key }) => key === 'context');
  const context = written[at];
  if (context?.body === undefined) return false;
  const { headings, colon } = adrWords[labelLanguage];
  const label = `${wordToWrite(headings.drivers)}${colon}`.trimEnd();
  written[at] = { ...context, body: joinBlocks(context.body.trimEnd(), label, drivers) };
  return true;
}

/** A house that has one of these two parts needs no section for the other. */
const partner: Readonly<Partial<Record<AdrPart, AdrPart>>> = { options: 'option-details', 'option-details': 'options' };

const depthBelow = (part: AdrPart) => (isConsequencePart(part) ? 1 : 0);

/** The heading for a part. In a house that has “Positive”, it is “Negative” instead of “Negative Consequences”. */
function headingOf(part: AdrPart, { sections, labelLanguage }: HouseStyle): string {
  const { headings, shortHeadings } = adrWords[labelLanguage];
  const siblings = sections.filter((form) => form.part?.endsWith('-consequences'));
  const isShort = siblings.length > 0 && siblings.every((form) => isShortHeading(form.heading));
  return wordToWrite(isShort && isConsequencePart(part) ? shortHeadings[part] : headings[part]);
}

/** Inserts a section after the part that precedes it in MADR. */
function insertPart(written: PlacedSection[], section: PlacedSection): void {
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

/** Inserts a section after the one that it follows in the ADR, or else before the references. */
function insertOwn(written: PlacedSection[], { name, depth, markdown, after }: OwnSection): void {
  const before = written.findLastIndex(({ key }) => key === after);
  const at = after === undefined ? 0 : before === -1 ? beforeReferences(written) : endOf(written, before, depth);
  written.splice(at, 0, { key: name, heading: name, depth, body: markdown });
}

/** The index at which the references and the sections after them start. */
function beforeReferences(written: readonly PlacedSection[]): number {
  return written.findLastIndex(({ key }) => !tailParts.some((part) => part === key)) + 1;
}

/** The index after a section and its subsections, which are deeper than `depth` or the section itself. */
function endOf(written: readonly PlacedSection[], index: number, depth?: number): number {
  const section = written[index];
  if (section === undefined) return 0;
  const level = depth ?? section.depth;
  let end = index + 1;
  while ((written[end]?.depth ?? 0) > level) end += 1;
  return end;
}

/** Leaves out headings that have nothing under them. */
export function keepNeeded(sections: readonly PlacedSection[]): PlacedSection[] {
  return sections.filter(({ body, depth }, index) => {
    if (body !== undefined) return true;
    const rest = sections.slice(index + 1);
    const end = rest.findIndex((other) => other.depth <= depth);
    return rest.slice(0, end === -1 ? rest.length : end).some((other) => other.body !== undefined);
  });
}
