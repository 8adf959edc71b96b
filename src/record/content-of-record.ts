import type { AdrContent, Markdown } from '@gavel/adr/content/content.ts';
import { type DraftSource, readDraftSource } from '@gavel/adr/draft/draft-source.ts';
import { isReservedPlace } from '@gavel/adr/draft/reserved-headings.ts';
import { embedAsWritten, embedMarkdown, embedWords } from '@gavel/adr/markdown/embed.ts';
import { haveSameTree } from '@gavel/adr/markdown/same-tree.ts';
import { blocksToMarkdown, escapeLines, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { readMetadata } from '@gavel/adr/read/metadata/metadata.ts';
import { meaningOfStatus, readStatus } from '@gavel/adr/read/metadata/status.ts';
import { readSource } from '@gavel/adr/read/source/source.ts';
import { readYStatement, withoutStatement } from '@gavel/adr/read/y-statement.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { isAskedField } from '@gavel/adr/style/learn-value.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { typedLine, typedLines } from '@gavel/adr/typed/embed-typed.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { bodiesOfRecord } from './content-bodies.ts';
import { factsOfLines, withRecall } from './content-facts.ts';
import { draftedBodies, isOfDraft, isSame, optionsOfRecord } from './content-options.ts';
import { consequencesOfRecord, outcomeOfRecord } from './content-outcome.ts';
import { placeSections, type RecordedSection, sectionAt } from './content-sections.ts';
import { sortConsequences } from './drafted-consequences.ts';
import { fitHouse } from './fit-house.ts';
import { languageOf, namesIn } from './names.ts';
import { askedIn } from './question-text.ts';
import type { AdrRecord } from './record.ts';
import { speakForAnother, statesAnother } from './speaks-for.ts';

/** What an ADR says about a record, and the headings of the sections that were left out of it. */
export interface RecordedContent {
  readonly content: AdrContent;
  /** They argue for something other than what was decided, or repeat what the vote says. */
  readonly leftOut: readonly string[];
}

/**
 * A decision of ours as an ADR tells it in a house's style. What people typed in fields is added as text. Sections, and
 * what is unchanged from the draft, are added as written, without HTML, mentions and unsafe links. Throws RangeError if
 * the date is not `YYYY-MM-DD`.
 */
export function contentOfRecord(record: AdrRecord, style: HouseStyle, number: number | undefined): RecordedContent {
  const language = languageOf(record);
  checkDate(record.date);
  const draft = record.draft === undefined ? undefined : readDraftSource(record.draft);
  const all = placeSections(record, draft, style);
  const silent = [
    ...speakForAnother(all, record),
    ...all.filter(({ place }) => place === 'date' || place === 'people'),
  ];
  const placed = all.filter((section) => !silent.includes(section));
  const told = optionsOfRecord(record, draft, style);
  const context = contextOf(record, draft, style);
  // The sentence of a Y-statement may contain the options, the outcome and the consequences.
  const isStated = context.isAsDrafted && draft?.document.outcome?.foundIn === 'text';
  const hasStatement = [context, ...placed].some(({ markdown }) => readYStatement(markdown) !== undefined);
  const isOutside = draft?.document.sections.every(({ options }) => !options) === true;
  const isInText =
    told.isDrafted && isOutside && (hasStatement || tellsOptions([context, ...placed], draft?.options ?? []));
  const asked = askedIn(context.markdown, record);
  const isOutcomeTold = isStated || placed.some(({ place }) => place === 'outcome') || record.status === 'proposed';
  const closing = sectionAt(placed, 'closing');
  const fitted = fitHouse(
    {
      options: isInText ? [] : told.options,
      outcome: isOutcomeTold ? undefined : outcomeOfRecord(record),
      consequences: isStated ? [] : consequencesOfRecord(record, placed),
      bodies: {
        ...(draft && draftedBodies(told, record, draft)),
        ...(context.isIntroduction || asked === '' ? {} : { context: asked }),
        ...sectionOf(placed, 'rationale'),
      },
    },
    style,
  );
  const content: AdrContent = {
    ...metadataOf(language, record, sectionAt(placed, 'metadata')),
    number,
    title: titleOf(language, record, draft),
    drivers: driversOf(record, draft),
    ...fitted,
    sections: placed.flatMap(({ place, name, depth, markdown, after }) =>
      place === undefined ? [{ name, depth, markdown, after }] : [],
    ),
    preface: sectionAt(placed, 'preface'),
    introduction: joinBlocks(sectionAt(placed, 'introduction'), context.isIntroduction ? asked : ''),
    closing: isCurrent(closing, record) ? closing : '',
  };
  const consequences = sortConsequences(content.consequences, placed, style);
  const bodies = bodiesOfRecord(content, { record, draft, placed, style, consequences });
  const headings = headingsOf(placed);
  return {
    content: { ...content, bodies, headings, consequences: consequences.rest },
    leftOut: silent.map(({ heading }) => heading),
  };
}

/** The text of a section that somebody gave for a part; nothing if nobody did. */
function sectionOf(placed: readonly RecordedSection[], part: 'rationale'): AdrContent['bodies'] {
  const markdown = sectionAt(placed, part);
  return markdown === '' ? {} : { [part]: markdown };
}

/** What sections are called, for those parts that the house has no heading for. */
function headingsOf(placed: readonly RecordedSection[]): NonNullable<AdrContent['headings']> {
  const named = placed.filter(({ place }) => place !== undefined && !isReservedPlace(place));
  return Object.fromEntries(named.map(({ place, name }) => [place, name]));
}

/** Whether these texts have all options of a draft, which has them in the text of other sections. */
function tellsOptions(texts: readonly { readonly markdown: Markdown }[], options: DraftSource['options']): boolean {
  const told = cleanLine(texts.map(({ markdown }) => toPlainLine(markdown)).join(' '));
  return options.every(({ written }) => written !== undefined && told.includes(cleanLine(toPlainLine(written.title))));
}

function checkDate(date: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`“${date}” is not a date. Write it as YYYY-MM-DD.`);
}

