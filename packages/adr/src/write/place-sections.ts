import type { AdrContent, Markdown, OwnSection } from '../content/content.ts';
import { type AdrPart, isConsequencePart, partsInOrder, tailParts } from '../content/part.ts';
import { foldHeading, isShortHeading } from '../content/part-of-heading.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import { joinBlocks } from '../markdown/to-markdown.ts';
import { contextHome } from '../style/asked-entries.ts';
import type { HouseStyle, SectionForm, Tightness } from '../style/house-style.ts';
import { madrSection } from '../style/madr-style.ts';
import { homelessCondition, revisitBody } from './fact-homes.ts';
import { bodyOfPart, metadataBelow, writeConsequencesInText, writeOptionsInText } from './part-body.ts';
import { hasTwoLanguages, isMadr, textLanguage, usualPoints } from './points.ts';

/** A section that is ready to be written. Without a body, it is only a heading for the sections below it. */
export interface PlacedSection {
  readonly key: string;
  readonly heading: Markdown;
  readonly depth: number;
  readonly body: Markdown | undefined;
  readonly tight?: Tightness | undefined;
  readonly isLine?: boolean | undefined;
  /** It says what the house says there in every ADR, in the lines of the house. */
  readonly isStanding?: boolean;
}

/** The sections of an ADR in their order, and what the house says before the first of them. */
interface PlacedText {
  readonly sections: readonly PlacedSection[];
  readonly opening: Markdown;
}

/**
 * All sections of the house with the ADR's content, and the ADR's additional sections in their places. What a house has no
 * section for is told where it tells such things.
 */
export function placeSections(content: AdrContent, style: HouseStyle): PlacedText {
  const left = [...content.sections];
  const written = style.sections.map((form): PlacedSection => {
    const { part, heading, depth, tight, isLine } = form;
    const standing = standingFor(form, content);
    if (part !== undefined) {
      const told = bodyOfPart(part, form, content, style);
      const isStanding = told === undefined && standing !== undefined;
      if (form.isEntry === true) return { key: part, heading: heading + (told ?? ''), depth, body: told && '' };
      return { key: part, heading, depth, body: told ?? standing, tight, isLine, isStanding };
    }
    const name = foldHeading(heading);
    const at = left.findIndex((section) => foldHeading(section.name) === name);
    const [own] = at === -1 ? [] : left.splice(at, 1);
    const said = revisitBody(form, content, style) || metadataBelow(form, content, style);
    const told = own?.markdown ?? (said || undefined);
    const isOwnLine = own === undefined ? isLine : own.isLine;
    return {
      key: heading,
      heading: own?.name ?? heading,
      depth: own?.depth ?? depth,
      body: told ?? standing,
      tight,
      isLine: isOwnLine,
      isStanding: told === undefined && standing !== undefined,
    };
  });
  const depths = style.sections.map(({ depth }) => depth);
  const highest = depths.length === 0 ? 2 : Math.min(...depths);
  const homes: Homes = { written, style, opening: [] };
  for (const part of partsInOrder) {
    if (style.sections.some((form) => form.part !== undefined && [part, partner[part]].includes(form.part))) continue;
    const inMadr = madrSection(
      part,
      content.headings?.[part] ?? headingOf(part, style),
      part === 'consequences' ? highest : highest + depthBelow(part),
      style.labelLanguage,
    );
    // Without a section for the details, the options have them.
    const form = withUsualPoints(part === 'options' ? { ...inMadr, options: undefined } : inMadr, style);
    const body = bodyOfPart(part, form, content, style);
    if (body === undefined || body === '') continue;
    if (!isToldElsewhere(part, body, content, homes)) {
      insertPart(written, { key: part, depth: form.depth, body, ...likeHouse(form.heading, style) });
    }
  }
  for (const section of left) insertOwn(written, section, style);
  tellCondition(content, homes, highest);
  return { sections: written, opening: joinBlocks(...homes.opening) };
}

