import type { List, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { MetadataField } from '../../../style/house-style.ts';
import { placeOf, type Source } from '../../source/source.ts';
import { readDate } from '../date.ts';
import { fieldOf } from '../metadata-field.ts';
import { meaningOfStatus, readStatus } from '../status.ts';
import { findBoxes } from '../status-boxes.ts';
import { type EntryWithForm, longestOwnValue, type MetadataEntry, tickedEntry } from './entry.ts';
import { linesOf } from './lines.ts';

/**
 * An entry without a value, and the status below it: boxes in a list, or the word in a paragraph of its own; undefined if
 * there is neither.
 */
export function withStatusBelow(
  source: Source,
  { entry, form }: EntryWithForm,
  below: RootContent | undefined,
): EntryWithForm | undefined {
  if (entry.field !== 'status' || entry.value.value.trim() !== '' || below === undefined) return undefined;
  const { start } = placeOf(below);
  const gap = source.text.slice(entry.value.end + form.tail.length, start);
  const written = { ...form, lead: form.lead + form.tail + gap, tail: '', unanswered: undefined };
  const boxes = below.type === 'list' ? findBoxes(source, placeOf(below)) : undefined;
  if (boxes !== undefined) return { entry: tickedEntry(entry, boxes), form: { ...written, boxes: boxes.form } };
  const [only, ...others] = below.type === 'paragraph' ? linesOf(source, below) : [];
  if (only === undefined || others.length > 0 || only.end - only.start > longestOwnValue) return undefined;
  const value = source.text.slice(only.start, only.end);
  if (meaningOfStatus(readStatus(value).word) === undefined) return undefined;
  return { entry: { ...entry, value: { ...entry.value, ...only, value } }, form: written };
}

const comment = /<!--[^>]{0,200}-->/g;

/** An entry for a date without one, and the first date in the list below it: “Dates:” above “decided: 2024-03-05”. */
export function withDateBelow(
  source: Source,
  { entry, form }: EntryWithForm,
  { children }: List,
): EntryWithForm | undefined {
  const isOpen = entry.field === 'date' && entry.value.value.replaceAll(comment, '').trim() === '';
  const below = isOpen ? children.find((item) => readDate(textOf(item), source.language) !== undefined) : undefined;
  const [line] = below?.children ?? [];
  if (line?.type !== 'paragraph') return undefined;
  const { start, end, line: number } = placeOf(line);
  const value = source.text.slice(start, end);
  const between = source.text.slice(entry.value.start, start);
  return {
    entry: { ...entry, value: { ...entry.value, value, start, end, line: number } },
    form: { ...form, lead: form.lead + between, unanswered: undefined },
  };
}

const fieldsAbove: readonly (MetadataField | undefined)[] = ['status', 'date', 'deciders'];

/** The entries in lines of their own below bold labels, in blocks that have both: “**Deciders**” above “Ana, Bo”. */
export function entriesBelowLabels(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  return nodes.flatMap((node, index) => {
    const [label, ...more] = node.type === 'paragraph' ? node.children : [];
    const [only, ...others] = linesOf(source, nodes[index + 1]);
    const isLabel = label?.type === 'strong' && /^[:：\s]{0,3}$/.test(textOf({ type: 'paragraph', children: more }));
    if (!isLabel || only === undefined || others.length > 0 || only.end - only.start > longestOwnValue) return [];
    const key = textOf(label)
      .replace(/[:：]$/, '')
      .trim();
    const field = fieldOf(key, source.language);
    const value = source.text.slice(only.start, only.end);
    const isSaid =
      field === 'status'
        ? meaningOfStatus(readStatus(value).word) !== undefined
        : field !== 'date' || readDate(value, source.language) !== undefined;
    const isOther = nodes[index + 1]?.type !== 'paragraph' || !fieldsAbove.includes(field) || !isSaid;
    return isOther ? [] : [{ field, key, value: { value, foundIn: 'text', ...only }, names: undefined }];
  });
}
