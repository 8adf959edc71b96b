import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrOutcome, Markdown, Point, PointKind } from '../content/content.ts';
import { type AdrPart, isConsequencePart } from '../content/part.ts';
import { partOfHeading } from '../content/part-of-heading.ts';
import { numberIn } from '../name/file-name.ts';
import { readOutcome } from './choice/outcome.ts';
import { dialectOf } from './dialect.ts';
import type { AdrDocument, AdrSection } from './document.ts';
import { doubtsAbout } from './doubts.ts';
import { readLinks } from './links/links.ts';
import { settleLinks } from './links/settle-links.ts';
import type { Located } from './located.ts';
import { withoutPastReviews } from './metadata/collect-facts.ts';
import { collectFields, sectionsWithMetadata } from './metadata/collect-fields.ts';
import type { Metadata } from './metadata/entry/entry.ts';
import { readFrontMatter } from './metadata/front-matter.ts';
import { readMetadata } from './metadata/metadata.ts';
import { readRevisitSection } from './metadata/revisit-section.ts';
import { metadataOfSection } from './metadata/section-entries.ts';
import { meaningOfStatus } from './metadata/status.ts';
import { withoutStatusOfText } from './metadata/status-of-text.ts';
import { endOfTitle } from './metadata/title-entries.ts';
import { isCounted, isOnlyCounter } from './options/counter.ts';
import { readOptions } from './options/options.ts';
import { readQuestions } from './options/questions.ts';
import { readPoints } from './points/points.ts';
import { type Outline, outlineOf, type Segment } from './source/outline.ts';
import { blocksAsWritten, headingAsWritten, placeOf, readSource, type Source } from './source/source.ts';
import { isOnlyNumber, titleInSection, titleInText } from './title-in-text.ts';
import { readTitle } from './title-text.ts';
import { readYStatement, type YStatement } from './y-statement.ts';

/**
 * Reads an ADR of any dialect. Every text gives a document: sections keep what can't be understood, and each doubt
 * becomes a warning with a line and advice. The file name may include folders.
 */
export function readAdr(text: string, fileName?: string): AdrDocument {
  const source = readSource(text);
  const outline = outlineOf(source);
  const sections = outline.segments.map((segment, index) =>
    readSection(source, segment, { before: index, next: outline.segments.slice(index + 1) }),
  );
  const metadata = readMetadata(source, outline.preamble);
  const frontMatter =
    outline.frontMatter &&
    withoutStatusOfText(source, readFrontMatter(source, outline.frontMatter), metadata, sections);
  const closing = closingOf(source, outline);
  const inName = fileName === undefined ? undefined : numberIn(fileName);
  const heading =
    outline.title &&
    readTitle(headingAsWritten(source, outline.title), outline.title.depth, numberOnce(fileName, inName), fileName);
  const place = outline.title && placeOf(outline.title);
  const fields = collectFields({ source, outline, sections, fileName }, { frontMatter, metadata, closing });
  const headingNumber = heading?.number === undefined || !place ? undefined : locate(heading.number, 'heading', place);
  const settled = <Place extends Metadata>(place: Place | undefined) =>
    place && withoutPastReviews(place, source, fields.date?.value);
  const named: Located<number> | undefined =
    inName === undefined ? undefined : { value: inName, foundIn: 'file name', line: 1, start: 0, end: 0 };
  const number = named ?? headingNumber ?? fields.number;
  const statement = readYStatement(source.text);
  const outcomeSection = decidingSection(sections);
  const outcome = outcomeSection ? readOutcome(source, outcomeSection.segment.nodes).outcome : statement?.outcome;
  const labelled = heading && isOnlyNumber(heading.title) ? fields.title : undefined;
  const inSection =
    labelled ?? (heading && titleInSection(source, heading.title, { preamble: outline.preamble, sections }));
  const inHeading = heading && place && locate(heading.title, 'heading', place);
  const title = inSection ?? inHeading ?? fields.title ?? titleInText(source, outline);
  const asked = readQuestions(source, sections, {
    outcome,
    title: title?.value ?? '',
    preamble: outline.preamble,
    isRejected: meaningOfStatus(fields.statuses[0]?.value.word ?? '') === 'rejected',
  });
  const options = asked.length === 0 ? (statement?.options ?? []) : asked;
  const document: Omit<AdrDocument, 'warnings'> = {
    fileName,
    source,
    outline,
    number,
    headingNumber,
    title,
    titleForm: heading?.form ?? { depth: 0, before: '', width: 0, after: '' },
    statuses: fields.statuses,
    statusBoxes: fields.statusBoxes,
    date: fields.date,
    dateForm: fields.dateForm,
    dateOrder: fields.dateOrder,
    roles: fields.roles,
    affects: fields.affects,
    revisit: fields.revisit,
    frontMatter: settled(frontMatter),
    metadata: settled(metadata),
    closing: settled(closing),
    context: bodyOf(sections, 'context') ?? (statement && { ...wholeText, value: statement.context }),
    drivers: driversOf(source, sections),
    options,
    chosen: options.find(({ isChosen }) => isChosen),
    outcome: outcome && outcomeOf(outcome, outcomeSection),
    rationale: bodyOf(sections, 'rationale'),
    consequences: consequencesOf(source, sections, statement),
    confirmation: bodyOf(sections, 'confirmation'),
    related: bodyOf(sections, 'related'),
    references: bodyOf(sections, 'references'),
    links: settleLinks(readLinks(source, number?.value), { number: number?.value, fileName }),
    sections: sections.map((section) => ({ ...section, metadata: settled(section.metadata) })),
    dialect: dialectOf(sections, {
      frontMatter,
      metadata,
      isYStatement: statement !== undefined,
      hasNumberedTitle: heading?.number !== undefined,
    }),
  };
  return { ...document, warnings: doubtsAbout(document, frontMatter?.warnings ?? []) };
}

