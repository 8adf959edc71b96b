import { foldHeading } from '../content/part-of-heading.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import { isLinkLabel } from '../read/links/phrases.ts';
import type { Metadata, MetadataEntry } from '../read/metadata/entry/entry.ts';
import { isPlaceholder } from '../read/metadata/metadata-field.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { isPlain } from '../write/yaml-value.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm, SectionForm } from './house-style.ts';
import { type EntryExample, isAskedField, learnValue } from './learn-value.ts';
import { foldKey as fold, inOrder, inUsualOrder } from './metadata/entry-order.ts';
import { labelledTextIn } from './metadata/labelled-text.ts';
import { commonValue, shareOf } from './vote.ts';

/** The metadata of a house, in each place where it has some. */
export type HouseMetadata = Pick<HouseStyle, 'frontMatter' | 'metadata' | 'above' | 'below' | 'closing'>;

type Place = 'frontMatter' | 'metadata' | 'closing';

/** Learns which metadata a house has, and how each entry's value comes about, from its recent ADRs. */
export function learnMetadata(documents: readonly AdrDocument[]): HouseMetadata {
  return {
    frontMatter: learnPlace(documents, 'frontMatter'),
    metadata: learnPlace(documents, 'metadata'),
    ...learnBeside(documents),
    closing: learnPlace(documents, 'closing'),
  };
}

/** What the house says behind bold labels around its metadata; instead of metadata if no file has any. */
function learnBeside(documents: readonly AdrDocument[]): Pick<HouseMetadata, 'above' | 'below'> {
  const texts = new Map(documents.map((document) => [document, labelledTextIn(document)]));
  const learn = (place: 'above' | 'below') => learnLabelled(documents, (document) => texts.get(document)?.[place]);
  return { above: learn('above'), below: learn('below') };
}

/** As `learnForm`, where enough ADRs have something in a place. */
function learnLabelled(
  documents: readonly AdrDocument[],
  metadataIn: (document: AdrDocument) => Metadata | undefined,
): MetadataForm | undefined {
  const having = documents.filter((document) => metadataIn(document) !== undefined);
  return having.length < enough ? undefined : learnForm(documents, metadataIn);
}

/**
 * Completes what a template shows by what the ADRs of the house have. Where there are enough of them, they decide which
 * entries there are, in the places that the template has and some recent ones still use; otherwise only how the values of
 * the template's entries come about.
 */
export function completeMetadata(template: AdrDocument, documents: readonly AdrDocument[]): HouseMetadata {
  const complete = (place: Place) => {
    if (documents.length < enough) return placeOfTemplate(template, documents, place);
    const having = documents.filter((document) => document[place] !== undefined);
    const isKept =
      template[place] !== undefined && documents.slice(-recent).filter((one) => having.includes(one)).length > 1;
    return learnPlace(isKept ? having : documents, place);
  };
  return {
    frontMatter: complete('frontMatter'),
    metadata: complete('metadata'),
    ...learnBeside(documents),
    closing: complete('closing'),
  };
}

/** So many ADRs show which entries of a template the house uses. */
const enough = 3;

/** Of so many recent ADRs, more than one uses a place of the template that the house has not given up. */
const recent = 5;

/** An entry with its form, and the file that has it. */
interface FoundEntry extends EntryExample {
  readonly form: MetadataEntryForm;
  readonly layout: MetadataForm['layout'];
}

/** The sections of a house with the metadata that most of its ADRs have in them. A template shows its own. */
export function withMetadata(sections: readonly SectionForm[], documents: readonly AdrDocument[]): SectionForm[] {
  return sections.map((form) => {
    const isSame = (section: AdrSection) => hasForm(section, form);
    const having = documents.filter((document) => document.sections.some(isSame));
    if (having.length === 0) return form;
    return { ...form, metadata: learnForm(having, (document) => document.sections.find(isSame)?.metadata) };
  });
}

/** Whether a section is the one that a house has in a form. */
export function hasForm({ part, name }: AdrSection, form: SectionForm): boolean {
  if (form.part !== undefined) return part === form.part;
  return part === undefined && foldHeading(name) === foldHeading(toPlainLine(form.heading));
}

function learnPlace(documents: readonly AdrDocument[], place: Place): MetadataForm | undefined {
  const learned = learnForm(documents, (document) => document[place]);
  if (learned !== undefined || place !== 'metadata') return learned;
  return learnLabelled(documents, (document) => labelledTextIn(document).own);
}

