import type { AdrPart } from '../content/part.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { isDated } from '../name/adr-mark.ts';
import { adrPathOf } from '../name/adr-path.ts';
import { isAdrFile, isTemplate } from '../name/file-kind.ts';
import { numberIn } from '../name/file-name.ts';
import type { SortedFiles } from '../name/sort-files.ts';
import type { AdrDocument } from '../read/document.ts';
import { statusWords } from '../read/metadata/status.ts';
import { readAdr } from '../read/read-adr.ts';
import { isUnfilled } from '../read/unfilled.ts';
import { guessCommonLanguage } from '../text/guess-language.ts';
import { isMadr } from '../write/points.ts';
import { namesAuthorsIn } from './author-names.ts';
import { dateFormOf, withDateOrder } from './date-form.ts';
import { fileNameFormOf } from './file-name-form.ts';
import type { HouseStyle, MetadataField, SectionForm } from './house-style.ts';
import { labelLanguageOf } from './label-language.ts';
import { completeMetadata, learnMetadata, withMetadata } from './learn-metadata.ts';
import { linkFormsOf } from './link-forms.ts';
import { madrSections, madrStyle } from './madr-style.ts';
import { marksOf } from './marks.ts';
import { rulesOf } from './rules.ts';
import { commonSections } from './sections/common-sections.ts';
import { sectionsIn } from './sections/section-form.ts';
import { isFollowed, templateSections } from './sections/template.ts';
import { standingTextsOf } from './standing-text.ts';
import { statusFormOf } from './status-form.ts';
import { withStatusPlaces } from './status-places.ts';
import { statusWordsOf, withOfferedWord } from './status-words.ts';
import { styleOf } from './style-of.ts';
import { titleFormOf } from './title-form.ts';
import { commonValue, shareOf } from './vote.ts';
import { wrappingOf } from './wrapping.ts';

/** A Markdown file of an archive. The name may include folders. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string;
  /**
   * It was written in the style that this archive had. It is no evidence for another style, only because it was short.
   */
  readonly isGenerated?: boolean;
  /** Whether it is an ADR, as the names of all files show. Unset, its own name decides. */
  readonly isAdr?: boolean;
}

/** How many of the most recent ADRs the style is learned from. */
const recent = 20;

/**
 * The order of time of some names: by number, since a later ADR may be in the folder that comes first. Where most begin with
 * a date, the house has no longer numbers.
 */
function orderOf(names: readonly string[]): (one: string, other: string) => number {
  const isByDate = (name: string) => numberIn(name) === undefined && isDated(adrPathOf(name).name);
  const others = names.filter(isByDate).length * 2 > names.length ? isByDate : () => false;
  const placeOf = (name: string) => numberIn(name) ?? (others(name) ? Number.POSITIVE_INFINITY : -1);
  return (one, other) => {
    const [place, otherPlace] = [placeOf(one), placeOf(other)];
    return place === otherPlace ? (one < other ? -1 : 1) : place - otherPlace;
  };
}

/**
 * How many older ADRs show the words in which a house says that one supersedes another, and how many show whether the day
 * or the month comes first.
 */
const olderLinked = 5;
const olderOrdered = 5;

/**
 * The files of an archive from which its style is learned: templates, and the most recent ADRs that people wrote; those
 * that were generated only if there are not enough of them. `linked` are ADRs that say how they relate to others: where
 * none of the recent ones does, older ones show the words for it. `ordered` are those whose dates show whether the day or
 * the month comes first.
 */
export function filesToLearnFrom(
  { adrs: names, templates }: Pick<SortedFiles, 'adrs' | 'templates'>,
  generated: ReadonlySet<string> = new Set(),
  linked: ReadonlySet<string> = new Set(),
  ordered: ReadonlySet<string> = new Set(),
): string[] {
  const adrs = names.toSorted(orderOf(names));
  const written = adrs.filter((name) => !generated.has(name)).slice(-recent);
  const room = recent - written.length;
  const others = room === 0 ? [] : adrs.filter((name) => generated.has(name)).slice(-room);
  const older = adrs.filter((name) => !generated.has(name) && !written.includes(name));
  const telling = new Set([
    ...older.filter((name) => linked.has(name)).slice(-olderLinked),
    ...older.filter((name) => ordered.has(name)).slice(-olderOrdered),
  ]);
  return [...templates, ...older.filter((name) => telling.has(name)), ...others, ...written];
}