/**
 * The section with the decision: that of the outermost heading for it, unless options are below that, and behind them is
 * another heading for what was decided.
 */
function decidingSection(sections: readonly AdrSection[]): AdrSection | undefined {
  const at = sections.findIndex(({ part }) => part === 'outcome');
  const outer = sections[at];
  if (outer === undefined) return undefined;
  const rest = sections.slice(at + 1);
  const end = rest.findIndex(({ depth }) => depth <= outer.depth);
  const within = rest.slice(0, end === -1 ? rest.length : end);
  const options = within.findIndex(({ part }) => part === 'options');
  const inner = within.slice(options + 1).find(({ name }) => partOfHeading(name, undefined) === 'outcome');
  return options === -1 ? outer : (inner ?? outer);
}

/** The metadata at the end of a file. */
function closingOf(source: Source, { closing, hasRules, hasClosingRule }: Outline): Metadata | undefined {
  const found = readMetadata(source, closing, 'closing');
  return found && { ...found, form: { ...found.form, isRuled: hasClosingRule && !hasRules } };
}

function locate<Value>(
  value: Value,
  foundIn: Located<Value>['foundIn'],
  place: { line: number; start: number; end: number },
): Located<Value> {
  return { value, foundIn, line: place.line, start: place.start, end: place.end };
}

/** The kind of points that need no label in a section, by the section's part. */
const unlabelled: Readonly<Partial<Record<AdrPart, PointKind>>> = {
  drivers: 'neutral',
  'good-consequences': 'pro',
  'bad-consequences': 'con',
  'neutral-consequences': 'neutral',
  mitigations: 'mitigation',
};

const pointParts: readonly (AdrPart | undefined)[] = [
  'drivers',
  'consequences',
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
];

function readSection(
  source: Source,
  segment: Segment,
  { before, next }: { readonly before: number; readonly next: readonly Segment[] },
): AdrSection {
  const { part, nodes } = segment;
  const isLast = next.length === 0;
  const isOptions = [part, segment.repeats].some((named) => named === 'options' || named === 'option-details');
  return {
    name: segment.name,
    part,
    depth: segment.heading.depth,
    line: placeOf(segment.heading).line,
    markdown: blocksAsWritten(source, nodes),
    segment,
    options: isOptions ? readOptions(source, [...nodes, ...furtherOptions(next)]) : undefined,
    points: pointParts.includes(part) ? readPoints(source, nodes, part && unlabelled[part]) : undefined,
    outcome: part === 'outcome' ? readOutcome(source, nodes).form : undefined,
    metadata: isLast || before < sectionsWithMetadata ? metadataOfSection(source, segment, isLast) : undefined,
    revisit: readRevisitSection(source, segment),
  };
}