function learnForm(
  documents: readonly AdrDocument[],
  metadataIn: (document: AdrDocument) => Metadata | undefined,
): MetadataForm | undefined {
  const having = documents.flatMap((document) => {
    const metadata = metadataIn(document);
    return metadata === undefined || metadata.entries.length === 0 ? [] : [{ document, metadata }];
  });
  if (shareOf(documents, (document) => having.some((one) => one.document === document)) < half) return undefined;
  const layout = commonValue(having, ({ metadata }) => metadata.form.layout);
  const alike = having.filter(({ metadata }) => metadata.form.layout === layout);
  const usual = usualEntries(
    having.flatMap(({ document, metadata }) => entriesIn(document, metadata)),
    documents,
  );
  // The latest of the files that have most of the entries shows their order.
  const count = ({ metadata }: (typeof alike)[number]) =>
    metadata.form.entries.filter(({ key }) => usual.has(fold(key))).length;
  const most = Math.max(...alike.map(count));
  const base = alike.findLast((file) => count(file) === most);
  if (base === undefined || usual.size === 0) return undefined;
  const files = alike.map(({ metadata }) => metadata.form.entries);
  const forms = inUsualOrder(inOrder([base.metadata.form.entries, ...files], usual), files);
  const { form } = base.metadata;
  const common = <Value>(value: (form: MetadataForm) => Value) =>
    commonValue(alike, ({ metadata }) => value(metadata.form)) ?? value(form);
  return {
    layout: form.layout,
    entries: forms
      .map((entry) => learnEntry(entry, usual.get(fold(entry.key)) ?? [], form.layout, alike.map(documentOf)))
      .filter(
        (entry) => !isStatement(entry, form.layout) && !isHeading(entry, usual.get(fold(entry.key)) ?? [], form.layout),
      ),
    lineEnd: common((one) => one.lineEnd),
    table: form.table,
    marker: common((one) => ({ marker: one.marker })).marker,
    isQuoted: common((one) => one.isQuoted),
    fence: common((one) => ({ fence: one.fence })).fence,
    isRuled: common((one) => one.isRuled),
  };
}

function placeOfTemplate(
  template: AdrDocument,
  documents: readonly AdrDocument[],
  place: Place,
): MetadataForm | undefined {
  const metadata = template[place];
  if (metadata === undefined) return undefined;
  const { form } = metadata;
  const found = documents.flatMap((document) => {
    const own = document[place];
    return own === undefined ? [] : entriesIn(document, own);
  });
  const entries = form.entries.map((entry, index): MetadataEntryForm => {
    const examples = found.filter(({ form: { key } }) => fold(key) === fold(entry.key));
    const own = metadata.entries[index]?.value.value ?? '';
    const { lead, boxes } = entry;
    if (examples.length > 0) return { ...learnEntry(entry, examples, form.layout), lead, boxes };
    return {
      ...entry,
      value: valueInTemplate(entry, own, written(template, metadata.entries[index])),
      unanswered: undefined,
    };
  });
  return { ...form, entries };
}