/** The one in the archive's own folder comes first. */
function compareDepth(one: string, other: string): number {
  return one.split('/').length - other.split('/').length || (one < other ? -1 : 1);
}

/**
 * Learns the style of an archive, each feature by itself from the most recent ADRs that show it. Its template says which
 * sections there are, unless no recent ADR has followed it. Without any ADR or template, the style is MADR 4.0.0. What
 * was generated counts only where nobody wrote an ADR, and says nothing against MADR 4.0.0.
 */
export function learnStyle(files: readonly ArchiveFile[]): HouseStyle {
  const unsorted = files.filter(({ name, text, isAdr = isAdrFile(name) }) => isAdr && text.trim() !== '');
  const order = orderOf(unsorted.map(({ name }) => name));
  const called = unsorted.toSorted((one, other) => order(one.name, other.name));
  const unfilled = called.filter(({ name, text }) => isUnfilled(readAdr(text, name)));
  const all = called.filter((file) => !unfilled.includes(file));
  const titled = readAll(all.filter(({ isGenerated }) => isGenerated !== true).slice(-recent));
  const written = titled.filter(saysMore);
  const generated = written.length > 0 ? [] : readKnown(all);
  const inMadr = generated.filter(({ dialect }) => dialect === madrStyle.dialect);
  const isMadr = inMadr.length * 2 > generated.length;
  const known = written.length > 0 ? written : isMadr ? [] : generated;
  const older = readAll(
    all
      .filter(({ isGenerated }) => isGenerated !== true)
      .slice(0, -recent)
      .slice(-olderLinked - olderOrdered),
  ).filter(saysMore);
  const adrs = written.length > 0 ? all.filter(({ isGenerated }) => isGenerated !== true) : all;
  const template = [...files.filter(({ name, text }) => isTemplate(name) && text.trim() !== ''), ...unfilled].toSorted(
    (one, other) => compareDepth(one.name, other.name),
  )[0];
  const names = adrs.slice(-recent).map(({ name }) => name);
  const recentTexts = adrs.slice(-recent).map(({ text }) => text);
  const language = guessCommonLanguage(recentTexts.length > 0 ? recentTexts : template ? [template.text] : []);
  const read = template && readAdr(template.text, template.name);
  const complete = (style: HouseStyle) => {
    const offered = { ...style, statusWords: withOfferedWord(style.statusWords, read) };
    return withDateOrder(withStatusPlaces(withLanguage(offered, language), known), [...older, ...known]);
  };
  const text = written.length > 0 ? titled : known;
  if (read !== undefined && isFollowed(read, known)) return complete(fromTemplate(read, { known, older, text }, names));
  if (known.length > 0) return complete(fromAdrs({ known, older, text }, names));
  if (titled.length >= enough)
    return complete(withMadrSections(fromAdrs({ known: titled, older, text: titled }, names)));
  return { ...madrStyle, ...(isMadr ? { fileName: fileNameFormOf(names) } : {}), language };
}

/** Texts too short to show their language are in that of their headings; English ones are in many texts. */
function withLanguage(style: HouseStyle, guessed: AdrLanguage | undefined): HouseStyle {
  const language = guessed ?? (style.labelLanguage === 'en' ? undefined : style.labelLanguage);
  const { fileName } = style;
  return { ...style, language, fileName: { ...fileName, slug: { ...fileName.slug, language } } };
}

/** Reads the most recent of some files. What has neither a title nor any part of an ADR shows no style. */
function readKnown(files: readonly ArchiveFile[]): AdrDocument[] {
  return readAll(files.slice(-recent)).filter(saysMore);
}

function readAll(files: readonly ArchiveFile[]): AdrDocument[] {
  return files.map(({ name, text }) => readAdr(text, name)).filter(({ title }) => title !== undefined);
}

/** Whether an ADR has more than a title and text: any part of an ADR. */
const saysMore = ({ sections, outcome }: AdrDocument) => sections.length > 0 || outcome !== undefined;

/** ADRs of an archive in the order of time. */
interface Shown {
  /** The most recent ones that have parts. */
  readonly known: readonly AdrDocument[];
  /** Those before them only show words for links. */
  readonly older: readonly AdrDocument[];
  /** The most recent ones, also those that have a title and text: these show the form of both. */
  readonly text: readonly AdrDocument[];
}