/** The sections right after one about options that are options, too: “Option 2: …” at the wrong level. */
function furtherOptions(next: readonly Segment[]): RootContent[] {
  const end = next.findIndex(
    ({ part, name }) => part !== undefined || !(isCounted(name) || isOnlyCounter(name.replace(/[:：]$/, ''))),
  );
  return next.slice(0, end === -1 ? next.length : end).flatMap(({ heading, nodes }) => [heading, ...nodes]);
}

/** The position of anything that has no section of its own. */
const wholeText = { foundIn: 'text', line: 1, start: 0, end: 0 } as const;

function outcomeOf(outcome: AdrOutcome, section: AdrSection | undefined): Located<AdrOutcome> {
  return section === undefined
    ? { ...wholeText, value: outcome }
    : locate(outcome, 'section', placeOf(section.segment.heading));
}

function consequencesOf(
  source: Source,
  sections: readonly AdrSection[],
  statement: YStatement | undefined,
): readonly Point[] {
  const isOwn = sections.some(({ part }) => part === 'consequences' || (part !== undefined && isConsequencePart(part)));
  if (statement !== undefined && !sections.some(({ part }) => part === 'consequences')) return statement.consequences;
  const outcome = isOwn ? undefined : sections.find(({ part }) => part === 'outcome');
  const told = outcome && announcedIn(source, outcome, 'consequences');
  if (told !== undefined) return readPoints(source, [told])?.points ?? [];
  return sections.flatMap((section) => (section.part === 'drivers' ? [] : (section.points?.points ?? [])));
}

function driversOf(source: Source, sections: readonly AdrSection[]): AdrDocument['drivers'] {
  const section = sections.find(({ part }) => part === 'drivers');
  const points = section?.points?.points.map(({ text }) => text) ?? [];
  if (section !== undefined) return { ...sectionPlace(section), value: points };
  const context = sections.find(({ part }) => part === 'context');
  const told = context && driversWithin(source, context);
  return context && told && { ...sectionPlace(context), value: told };
}

/** The list below a line in the context that announces drivers: “Decision drivers:”. */
function driversWithin(source: Source, section: AdrSection): Markdown[] | undefined {
  const list = announcedIn(source, section, 'drivers');
  return list && readPoints(source, [list], 'neutral')?.points.map(({ text }) => text);
}

/** The list in the text of a section below a line that announces a part. */
function announcedIn(source: Source, { segment: { nodes } }: AdrSection, part: AdrPart): RootContent | undefined {
  const at = nodes.findIndex((node, index) => {
    const isLine = node.type === 'paragraph' && nodes[index + 1]?.type === 'list';
    const text = isLine ? textOf(node) : '';
    return /[:：]\s*$/.test(text) && text.length < 60 && partOfHeading(text, undefined, source.language) === part;
  });
  return at === -1 ? undefined : nodes[at + 1];
}

function bodyOf(sections: readonly AdrSection[], part: AdrPart): Located<string> | undefined {
  const section = sections.find((other) => other.part === part);
  return section && { ...sectionPlace(section), value: section.markdown };
}

function sectionPlace(section: AdrSection): Omit<Located<never>, 'value'> {
  const { heading, nodes } = section.segment;
  const last = nodes.at(-1) ?? heading;
  return { foundIn: 'section', line: section.line, start: placeOf(heading).start, end: placeOf(last).end };
}

/** The title in plain text. */
export function plainTitle(document: AdrDocument): string | undefined {
  const { title, outline, fileName, number, source } = document;
  if (title === undefined) return undefined;
  const known = number?.foundIn === 'file name' ? numberOnce(fileName, number.value) : undefined;
  const isHeading = outline.title !== undefined && title.foundIn === 'heading';
  const written = isHeading ? textOf(outline.title) : title.value;
  const words = written.slice(0, endOfTitle(written, source.language));
  return readTitle(words, 1, known, isHeading ? fileName : undefined).title;
}

/** The number of a file, unless its name has it twice: `0008-utf-8.md` has it in its title, too. */
function numberOnce(fileName: string | undefined, number: number | undefined): number | undefined {
  const [name = ''] = fileName?.split('/').slice(-1) ?? [];
  const all = name.match(/\d+/g)?.filter((digits) => Number(digits) === number) ?? [];
  return all.length > 1 ? undefined : number;
}
