import { numberIn } from '../name/file-name.ts';
import type { AdrDocument } from '../read/document.ts';
import { readAdr } from '../read/read-adr.ts';
import { guessCommonLanguage } from '../text/guess-language.ts';
import { addOptionalFields, addOptionalSections, isAlike } from './common-sections.ts';
import { fileNameFormOf } from './file-name-form.ts';
import type { HouseStyle, MetadataForm, SectionForm } from './house-style.ts';
import { madrStyle } from './madr-style.ts';
import { styleOf } from './style-of.ts';

/** A Markdown file of an archive. The name may include folders. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string;
  /**
   * It was written in the style that this archive had. It is no evidence for another style, only because it was short.
   */
  readonly isGenerated?: boolean;
}

/** How many of the most recent ADRs the style is learned from. */
const recent = 20;

const templateName =
  /^(?:[0nx]+[-_ ])?(?:m?adr[-_ ])?template(?:[-_ ](?:m?adr|bare|minimal|full|short|long)){0,2}\.(?:md|markdown)$/i;
const noAdr = /^(?:readme|index|changelog|contributing|license|toc|summary)\.(?:md|markdown)$/i;

/** Whether a file is the archive's template, such as `template.md`, `adr-template.md` or `0000-TEMPLATE.md`. */
function isTemplate(name: string): boolean {
  return templateName.test(baseName(name));
}

/** Whether a file may be an ADR: Markdown, and neither a template nor an index. */
export function isAdrFile(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !isTemplate(name) && !noAdr.test(baseName(name));
}

const anIndex = /^(?:readme|index|toc|summary)\.(?:md|markdown)$/i;

/** Whether a file may be an index of the archive. */
export function isIndexFile(name: string): boolean {
  return anIndex.test(baseName(name));
}

/**
 * The files of an archive from which its style is learned: templates, and the most recent ADRs that people wrote; those
 * that were generated only if there are not enough of them.
 */
