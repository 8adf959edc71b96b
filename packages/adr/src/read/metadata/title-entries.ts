import type { Outline } from '../source/outline.ts';
import { placeOf, type Source } from '../source/source.ts';
import { placeOfDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { entriesOfLine } from './entry/lines.ts';
import { fieldOf } from './metadata-field.ts';
import { isUsualStatus, meaningOfStatus, readStatus } from './status.ts';

/** The longest title with metadata in it, in UTF-16 units. */
const longest = 600;

/** What is between a title and metadata behind it. */
const joints = /\s[|·•‧]\s(?=[*_]{0,2}\p{L}[^|·•‧\n]{1,40}[:：])/gu;

/** How much of a title is in front of metadata: “Use tea | Date: 2024-03-05”. */
export function endOfTitle(title: string, language?: Source['language']): number {
  if (title.length > longest) return title.length;
  const first = [...title.matchAll(joints)].find(({ 0: joint, index }) => {
    const [label = ''] = title.slice(index + joint.length).split(/[:：]/, 1);
    return fieldOf(label.replaceAll(/[*_]/g, '').trim(), language) !== undefined;
  });
  return first?.index ?? title.length;
}

/** The text of a title, and where it is. */
function writtenTitle(source: Source, { title }: Outline) {
  const [first, last] = [title?.children[0], title?.children.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { start, line } = placeOf(first);
  const { end } = placeOf(last);
  return { start, end, line, text: source.text.slice(start, end) };
}

/** The entries behind a title, on its line: “Use tea | Date: 2024-03-05 | Status: accepted”. */
export function entriesInTitle(source: Source, outline: Outline): readonly MetadataEntry[] {
  const written = writtenTitle(source, outline);
  if (written === undefined) return [];
  const at = endOfTitle(written.text, source.language);
  const lead = /^\s\S\s/.exec(written.text.slice(at))?.[0].length ?? 0;
  if (lead === 0) return [];
  const line = { start: written.start + at + lead, end: written.end, line: written.line };
  return entriesOfLine(source, line, 'heading').flatMap(({ entry }) => (entry.field === undefined ? [] : [entry]));
}

/** What stands in brackets at the end of a title; it may have a link in it. */
const atEndOfTitle = /\[(?<status>(?:[^[\]\n]|\[[^[\]\n]{0,200}\]\([^()\s]{0,300}\)){3,200})\]$/;
const inParentheses = /(?:\s\(|（)(?<status>[^()（）\n]{3,40})[)）]$/;

/** A known status in brackets at the end of the title: “Use Go [ACCEPTED]”; in parentheses, nothing but a word for one. */
export function statusInTitle(source: Source, outline: Outline): readonly MetadataEntry[] {
  const written = writtenTitle(source, outline);
  if (written === undefined) return [];
  const text = written.text.slice(-longest);
  const value = atEndOfTitle.exec(text)?.groups?.status;
  const alone = inParentheses.exec(text)?.groups?.status;
  if (value !== undefined)
    return meaningOfStatus(readStatus(value).word) === undefined ? [] : [statusAt(written, value)];
  if (alone !== undefined && isUsualStatus(alone)) return [statusAt(written, alone)];
  const { lead = '', first } = atStartOfTitle.exec(written.text.slice(0, longest))?.groups ?? {};
  return first !== undefined && isUsualStatus(first)
    ? [statusAt(written, first, written.start + lead.length + first.length)]
    : [];
}

/** A word in front of the title, or in brackets there, perhaps behind the number: “Draft: Use Go”, “ADR-7: [Draft] Use Go”. */
const atStartOfTitle =
  /^(?<lead>(?:[\p{L}\d -]{0,20}\d{1,5}\s?[:.：–—-]\s{0,2})?\[?)(?<first>(?<=\[)[^[\]\n]{2,40}(?=\]\s)|(?<!\[)\p{L}[\p{L} ]{1,30}(?=[:：]))/u;

function statusAt(
  written: { readonly end: number; readonly line: number },
  value: string,
  end = written.end - 1,
): MetadataEntry {
  const place = { foundIn: 'heading', line: written.line, start: end - value.length, end } as const;
  return { field: 'status', key: 'status', value: { ...place, value }, names: undefined };
}

/** A date that a title begins or ends with: “2024-03-05: Use tea”, “Use tea (5 March 2024)”. */
export function dateInTitle(source: Source, outline: Outline): readonly MetadataEntry[] {
  const written = writtenTitle(source, outline);
  const place = written === undefined || written.text.length > longest ? undefined : placeOfDate(written.text);
  if (written === undefined || place === undefined) return [];
  const { text } = written;
  const isFirst = place.start === 0 && /^\s?[:：|·–—-]\s|^\s[|·–—-]\s/.test(text.slice(place.end));
  const isLast = /\s[(（[]$|\s[|·–—-]\s$/.test(text.slice(0, place.start)) && /^[)）\]]?$/.test(text.slice(place.end));
  if (!isFirst && !isLast) return [];
  const { start, line } = written;
  const value = text.slice(place.start, place.end);
  const found = { value, foundIn: 'heading', line, start: start + place.start, end: start + place.end } as const;
  return [{ field: 'date', key: 'date', value: found, names: undefined }];
}
