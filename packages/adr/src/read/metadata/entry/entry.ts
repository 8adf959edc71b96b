import type { MetadataEntryForm, MetadataField, MetadataForm } from '../../../style/house-style.ts';
import type { Located } from '../../located.ts';
import type { Source } from '../../source/source.ts';
import { type FoundBoxes, findBoxes } from '../status-boxes.ts';

/** One `key: value` pair of the metadata, with the value as written. */
export interface MetadataEntry {
  readonly field: MetadataField | undefined;
  readonly key: string;
  readonly value: Located<string>;
  /** The separate names, if they are written as a nested list. */
  readonly names: readonly string[] | undefined;
  /** The boxes for statuses of which the ticked one is the value. */
  readonly boxes?: FoundBoxes;
}

/** The metadata in one place, their form, and the nodes that contain them. */
export interface Metadata {
  readonly entries: readonly MetadataEntry[];
  readonly form: MetadataForm;
  /** The index of the first node, and how many nodes there are. */
  readonly first: number;
  readonly length: number;
}

/** A line, and where it is. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** An entry, and how it is written. */
export interface EntryWithForm {
  readonly entry: MetadataEntry;
  readonly form: MetadataEntryForm;
}

/** The longest value, in UTF-16 units, in a paragraph of its own whose key is not known. */
export const longestOwnValue = 100;

/** A form of an entry whose value comes from what the ADR says. */
export const plainEntry = {
  shape: { list: 'none', indent: '', quote: '' },
  value: { kind: 'given' },
  unanswered: undefined,
  joint: undefined,
  tail: '',
} as const;

/** A form of metadata in which nothing is unusual. */
export const plainForm = {
  lineEnd: '',
  table: undefined,
  marker: undefined,
  isQuoted: false,
  fence: undefined,
  isRuled: false,
} as const;

/** An entry whose status is the ticked one of the boxes that it consists of. */
export function withBoxes(source: Source, one: EntryWithForm): EntryWithForm {
  const { entry, form } = one;
  const boxes = entry.field === 'status' ? findBoxes(source, entry.value) : undefined;
  if (boxes === undefined) return one;
  return { entry: tickedEntry(entry, boxes), form: { ...form, boxes: boxes.form, unanswered: undefined } };
}

/** An entry with the ticked one of its boxes for a value. */
export function tickedEntry(entry: MetadataEntry, boxes: FoundBoxes): MetadataEntry {
  return { ...entry, value: { ...entry.value, ...boxes.ticked }, boxes };
}

/** Metadata of a layout with some entries. */
export function metadataOf(
  layout: MetadataForm['layout'],
  found: readonly EntryWithForm[],
  more: Partial<MetadataForm> = {},
): Pick<Metadata, 'entries' | 'form'> {
  const entries = found.map(({ form }) => form);
  return {
    entries: found.map(({ entry }) => entry),
    form: { ...plainForm, layout, entries, ...more },
  };
}