/** What the house says in a section that an ADR has nothing for, with its own year. */
function standingFor({ standing, standingYear }: SectionForm, { date }: AdrContent): Markdown | undefined {
  return standingYear === undefined || date === undefined
    ? standing
    : standing?.replace(standingYear, date.slice(0, 4));
}

/** Tells what would change people's mind: in the notes, as MADR has it, or else in a section before the references. */
function tellCondition(content: AdrContent, homes: Homes, depth: number): void {
  const told = homelessCondition(content, homes.style);
  if (told === undefined) return;
  const notes = homes.written.find(({ key }) => key === 'more-information');
  if (notes !== undefined) addTo(homes, notes, told.line);
  else insertOwn(homes.written, { name: told.heading, depth, markdown: told.text, after: '' }, homes.style);
}

/** A heading that the house lacks, as a bold line if that is how it writes headings. */
function likeHouse(heading: string, { sections }: HouseStyle): Pick<PlacedSection, 'heading' | 'isLine'> {
  const like = sections.find(({ isLine }) => isLine)?.heading;
  const { before, after } = /^(?<before>\*\*|__).*(?<after>(?:\*\*|__)[:：]?)$/s.exec(like ?? '')?.groups ?? {};
  if (before === undefined || after === undefined) return { heading, isLine: false };
  return { heading: /^(?:\*\*|__)/.test(heading) ? heading : before + heading + after, isLine: true };
}

/** The form of a section without the sentences of MADR, with points as the house would write them, where it has others. */
function withUsualPoints(form: SectionForm, style: HouseStyle): SectionForm {
  if (isMadr(style.dialect) && !hasTwoLanguages(style)) return form;
  const points = usualPoints(style);
  return {
    ...form,
    outcome: undefined,
    points: form.points && points,
    options: form.options && { ...form.options, points: form.options.points && points },
  };
}

/** Where a house tells what it has no section for. */
interface Homes {
  readonly written: PlacedSection[];
  readonly style: HouseStyle;
  /** What stands before the first section. */
  readonly opening: Markdown[];
}

/**
 * Adds what an ADR says to the text of another section, in a house that has no section only for that: the context to the
 * first section that people fill in, or before all sections; drivers and options to the context; consequences to the
 * decision. Returns whether there is such a place.
 */
function isToldElsewhere(part: AdrPart, body: Markdown, content: AdrContent, homes: Homes): boolean {
  const { style } = homes;
  if (style.learnedFrom.how === 'default' || hasOnlyOwnSections(homes)) return false;
  const isGiven = content.bodies[part] !== undefined;
  const isOpen = style.sections.length === 0;
  if (part === 'context' && content.headings?.context === undefined) return addTo(homes, openSection(homes), body);
  if (part === 'outcome' && isOpen && content.headings?.outcome === undefined) return addTo(homes, undefined, body);
  if (isGiven) return false;
  // An ADR that has a heading for it keeps that.
  if (content.headings?.[part] !== undefined) return false;
  const language = textLanguage(style);
  switch (part) {
    case 'drivers':
      return addTo(homes, contextOf(homes), driversLead(style), body);
    case 'options':
      return addTo(homes, contextOf(homes), labelOf('options', language), writeOptionsInText(content, style));
    case 'consequences':
      if (style.sections.some((form) => form.part !== undefined && isConsequencePart(form.part))) return false;
      return addTo(
        homes,
        homes.written.find(({ key }) => key === 'outcome'),
        labelOf('consequences', language),
        writeConsequencesInText(content, style),
      );
    default:
      return false;
  }
}

/** What an ADR is about: a house with a section for some of that tells the rest there. */
const mainParts: readonly (AdrPart | undefined)[] = ['context', 'drivers', 'options', 'option-details', 'outcome'];