/** The style that the most recent ADRs of an archive have. */
function fromAdrs({ known: documents, older, text }: Shown, names: readonly string[]): HouseStyle {
  const metadata = learnMetadata(documents);
  const common = withoutEntriesTwice(commonSections(documents.map(sectionsIn)), metadata, documents, isInMost);
  const sections = withMetadata(common, documents);
  const labelLanguage = labelLanguageOf(documents);
  const dialect = commonValue(documents, (document) => document.dialect) ?? madrStyle.dialect;
  return {
    learnedFrom: { how: 'majority', files: documents.flatMap(({ fileName }) => fileName ?? []) },
    dialect,
    language: undefined,
    labelLanguage,
    ...metadata,
    title: titleFormOf(text),
    ...standingTextsOf(documents),
    sections,
    ...rulesOf(documents),
    dateForm: dateFormOf(documents),
    timeZone: undefined,
    statusWords: statusWordsOf(documents, labelLanguage),
    statusForm: statusFormOf(documents),
    linkForms: { ...linkFormsOf(older), ...linkFormsOf(documents) },
    fileName: fileNameFormOf(names),
    subfolders: true,
    hasIndexes: true,
    marks: marksOf(text),
    wrapping: wrappingOf(text),
    namesAuthors: namesAuthorsIn(documents),
    votesIn: votesIn(dialect, sections),
  };
}

/** So many ADRs show whether a house has rules between its sections, whatever its template has. */
const enough = 3;

/** A style whose ADRs have no sections, only a title and text, with the sections of MADR. */
function withMadrSections(style: HouseStyle): HouseStyle {
  const sections = madrSections(style.labelLanguage);
  return { ...style, sections, votesIn: 'commit message' };
}

/** The sections of a template, and everything else as the ADRs beside it have it. */
function fromTemplate(template: AdrDocument, shown: Shown, names: readonly string[]): HouseStyle {
  const { known: documents } = shown;
  const style = documents.length > 0 ? fromAdrs(shown, names) : styleOf(template);
  const labelLanguage = labelLanguageOf([template]);
  const metadata = completeMetadata(template, documents);
  const own = templateSections(template, documents, labelLanguage);
  const offered = withoutEntriesTwice(own, metadata, documents, isInLatest);
  const sections = withMetadata(offered, documents);
  return {
    ...style,
    learnedFrom: { how: 'template', files: template.fileName === undefined ? [] : [template.fileName] },
    dialect: template.dialect,
    labelLanguage,
    ...metadata,
    sections,
    ...rulesOf(documents.length >= enough ? documents : [template]),
    statusWords: documents.length > 0 ? style.statusWords : statusWords(labelLanguage),
    votesIn: votesIn(template.dialect, sections),
  };
}

const fieldOfPart: Readonly<Partial<Record<AdrPart, MetadataField>>> = {
  status: 'status',
  date: 'date',
  people: 'deciders',
};

/** Whether ADRs in the order of time have a section, where `has` tells of each whether it has. */
type Habit = (documents: readonly AdrDocument[], has: (document: AdrDocument) => boolean) => boolean;

const isInLatest: Habit = (documents, has) => documents.slice(-enough).some(has);
const isInMost: Habit = (documents, has) => shareOf(documents, has) >= 0.5;

/** Sections without one whose content the ADRs have in their metadata instead. */
function withoutEntriesTwice(
  sections: readonly SectionForm[],
  { frontMatter, metadata, closing }: Pick<HouseStyle, 'frontMatter' | 'metadata' | 'closing'>,
  documents: readonly AdrDocument[],
  isKept: Habit,
): SectionForm[] {
  const entries = [frontMatter, metadata, closing].flatMap((place) => place?.entries ?? []);
  return sections.filter(({ part }) => {
    const field = part && fieldOfPart[part];
    const isTwice = field !== undefined && entries.some((entry) => entry.field === field);
    const hasSection = (document: AdrDocument) => document.sections.some((section) => section.part === part);
    return !isTwice || documents.length < enough || isKept(documents, hasSection);
  });
}

/** MADR has a section for how a team came to agree. Other houses keep their notes for something else. */
function votesIn(dialect: string, sections: readonly SectionForm[]): HouseStyle['votesIn'] {
  return isMadr(dialect) && sections.some(({ part }) => part === 'more-information') ? 'section' : 'commit message';
}
