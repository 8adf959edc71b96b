import type { AdrContent, Markdown, Point, PointKind, StatusText } from '../content/content.ts';
import { type AdrPart, consequenceParts } from '../content/part.ts';
import { adrWords } from '../language/words.ts';
import { joinBlocks } from '../markdown/to-markdown.ts';
import { writeDate } from '../read/metadata/date.ts';
import type { HouseStyle, OptionsForm, SectionForm } from '../style/house-style.ts';
import { listOf } from './list-item.ts';
import { writeMetadata } from './metadata.ts';
import { writeStatus } from './metadata-value.ts';
import { madrOptions, optionsInText, writeOptions } from './options.ts';
import { escapePipes } from './options-table.ts';
import { writeOutcome } from './outcome.ts';
import { areToldBy, madrPoints, textLanguage, usualPoints, writePoints } from './points.ts';
import { writeBoxes } from './status-boxes.ts';

/** Everything that a section's body is written from. */
interface Writing {
  readonly form: SectionForm;
  readonly content: AdrContent;
  readonly style: HouseStyle;
  /** Whether the house has a section for a part. */
  readonly has: (part: AdrPart) => boolean;
}

/** Writes the body of a part; undefined or empty if the ADR has nothing for it. */
type WriteBody = (writing: Writing) => Markdown | undefined;

/** How the body of each part is written. All other parts come from `AdrContent.bodies` alone. */
const bodies: Readonly<Partial<Record<AdrPart, WriteBody>>> = {
  status: ({ form, content, style, has }) =>
    has('status') && content.status ? statusBody(form, content.status, content, style) || undefined : undefined,
  date: ({ content, style, has }) =>
    has('date') && content.date !== undefined ? writeDate(content.date, style.dateForm) : undefined,
  people: ({ content, style, has }) =>
    has('people') ? listOf(content.roles.deciders ?? [], style.marks) || undefined : undefined,
  log: ({ form, content, style, has }) =>
    has('log') && content.status ? writeLog(form, content, content.status, style) : undefined,
  drivers: ({ form, content, style }) => {
    const points = content.drivers.map((text): Point => ({ kind: 'neutral', text }));
    return writeAll(points, form, style);
  },
  outcome: ({ form, content, style }) =>
    content.outcome && writeOutcome(content.outcome, form.outcome, textLanguage(style)),
  options: (writing) => writeOptionsOf(writing, false),
  'option-details': (writing) => writeOptionsOf(writing, true),
  consequences: ({ form, content, style, has }) =>
    consequenceParts.some(has) ? undefined : writeAll(content.consequences, form, style),
  'good-consequences': (writing) => writeConsequences(writing, 'pro'),
  'bad-consequences': (writing) => writeConsequences(writing, 'con'),
  'neutral-consequences': (writing) => writeConsequences(writing, 'neutral'),
  mitigations: (writing) => writeConsequences(writing, 'mitigation'),
};

/** Whether the metadata of a section have the status, behind a label. */
const hasStatus = (metadata: SectionForm['metadata']) =>
  metadata?.entries.some(({ field }) => field === 'status') === true;

/** The status as the house has it in a section of its own; empty if it is among the metadata of that section. */
export function statusBody(
  { isListed, boxes, status: place, metadata }: SectionForm,
  status: StatusText,
  { date }: AdrContent,
  style: HouseStyle,
): Markdown {
  if (hasStatus(metadata)) return '';
  const written = writeStatus(status, style, date, place);
  if (boxes !== undefined) return writeBoxes(boxes, status, written);
  return isListed ? listOf([written], style.marks) : written;
}

function writeLog({ log }: SectionForm, content: AdrContent, status: StatusText, style: HouseStyle): Markdown {
  const { date, roles } = content;
  const written = writeStatus(status, style);
  if (log === undefined || date === undefined) return listOf([`${written} ${date ?? ''}`.trim()], style.marks);
  const dated = writeDate(date, log.dateForm);
  if (log.table === undefined) return listOf([dated + log.between + written], style.marks);
  const told = { date: dated, author: (roles.deciders ?? []).join(', '), change: written };
  const cells = log.table.columns.map((column) => {
    if (column.holds === 'text') return column.text;
    return column.holds === 'status' ? column.before + written : told[column.holds];
  });
  return [log.table.head, log.table.rule, `| ${cells.map(escapePipes).join(' | ')} |`].join('\n');
}

/** The text under the heading of a part; undefined if the ADR has nothing for it. */
export function bodyOfPart(
  part: AdrPart,
  form: SectionForm,
  content: AdrContent,
  style: HouseStyle,
): Markdown | undefined {
  const has = (other: AdrPart) => style.sections.some((section) => section.part === other);
  const given = content.bodies[part];
  if (given !== undefined) return given;
  const body = bodies[part]?.({ form, content, style, has });
  const metadata = metadataBelow(form, content, style);
  return metadata === '' ? body : joinBlocks(body ?? '', metadata);
}

/** The metadata that the house has at the end of a section; empty if it has none there. */
export function metadataBelow({ metadata }: SectionForm, content: AdrContent, style: HouseStyle): Markdown {
  return metadata === undefined ? '' : writeMetadata(content, metadata, style);
}

/** What is between an option and a few words about it in one line. */
const shortLead = ' — ';

/** The longest description that is told behind an option's title, in UTF-16 units. */
const longestBehind = 300;

