import type { RootContent } from 'mdast';
import { placeOf, type Source } from '../source/source.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOfEntry } from './metadata-field.ts';

/** The longest HTML with metadata in it, in UTF-16 units. */
const longest = 20_000;

/** A label and its value in two elements: cells of a row of a table, or a term and what it is. */
const inElements =
  /<(?:t[hd]|dt)(?:\s[^<>]{0,200})?>(?<label>[^\n]{1,100}?)<\/(?:t[hd]|dt)>\s{0,40}<(?:td|dd)(?:\s[^<>]{0,200})?>(?<value>[^\n]{1,500}?)<\/(?:td|dd)>/giu;

/** A label in bold and its value behind it, in one element or line. */
const behindLabel =
  /<(?:b|strong)>(?<label>[^<>\n]{1,60})<\/(?:b|strong)>(?<colon>\s?[:：])?(?<value>[^\n]{1,500}?)(?=<\/?(?:p|li|div|td|br|ul)\b|\n|$)/giu;

const elements = /<\/?[a-z][^<>]{0,200}>|<!--[^>]{0,200}-->/gi;
const signs = /^[\s:：]{1,4}|[\s:：]{1,4}$/g;

const plain = (html: string) => html.replaceAll(elements, '').replaceAll('&nbsp;', ' ').trim();

/** The entries of known fields in HTML around the title: “<tr><th>Status</th><td>accepted</td></tr>”. */
export function entriesInHtml(source: Source, nodes: readonly RootContent[]): readonly MetadataEntry[] {
  return nodes.flatMap((node) => {
    const { start, end } = placeOf(node);
    if (node.type !== 'html' || end - start > longest) return [];
    const html = source.text.slice(start, end);
    const found = [...html.matchAll(inElements)];
    const all = found.length > 0 ? found : [...html.matchAll(behindLabel)];
    return all.flatMap((match) => entryOf(source, start, match) ?? []);
  });
}

function entryOf(
  source: Source,
  start: number,
  { 0: html, index, groups }: RegExpExecArray,
): MetadataEntry | undefined {
  const { label = '', value: written = '', colon } = groups ?? {};
  const key = plain(label).replaceAll(signs, '');
  const isLabel = colon !== undefined || /<t[hd]|<dt/i.test(html) || /[:：]\s*$/.test(label);
  const value = plain(written);
  if (!isLabel || value === '') return undefined;
  const field = fieldOfEntry(key, value, source.language);
  if (field === undefined) return undefined;
  const at = start + index + html.lastIndexOf(written);
  const inner = Math.max(0, written.indexOf(value));
  const isWhole = written.includes(value);
  const from = at + inner;
  const to = isWhole ? from + value.length : at + written.length;
  const line = source.text.slice(0, from).split('\n').length;
  return { field, key, value: { value, foundIn: 'text', line, start: from, end: to }, names: undefined };
}