export function filesToLearnFrom(names: readonly string[], generated: ReadonlySet<string> = new Set()): string[] {
  const adrs = names.filter(isAdrFile).toSorted((one, other) => {
    const [number = -1, otherNumber = -1] = [numberIn(one), numberIn(other)];
    return number === otherNumber ? (one < other ? -1 : 1) : number - otherNumber;
  });
  const written = adrs.filter((name) => !generated.has(name)).slice(-recent);
  const room = recent - written.length;
  const others = room === 0 ? [] : adrs.filter((name) => generated.has(name)).slice(-room);
  return [...names.filter(isTemplate), ...others, ...written];
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/**
 * Learns the style of an archive from its template, or else from the majority of its most recent ADRs. Without either,
 * the style is MADR 4.0.0. File names, words for statuses and dates always come from the ADRs, because a template
 * doesn't show them. What was generated counts only where nobody wrote an ADR, and says nothing against MADR 4.0.0.
 */
export function learnStyle(files: readonly ArchiveFile[]): HouseStyle {
  const byName = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const all = byName.filter(({ name, text }) => isAdrFile(name) && text.trim() !== '');
  const written = readKnown(all.filter(({ isGenerated }) => isGenerated !== true));
  const generated = written.length > 0 ? [] : readKnown(all);
  const inMadr = generated.filter(({ dialect }) => dialect === madrStyle.dialect);
  const isMadr = inMadr.length * 2 > generated.length;
  const known = written.length > 0 ? written : isMadr ? [] : generated;
  const adrs = written.length > 0 ? all.filter(({ isGenerated }) => isGenerated !== true) : all;
  const template = byName.find(({ name, text }) => isTemplate(name) && text.trim() !== '');
  const names = adrs.map(({ name }) => name);
  const recentTexts = adrs.slice(-recent).map(({ text }) => text);
  const language = guessCommonLanguage(recentTexts.length > 0 ? recentTexts : template ? [template.text] : []);
  if (template !== undefined) return { ...fromTemplate(template, known, names), language };
  if (known.length > 0) return { ...fromMajority(known, names), language };
  return { ...madrStyle, ...(isMadr ? { fileName: fileNameFormOf(names) } : {}), language };
}

/** Reads the most recent of some files. What has neither a title nor any part of an ADR shows no style. */
function readKnown(files: readonly ArchiveFile[]): AdrDocument[] {
  return files
    .slice(-recent)
    .map(({ name, text }) => readAdr(text, name))
    .filter(({ title, sections, outcome }) => title !== undefined && (sections.length > 0 || outcome));
}

function fromTemplate(template: ArchiveFile, documents: readonly AdrDocument[], names: readonly string[]): HouseStyle {
  const style = styleOf(readAdr(template.text, template.name));
  const majority = documents.length === 0 ? undefined : fromMajority(documents, names);
  return {
    ...style,
    learnedFrom: { how: 'template', files: [template.name] },
    sections: style.sections.map((section) => completeSection(section, majority?.sections ?? madrStyle.sections)),
    title: majority?.title ?? style.title,
    dateForm: majority?.dateForm ?? style.dateForm,
    statusWords: majority?.statusWords ?? madrStyle.statusWords,
    fileName: fileNameFormOf(names),
    namesAuthors: majority?.namesAuthors ?? style.namesAuthors,
  };
}

function fromMajority(documents: readonly AdrDocument[], names: readonly string[]): HouseStyle {
  const styles = documents.map(styleOf);
  const likeness = styles.map((style) => likenessOf(style, styles));
  // The latest of the styles that resemble the others most.
  const best = styles[likeness.lastIndexOf(Math.max(...likeness))] ?? madrStyle;
  const most = <Value>(value: (style: HouseStyle) => Value): Value => mostCommon(styles, value) ?? value(best);
  const half = styles.length / 2;
  const isUsual = (form: SectionForm) =>
    styles.filter((style) => style.sections.some((other) => isAlike(form, other))).length >= half;
  const usual = best.sections.filter((section) => section.part !== undefined || isUsual(section));
  const sections = addOptionalSections(usual, styles);
  const metadata = (place: (style: HouseStyle) => MetadataForm | undefined) =>
    addOptionalFields(most(place), styles.map(place));
  return {
    ...best,
    learnedFrom: { how: 'majority', files: styles.flatMap((style) => style.learnedFrom.files) },
    dialect: most((style) => style.dialect),
    frontMatter: metadata((style) => style.frontMatter),
    metadata: metadata((style) => style.metadata),
    closing: most((style) => style.closing),
    title: most((style) => style.title),
    sections: sections.map((section) => commonForm(section, styles)),
    hasRules: most((style) => style.hasRules),
    dateForm:
      mostCommon(
        styles.filter((_, index) => documents[index]?.date),
        (style) => style.dateForm,
      ) ?? best.dateForm,
    statusWords: statusWordsOf(documents, styles, best),
    fileName: fileNameFormOf(names),
    marks: most((style) => style.marks),
    namesAuthors: most((style) => style.namesAuthors),
    votesIn: sections.some(({ part }) => part === 'more-information') ? 'section' : 'commit message',
  };
}

/** How many sections a style shares with the others, minus those that only this style has. */
function likenessOf(style: HouseStyle, styles: readonly HouseStyle[]): number {
  let likeness = 0;
  for (const section of style.sections) {
    const shared = styles.filter((other) => other.sections.some((one) => isAlike(section, one))).length;
    likeness += shared - styles.length / 2;
  }
  return likeness;
}

/** The most common value. If several are equally common, the latest of them. */
function mostCommon<Item, Value>(items: readonly Item[], value: (item: Item) => Value): Value | undefined {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = JSON.stringify(value(item)) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const best = items.findLast((item) => counts.get(JSON.stringify(value(item)) ?? '') === most);
  return best === undefined ? undefined : value(best);
}

/** The forms that most styles have in a section of this part. */
function commonForm(section: SectionForm, styles: readonly HouseStyle[]): SectionForm {
  if (section.part === undefined) return section;
  const same = styles.flatMap(({ sections }) => sections.filter((other) => other.part === section.part));
  const options = mostCommon(
    same.filter((other) => other.options),
    (other) => other.options && { ...other.options, points: undefined },
  );
  // Files whose options have no points say nothing about how the house writes points.
  const optionPoints = mostCommon(
    same.filter((other) => other.options?.points),
    (other) => other.options?.points,
  );
  return {
    ...section,
    points: mostCommon(
      same.filter(({ points }) => points),
      ({ points }) => points,
    ),
    options: options && { ...options, points: optionPoints },
    outcome: mostCommon(same, ({ outcome }) => outcome),
    isTight: mostCommon(
      same.filter(({ isTight }) => isTight !== undefined),
      ({ isTight }) => isTight,
    ),
  };
}

/** Takes from the ADRs what the template leaves open. */
function completeSection(section: SectionForm, known: readonly SectionForm[]): SectionForm {
  const other = section.part === undefined ? undefined : known.find(({ part }) => part === section.part);
  return {
    ...section,
    // Instructions such as “<!-- optional -->” don't belong in ADRs.
    heading: section.heading.replaceAll(/(?<!\s)\s*<!--[\s\S]{0,1000}?-->/g, ''),
    points: section.points ?? other?.points,
    options: section.options ?? other?.options,
    outcome: section.outcome ?? other?.outcome,
  };
}

/** The words for statuses that most of the ADRs with a status use. */
function statusWordsOf(
  documents: readonly AdrDocument[],
  styles: readonly HouseStyle[],
  best: HouseStyle,
): HouseStyle['statusWords'] {
  const guessed = mostCommon(
    styles.filter((_, index) => (documents[index]?.statuses.length ?? 0) > 0),
    (style) => style.statusWords,
  );
  return guessed ?? best.statusWords;
}