/** The value of a template's entry is a constant, unless it tells people what to put there. */
function valueInTemplate({ field }: MetadataEntryForm, value: string, constant: string): MetadataEntryForm['value'] {
  if (field !== undefined && (!isAskedField(field) || value === '')) return { kind: 'given' };
  return value === '' || isPlaceholder(value) || /[<{[]|\.\.\.|…/.test(value)
    ? { kind: 'asked' }
    : { kind: 'constant', written: constant };
}

function entriesIn(document: AdrDocument, { entries, form }: Metadata): FoundEntry[] {
  return entries.flatMap((entry, index) => {
    const own = form.entries[index];
    if (own === undefined) return [];
    return [{ document, form: own, layout: form.layout, value: entry.value.value, written: written(document, entry) }];
  });
}

/** The value as the file has it, with its quotes or brackets. */
function written({ source }: AdrDocument, entry: MetadataEntry | undefined): string {
  return entry === undefined ? '' : source.text.slice(entry.value.start, entry.value.end);
}

/** The entries that at least half of the ADRs have, by their keys. Of a field with several keys, the commonest counts. */
function usualEntries(found: readonly FoundEntry[], documents: readonly AdrDocument[]): Map<string, FoundEntry[]> {
  const isUsual = (entries: readonly FoundEntry[]) => {
    const having = new Set(entries.map(({ document }) => document));
    return shareOf(documents, (document) => having.has(document)) >= half;
  };
  const byKey = Map.groupBy(found, ({ form }) => fold(form.key));
  const usual = new Map([...byKey].filter(([, entries]) => isUsual(entries)));
  const known = new Set([...usual.values()].flatMap(([entry]) => entry?.form.field ?? []));
  for (const [field, entries] of Map.groupBy(found, ({ form }) => form.field)) {
    if (field === undefined || !isUsual(entries) || (known.has(field) && areTogether(entries))) continue;
    const key = commonValue(entries, ({ form }) => fold(form.key));
    if (key === undefined) continue;
    // A house that has found another name for something goes on with that.
    for (const { form } of entries) usual.delete(fold(form.key));
    usual.set(key, byKey.get(key) ?? []);
  }
  return usual;
}

/** Whether an ADR has entries under two of several keys: then none of these takes the place of another. */
function areTogether(entries: readonly FoundEntry[]): boolean {
  const byDocument = Map.groupBy(entries, ({ document }) => document);
  return [...byDocument.values()].some((own) => new Set(own.map(({ form }) => fold(form.key))).size > 1);
}

/** The share of the ADRs that must have something, of which recent ones count more. */
const half = 0.5;

/** Whether an entry is a sentence that begins with bold words: nobody can be asked for its end. */
function isStatement({ field, lead, value }: MetadataEntryForm, layout: MetadataForm['layout']): boolean {
  const isText = layout !== 'front matter' && layout !== 'table';
  return isText && field === undefined && value.kind === 'asked' && /\p{L}/u.test(lead) && !/[:：=]/.test(lead);
}

/** Whether an entry never has a value: it is above what its ADR says, in a list whose items are its sections. */
function isHeading(
  { field, key }: MetadataEntryForm,
  found: readonly FoundEntry[],
  layout: MetadataForm['layout'],
): boolean {
  const isText = layout !== 'front matter' && layout !== 'table';
  return isText && field === undefined && !isLinkLabel(key) && found.every(({ value }) => value === '');
}

/** Whether tags only repeat the status of each ADR. */
function areStatuses(found: readonly FoundEntry[]): boolean {
  const repeats = found.filter(({ document, value }) => {
    const word = document.statuses[0]?.value.word;
    return word !== undefined && fold(value.replaceAll(/[[\]"']/g, '').replace(/^-/, '')) === fold(word);
  });
  return found.length >= enough && repeats.length >= found.length * nearlyAll;
}

/** The share of the values that must agree. */
const nearlyAll = 0.8;

const documentOf = ({ document }: { readonly document: AdrDocument }) => document;

/** How many of the latest ADRs that have no value for an entry show by most of them that it stays without one. */
const silent = 3;

/** The shape of most values. Quotes that a value cannot do without show no habit. */
function shapeOf(found: readonly FoundEntry[]): MetadataEntryForm['shape'] | undefined {
  const isFree = ({ value, form: { shape } }: FoundEntry) =>
    shape.list !== 'none' || !/^["']$/.test(shape.quote) || isPlain(value);
  const free = found.filter(isFree);
  if (free.length > 0) return commonValue(free, ({ form }) => form.shape);
  const shape = commonValue(found, ({ form }) => form.shape);
  return shape && { ...shape, isQuotedIfNeeded: true };
}

/** How an entry is written. `documents` are those that have the metadata that it belongs to. */
function learnEntry(
  form: MetadataEntryForm,
  found: readonly FoundEntry[],
  layout: MetadataForm['layout'],
  documents: readonly AdrDocument[] = found.map(documentOf),
): MetadataEntryForm {
  const alike = found.filter((entry) => entry.layout === layout);
  const first = alike.filter(
    ({ document }, index) => alike.findIndex((other) => other.document === document) === index,
  );
  const shown = first.length === 0 ? found : first;
  const like = commonValue(shown, ({ form: { key, lead, joint, tail, boxes } }) => ({ key, lead, joint, tail, boxes }));
  const filled = shown.filter(({ value }) => value !== '' && !isPlaceholder(value));
  const empty = shown.filter(({ value }) => value === '' || isPlaceholder(value));
  const unfilled = documents.filter((document) => !filled.some((entry) => entry.document === document)).slice(-silent);
  const isLatest =
    unfilled.filter((document) => empty.some((entry) => entry.document === document)).length * 2 > silent;
  const isLeftEmpty = isLatest || empty.length * 4 >= shown.length;
  const { field: named } = commonValue(filled, (entry) => ({ field: entry.form.field })) ?? form;
  const field = named === 'tags' && areStatuses(filled) ? 'status' : named;
  return {
    ...form,
    ...like,
    field,
    dateForm: commonValue(filled, (entry) => entry.form.dateForm),
    shape: shapeOf(filled) ?? form.shape,
    value: learnValue(field, filled, shown),
    unanswered: isLeftEmpty ? commonValue(empty, (entry) => entry.written) : undefined,
  };
}