function titleOf(language: RecordLanguage, { title }: AdrRecord, draft: DraftSource | undefined): Markdown {
  const isDrafted = draft !== undefined && isSame(draft.title.plain, title) && draft.title.markdown !== '';
  return isDrafted ? embedWords(draft.title.markdown) : typedLine(title) || language.record.untitledDecision;
}

/** The metadata: what the vote says, and further entries that somebody gave ("Ticket: SHOP-12"). */
function metadataOf(
  language: RecordLanguage,
  record: AdrRecord,
  given: Markdown,
): Pick<AdrContent, 'status' | 'date' | 'roles' | 'affects' | 'revisit' | 'extra' | 'frontMatter' | 'metadata'> {
  const { tags, ...facts } = withRecall(factsOfLines(given), record.recall);
  return {
    status: { word: record.status, remainder: '' },
    date: record.date,
    roles: {
      deciders: escapeLines(namesIn(language, record.decisionMakers)),
      consulted: escapeLines(namesIn(language, record.consulted)),
      informed: escapeLines(record.informed),
      ...(tags.length === 0 ? {} : { tags }),
    },
    ...facts,
    frontMatter: undefined,
    metadata: undefined,
  };
}

/**
 * The context, as the draft has it unless it was edited, and without any sentence for something that was not decided.
 */
function contextOf(
  record: AdrRecord,
  draft: DraftSource | undefined,
  { marks }: HouseStyle,
): { markdown: Markdown; isIntroduction: boolean; isAsDrafted: boolean } {
  const drafted = draft?.context.markdown;
  const isDrafted = drafted !== undefined && (drafted === record.context || haveSameTree(drafted, record.context));
  const isOther = statesAnother(record.context, record);
  const kept = isOther ? withoutStatement(record.context) : record.context;
  return {
    markdown: isDrafted ? embedAsWritten(kept) : blocksToMarkdown(embedMarkdown(kept), marks),
    isIntroduction: isDrafted && draft?.context.place === 'introduction',
    isAsDrafted: isDrafted && !isOther,
  };
}

function driversOf({ drivers }: AdrRecord, draft: DraftSource | undefined): Markdown[] {
  const known = [...(draft?.drivers ?? [])];
  return drivers.flatMap((driver) => {
    const place = known.findIndex(({ inFields }) => isOfDraft(inFields, driver));
    const [source] = place === -1 ? [] : known.splice(place, 1);
    return source ? [embedAsWritten(source.markdown)] : typedLines([driver]);
  });
}

/** A closing that states the status gets the vote's status, and repeats nothing else that the vote says. */
function isCurrent(closing: RecordedSection['markdown'], { status }: AdrRecord): boolean {
  const source = readSource(closing);
  const entries = readMetadata(source, source.nodes)?.entries ?? [];
  return entries.every(
    ({ field, value }) =>
      field === undefined ||
      isAskedField(field) ||
      (field === 'status' && meaningOfStatus(readStatus(value.value).word) === status),
  );
}