/**
 * Whether all that is said about options is a line behind some titles, in a house that lists them, where few ADRs have a
 * section for the details.
 */
function areOnlyDescribed({ options }: AdrContent, style: HouseStyle): boolean {
  const [list, details] = (['options', 'option-details'] as const).map((part) =>
    style.sections.find((section) => section.part === part),
  );
  const isList = list?.options?.layout === 'list' && style.learnedFrom.how !== 'default';
  return (
    isList &&
    (details?.isUsual === false || (details !== undefined && list?.options?.descriptionLead !== undefined)) &&
    options.some(({ description }) => description !== '') &&
    areShort(options)
  );
}

/** A description of one paragraph that fits behind a title in a list. */
const isShort = (description: Markdown) =>
  description.length <= longestBehind && !/\n\s*\n|^(?:[-*+>#|]|\d+[.)] |`{3})/m.test(description);

const areShort = (options: AdrContent['options']) =>
  options.every(({ points, description }) => points.length === 0 && isShort(description));

/** The form of options in a house that has shown none: a list, unless more than a few words are said of some. */
function usualOptions(options: AdrContent['options'], inSections: OptionsForm, style: HouseStyle): OptionsForm {
  if (!areShort(options)) return inSections;
  return { ...optionsInText, descriptionLead: adrWords[textLanguage(style)].colon };
}

/** Whether the section that lists the options also has their details, each below a heading, as few ADRs have them elsewhere. */
function areToldWhereListed({ sections }: HouseStyle): boolean {
  const [list, details] = (['options', 'option-details'] as const).map((part) =>
    sections.find((section) => section.part === part),
  );
  return list?.options?.layout === 'sections' && details?.isUsual !== true;
}

/** Whether titles that are paragraphs without any mark would be lost among pros and cons, which the house has none of. */
function areLost({ layout, open, counter, points }: OptionsForm, { options }: AdrContent): boolean {
  const isUnmarked = layout === 'paragraphs' && open === '' && counter === '';
  return isUnmarked && points === undefined && options.some((option) => option.points.length > 0);
}

/** Writes options. Only if there are two sections for them, one has the titles and the other the details. */
function writeOptionsOf({ form, content, style, has }: Writing, isDetails: boolean): Markdown | undefined {
  const hasOwnPlace = has('option-details') && !areOnlyDescribed(content, style) && !areToldWhereListed(style);
  const hasDetails = content.bodies['option-details'] !== undefined || hasOwnPlace;
  if (content.options.length === 0 || (isDetails && !hasDetails)) return undefined;
  const tellsMore = content.options.some(({ points, description }) => points.length > 0 || description !== '');
  const points = usualPoints(style);
  const lead = form.options?.layout === 'list' && !hasDetails && has('option-details') ? shortLead : undefined;
  const own = form.options && { ...form.options, descriptionLead: form.options.descriptionLead ?? lead };
  const inSections: OptionsForm = { ...madrOptions, layout: 'sections', points };
  const usual = tellsMore && !hasDetails ? usualOptions(content.options, inSections, style) : madrOptions;
  const common = isDetails ? inSections : usual;
  const known = own && areLost(own, content) ? { ...common, listsChosen: own.listsChosen } : (own ?? common);
  const shows = isDetails || !hasDetails ? 'all' : 'titles';
  const task = { shows, isDetails, depth: form.depth, language: textLanguage(style), points } as const;
  // A heading needs something below it.
  const isBare = shows === 'titles' && (known.layout === 'sections' || known.layout === 'table');
  const written = isBare ? { ...madrOptions, listsChosen: known.listsChosen } : known;
  return writeOptions(content.options, written, style.marks, task) || undefined;
}

/** Writes the consequences of one kind, if the house has sections for the kinds. */
function writeConsequences({ form, content, style, has }: Writing, wanted: PointKind): Markdown | undefined {
  if (!consequenceParts.some(has)) return undefined;
  const told = content.bodies.consequences?.replaceAll(/\s+/g, ' ') ?? '';
  const isTold = (text: string) => told.includes(text.replaceAll(/\s+/g, ' '));
  const points = content.consequences.filter(({ kind, text }) => kind === wanted && !isTold(text));
  return writeAll(points, form, style);
}

function writeAll(
  points: readonly Point[],
  { part, points: known }: SectionForm,
  style: HouseStyle,
): Markdown | undefined {
  if (points.length === 0) return undefined;
  const language = textLanguage(style);
  const ofOneKind = { ...madrPoints(language), leads: { [points[0]?.kind ?? 'neutral']: '' } };
  const isClear = part !== 'consequences' || known === undefined || areToldBy(known, points);
  const form = (isClear ? known : undefined) ?? (part === 'consequences' ? usualPoints(style) : ofOneKind);
  return writePoints(points, form, style.marks, language);
}

/** Writes the options into the text of another section, with all that is said about them. */
export function writeOptionsInText({ options }: AdrContent, style: HouseStyle): Markdown {
  const language = textLanguage(style);
  const task = { shows: 'all', isDetails: false, depth: 6, language, points: usualPoints(style) } as const;
  const form = { ...optionsInText, descriptionLead: adrWords[language].colon };
  return writeOptions(options, form, style.marks, task);
}

/** Writes the consequences into the text of another section. */
export function writeConsequencesInText({ consequences }: AdrContent, style: HouseStyle): Markdown {
  return writePoints(consequences, usualPoints(style), style.marks, textLanguage(style));
}
