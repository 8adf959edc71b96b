import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import type { MetadataField } from '../../style/house-style.ts';
import type { Segment } from '../source/outline.ts';
import { headingAsWritten, placeOf, type Source } from '../source/source.ts';
import { placeOfDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/** The longest label that names several fields, and the longest text of a section that says no more than they do, in UTF-16 units. */
const longest = { label: 60, text: 200 };

const words = adrLanguages.flatMap((language) => variantsOf(adrWords[language].and));
const joints = new RegExp(
  ` ?[/&+,，、] ?| (?:${oneOf(words.filter((word) => !isDense(word)))}) |(?<=.)(?:${oneOf(words.filter(isDense))})(?=.)`,
  'iu',
);

const mayBeTogether: readonly (MetadataField | undefined)[] = ['status', 'date', 'deciders'];

/** The fields that a label names together, as “Date and author” does; none if it names one, or anything else. */
function fieldsTogether(label: string, language: AdrLanguage | undefined): readonly MetadataField[] {
  if (label.length > longest.label || fieldOf(label, language) !== undefined) return [];
  const fields = label.split(joints).map((part) => fieldOf(part, language));
  const known = fields.flatMap((field) => (mayBeTogether.includes(field) ? (field ?? []) : []));
  return known.length > 1 && known.length === fields.length && new Set(known).size === known.length ? known : [];
}

/** The entries of one that says several things together: “Date and author: 2026-03-04, Ana”. */
export function entriesTogether({ language }: Source, { key, value }: MetadataEntry): MetadataEntry[] {
  const fields = fieldsTogether(key, language);
  if (fields.length === 0 || value.value.length > longest.text) return [];
  const date = fields.includes('date') ? placeOfDate(value.value, language) : undefined;
  if (fields.includes('date') && date === undefined) return [];
  const entryAt = (field: MetadataField, start: number, end: number): MetadataEntry => ({
    field,
    key: field === 'deciders' ? 'author' : field,
    value: { ...value, value: value.value.slice(start, end), start: value.start + start, end: value.start + end },
    names: undefined,
  });
  const rest = piecesOf(value.value, date).filter(({ start, end }) => /\p{L}/u.test(value.value.slice(start, end)));
  const status = rest.find(
    ({ start, end }) => meaningOfStatus(readStatus(value.value.slice(start, end)).word) !== undefined,
  );
  const people = rest.filter((piece) => piece !== status);
  return [
    ...(date === undefined ? [] : [entryAt('date', date.start, date.end)]),
    ...(status === undefined || !fields.includes('status') ? [] : [entryAt('status', status.start, status.end)]),
    ...(fields.includes('deciders') ? people.map(({ start, end }) => entryAt('deciders', start, end)).slice(0, 1) : []),
  ];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What divides a text that has no date. */
const dividers = /\s[-–—|·•/]\s|[,;，；、\n]/gu;
const signsBefore = /^[\s*_,;:：|·•–—()（）-]+/u;
const signsBehind = /(?<![\s*_,;:：|·•–—(（-])[\s*_,;:：|·•–—(（-]+$/u;

/** The pieces of a text in front of and behind a date, or else between its dividers, without the signs around them. */
function piecesOf(text: string, date: Range | undefined): readonly Range[] {
  const marks =
    date === undefined
      ? [...text.matchAll(dividers)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))
      : [date];
  return [0, ...marks.map(({ end }) => end)].map((from, at) => {
    const part = text.slice(from, marks[at]?.start).replace(signsBehind, '');
    const lead = signsBefore.exec(part)?.[0].length ?? 0;
    return { start: from + lead, end: from + part.length };
  });
}

/** The entries of a section whose heading names several fields, and whose text has no more than them: “Date and author”. */
export function entriesOfSectionTogether(source: Source, { heading, nodes, part }: Segment): MetadataEntry[] {
  const [block, ...others] = nodes.filter(({ type }) => type !== 'html');
  if (part !== undefined || block === undefined || others.length > 0) return [];
  const { start, end, line } = placeOf(block);
  const lead = /^[\s>]*(?:[-*+] )?/.exec(source.text.slice(start, start + 8))?.[0].length ?? 0;
  const value = {
    value: source.text.slice(start + lead, end),
    foundIn: 'section',
    line,
    start: start + lead,
    end,
  } as const;
  return entriesTogether(source, { field: undefined, key: headingAsWritten(source, heading), value, names: undefined });
}