/** Whether a house has sections, and none that anything of an ADR belongs in: then it is under headings of its own. */
function hasOnlyOwnSections(homes: Homes): boolean {
  const { sections } = homes.style;
  const isOwn = ({ part }: SectionForm) => !mainParts.includes(part) && part !== 'rationale';
  return sections.length > 0 && sections.every(isOwn) && openSection(homes) === undefined;
}

/** Adds blocks to the end of a section, or, without one, to the text before all sections. */
function addTo({ written, opening }: Homes, section: PlacedSection | undefined, ...blocks: readonly Markdown[]): true {
  const at = section === undefined ? -1 : written.indexOf(section);
  if (section === undefined || at === -1) opening.push(...blocks);
  else {
    const body = section.body?.trimEnd() ?? '';
    written[at] = { ...section, body: joinBlocks(...(body === '' ? [] : [body]), ...blocks) };
  }
  return true;
}

/** The section that has the context, or else the reasons. */
function contextOf(homes: Homes): PlacedSection | undefined {
  const { written } = homes;
  return (
    written.find(({ key }) => key === 'context') ?? openSection(homes) ?? written.find(({ key }) => key === 'rationale')
  );
}

/** The section that has the context in a house that has none which is called like that. */
function openSection({ written, style: { sections } }: Homes): PlacedSection | undefined {
  const form = contextHome(sections);
  return form && written.find(({ key }) => key === form.heading);
}

/** What announces a part in the text of another section: “Considered options:”. */
function labelOf(part: AdrPart, language: AdrLanguage): Markdown {
  const { headings, colon } = adrWords[language];
  const words = wordToWrite(headings[part]);
  // Only German nouns keep their capitals in a sentence.
  const label = language === 'de' ? words : words.charAt(0) + words.slice(1).toLowerCase();
  return `${label}${colon}`.trimEnd();
}

/** What announces the drivers in the context: MADR's words for them in a house of MADR, or else plain ones. */
function driversLead(style: HouseStyle): Markdown {
  const language = textLanguage(style);
  if (isMadr(style.dialect) && !hasTwoLanguages(style)) return labelOf('drivers', language);
  const { driversLead: lead, colon } = adrWords[language];
  return `${lead}${colon}`.trimEnd();
}

/** A house that has one of these two parts needs no section for the other. */
const partner: Readonly<Partial<Record<AdrPart, AdrPart>>> = { options: 'option-details', 'option-details': 'options' };

const depthBelow = (part: AdrPart) => (isConsequencePart(part) ? 1 : 0);

/**
 * The heading for a part. In a house that has “Positive”, it is “Negative” instead of “Negative Consequences”, with a colon
 * if that has one.
 */
function headingOf(part: AdrPart, { sections, labelLanguage }: HouseStyle): string {
  const { headings, shortHeadings } = adrWords[labelLanguage];
  const siblings = sections.filter((form) => form.part?.endsWith('-consequences'));
  const isShort = siblings.length > 0 && siblings.every((form) => isShortHeading(form.heading));
  if (!isShort || !isConsequencePart(part)) return wordToWrite(headings[part]);
  const colons = siblings.map((form) => /[:：]$/.exec(form.heading)?.[0] ?? '');
  return wordToWrite(shortHeadings[part]) + (colons.every((colon) => colon === colons[0]) ? (colons[0] ?? '') : '');
}

/** Inserts a section after the part that precedes it in MADR. A log, which MADR lacks, is the last of all. */
function insertPart(written: PlacedSection[], section: PlacedSection): void {
  if (section.key === 'log') {
    written.push(section);
    return;
  }
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
function insertOwn(written: PlacedSection[], section: OwnSection, style: HouseStyle): void {
  const { name, depth, markdown, after, isLine } = section;
  const heading = isLine === undefined ? likeHouse(name, style) : { heading: name, isLine };
  const before = written.findLastIndex(({ key }) => key === after);
  const at = after === undefined ? 0 : before === -1 ? beforeReferences(written) : endOf(written, before, depth);
  written.splice(at, 0, { key: name, depth, body: markdown, ...heading });
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
