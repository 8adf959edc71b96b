import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf, wordToWrite } from '../../language/adr-words.ts';
import { anyWord, isDense, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import type { FactField, MetadataField } from '../../style/house-style.ts';
import { placeOfDate, readDate } from './date.ts';
import { readPatterns } from './path-patterns.ts';
import { isCondition, readRevisitDate } from './revisit-date.ts';
import { meaningOfStatus } from './status.ts';

const fields: readonly MetadataField[] = [
  'status',
  'date',
  'title',
  'number',
  'deciders',
  'consulted',
  'informed',
  'tags',
  'affects',
  'revisit on',
  'revisit when',
];
const fieldByLabel = wordTable(({ labels }) => fields.map((field) => [field, labels[field]] as const), foldLabel);

/** A label without marks, in words: “decision-makers” and “decisionMakers” are “decision makers”. */
function foldLabel(label: string): string {
  return foldWord(label.replaceAll(/[*`:：]/g, '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' '));
}

/**
 * The field that a metadata label names. Case, emphasis, signs around it and a remark in brackets don't matter; `language`
 * is that of the file's headings, for words that mean something else in another language.
 */
export function fieldOf(label: string, language?: AdrLanguage): MetadataField | undefined {
  const field = fieldNamedBy(label, language);
  return isFact(field) && isVagueLabel(label) ? undefined : field;
}

const fieldNamedBy = (label: string, language: AdrLanguage | undefined) =>
  bySameWords(label, (words) => fieldByLabel.find(words, language));

const isFact = (field: MetadataField | undefined): field is FactField =>
  field === 'affects' || field === 'revisit on' || field === 'revisit when';

/** What a heading or label names of looking again, whether or not it often means something else. */
export function revisitNamedBy(label: string, language?: AdrLanguage): 'revisit on' | 'revisit when' | undefined {
  const field = fieldNamedBy(label, language);
  return field === 'revisit on' || field === 'revisit when' ? field : undefined;
}

const lookedAgain = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].lookedAgain).map((label) => foldLabel(label))),
);

/** Whether a label is that of the day on which people looked again last. */
export function isLastLook(label: string): boolean {
  return bySameWords(label, (words) => lookedAgain.has(words) || undefined) === true;
}

const vagueLabels = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].vagueLabels).map((label) => foldLabel(label))),
);

/** Whether a label of paths, or of a date to look again, often means something else. */
export function isVagueLabel(label: string): boolean {
  return bySameWords(label, (words) => vagueLabels.has(words) || undefined) === true;
}

/** Whether a label is one for paths, whatever most ADRs of a house say behind it. */
export function isLabelOfPaths(label: string): boolean {
  return fieldNamedBy(label, undefined) === 'affects';
}

/** The language of a label: the given one if it has the label, or else the first that does. */
export function languageOfLabel(label: string, language?: AdrLanguage): AdrLanguage | undefined {
  const languages = fieldByLabel.languagesOf(foldLabel(label));
  return language !== undefined && languages.includes(language) ? language : (languages[0] ?? language);
}

/**
 * The field of an entry. A label that means something else in another language names a date if there is one: “Data” in a
 * file whose language doesn't show. An entry about paths, or about looking again, is one only if its value says so. `names`
 * are the items of a list.
 */
export function fieldOfEntry(
  label: string,
  value: string,
  language?: AdrLanguage,
  names?: readonly string[],
): MetadataField | undefined {
  const field = fieldNamedBy(label, language);
  if (isFact(field)) return factSaid(field, { value, names, language, isVague: isVagueLabel(label) });
  if (field !== undefined) return field;
  const folded = foldLabel(label);
  if (dateLabels.has(folded)) return readDate(value, language) === undefined ? undefined : 'date';
  if (decisions.has(folded)) return meaningOfStatus(value) === undefined ? undefined : 'status';
  if (folded.length <= longestLabel && endsWithDeciders.test(folded)) return 'deciders';
  return tellsDay(folded) && isDateAlone(value, language) ? 'date' : undefined;
}

const deciderWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].labels.deciders).slice(0, 1));
/** “Design deciders” */
const endsWithDeciders = new RegExp(
  ` (?:${oneOf(deciderWords.map(foldLabel).filter((word) => !isDense(word)))})$`,
  'u',
);

const decisions = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].headings.outcome).slice(0, 1).map(foldLabel)),
);

const dayWords = adrLanguages.map((language) => foldLabel(wordToWrite(adrWords[language].labels.date)));
const days = new RegExp(anyWord(dayWords), 'u');
const laterDays = new RegExp(
  anyWord(adrLanguages.flatMap((language) => variantsOf(adrWords[language].laterDates).map(foldLabel))),
  'u',
);

/** Whether a label has the word for a day, and none for one that is yet to come: “Date of the owner’s decision”. */
function tellsDay(folded: string): boolean {
  return folded.length <= longestLabel && days.test(folded) && !laterDays.test(folded);
}

/** Whether a value is nothing but a date, perhaps in marks. */
export function isDateAlone(value: string, language: AdrLanguage | undefined): boolean {
  const place = value.length > longestLabel ? undefined : placeOfDate(value, language);
  return place !== undefined && !/[\p{L}\p{N}]/u.test(value.slice(0, place.start) + value.slice(place.end));
}

/** Whether an entry of no known field may say the day of an ADR: a date alone, and no word for a later day or another look. */
export function mayBeDay(label: string, value: string, language: AdrLanguage | undefined): boolean {
  const folded = foldLabel(label);
  const isOther = laterDays.test(folded) || isLastLook(label) || revisitNamedBy(label, language) !== undefined;
  return !isOther && folded.length <= longestLabel && isDateAlone(value, language);
}

/** The value of an entry that may be about paths, or about looking again. */
interface FactValue {
  readonly value: string;
  readonly names: readonly string[] | undefined;
  readonly language: AdrLanguage | undefined;
  readonly isVague: boolean;
}

/** How an entry of a field writes the day on which people look again; nothing for any other field. */
export function formOfRevisit(
  field: MetadataField | undefined,
  label: string,
  value: string,
  language: AdrLanguage | undefined,
): { readonly dateForm?: string } {
  const read = field === 'revisit on' ? readRevisitDate(value, language, isVagueLabel(label)) : undefined;
  return read === undefined ? {} : { dateForm: read.form };
}

/** What a template has in place of a value: `{YYYY-MM-DD}`, `<!-- paths -->`. */
const gap = /^(?:[<{[].{0,200}[>}\]]|[YJA]{2,4}[-/.]MM.{0,20})$/i;

/** What an entry says that is labelled as a fact; undefined if it says something else. Without a value, the label counts. */
function factSaid(field: FactField, { value, names, language, isVague }: FactValue): FactField | undefined {
  const text = value.trim();
  const items = names?.filter((name) => name.trim() !== '') ?? [];
  if (items.length === 0 && (text === '' || isPlaceholder(text))) return isVague ? undefined : field;
  if (field === 'affects') {
    if (readPatterns(value, names, isVague) !== undefined) return field;
  } else {
    if (readRevisitDate(text, language, isVague) !== undefined) return 'revisit on';
    if (field === 'revisit when' && !gap.test(text)) return field;
    if (!isVague && isCondition(text)) return 'revisit when';
  }
  return !isVague && gap.test(text) ? field : undefined;
}

/**
 * What the words of a label mean, or else those without a remark and the signs around them: “📅 Date (YYYY-MM-DD)”. Of two
 * in one, as in “Fecha / Date”, both have to mean the same.
 */
function bySameWords<Meaning>(label: string, find: (words: string) => Meaning | undefined): Meaning | undefined {
  const folded = foldLabel(label);
  const found = find(folded);
  if (found !== undefined || folded.length > longestLabel) return found;
  const [first, ...others] = folded.split(/[/(（|]/).map((part) => find(bare(part)));
  if (others.length === 0) return first;
  const isRemark = /[(（]/.test(folded) && others.every((other) => other === undefined);
  return isRemark || others.every((other) => other === first) ? first : undefined;
}

const dateLabels = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].labels.date).map((label) => foldLabel(label))),
);

/** The longest label that may have something besides its words. */
const longestLabel = 60;

function bare(text: string): string {
  return text.replaceAll(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}

/** How likely the entries of a field say what is asked for, the likeliest first. */
const ranks = wordTable<number>(
  ({ labels, decisionDates, authors, headings }) => [
    [0, decisionDates],
    [1, wordToWrite(labels.date)],
    [2, `${labels.date} | ${authors}`],
    [0, labels.deciders],
    // “Stakeholders” may be anybody.
    [3, headings.people],
  ],
  foldLabel,
);

/**
 * The place of an entry among those of its field, by its label: the day of the decision is before any other date, and who
 * decided before who wrote it, and both before whoever a section about people is about.
 */
export function rankOf(label: string, language?: AdrLanguage): number {
  return bySameWords(label, (words) => ranks.find(words, language)) ?? 1;
}

// A link or a mail address names somebody.
const placeholder = /^(?:\[[^\]]*\]|\([^)]*\)|\{.*\}|<[^>@]*>)$/;
const dashes = /^[-–—]+$/;
const nothing = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].nothing).map(foldWord)));

/** Whether a value only says that there is none. */
export function isPlaceholder(value: string): boolean {
  return dashes.test(value.trim()) || nothing.has(foldWord(value));
}

const conjunctions = new Map(
  adrLanguages.map((language) => {
    // German names with “und” are read in any file.
    const words = [adrWords.en, adrWords.de, adrWords[language]].flatMap(({ and }) => variantsOf(and));
    return [language, new Set(words)] as const;
  }),
);
const anyConjunction = oneOf([...conjunctions.values()].flatMap((words) => [...words]));
const separator = new RegExp(
  `[,;，；、]\\s*|(?<=\\S) [/|·•+] (?=\\S)|\\n[-*+\\s]*|(?<!\\s)\\s+(?<word>${anyConjunction})\\s+`,
  'gu',
);

/** What is said beside a name: “the team (with help from Ana, Bo and Cy)”. */
const remark = /(?<=\S )\([^()]{1,300}\)/g;

/** Splits names such as "A, B and C", or one per line. Placeholders of a template are left out. */
export function splitNames(text: string, language: AdrLanguage = 'en'): string[] {
  const written = text.replaceAll(/\\\n|<br ?\/?>/g, '\n');
  const isSeparator = (word: string | undefined) =>
    word === undefined || conjunctions.get(language)?.has(word) === true;
  const remarks = [...written.matchAll(remark)].map(({ 0: text, index }) => ({ from: index, to: index + text.length }));
  const isInRemark = (at: number) => remarks.some(({ from, to }) => at > from && at < to);
  return (
    written
      .replaceAll(separator, (found, word: string | undefined, at: number) =>
        isInRemark(at) ? found.replaceAll(/\n\s{0,9}/g, ' ') : isSeparator(word) ? '\n' : found,
      )
      .split('\n')
      .map((name) => name.replace(/^[-*+]\s+/, '').trim())
      // “A, B, and C”
      .map((name) => {
        const [first = '', ...others] = name.split(' ');
        return others.length > 0 && conjunctions.get(language)?.has(first) === true ? others.join(' ').trim() : name;
      })
      .filter((name) => name !== '' && !placeholder.test(name) && !isPlaceholder(name))
  );
}
