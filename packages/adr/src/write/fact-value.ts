import { stringify } from 'yaml';
import type { AdrContent } from '../content/content.ts';
import { writeDate } from '../read/metadata/date.ts';
import { isLabelOfPaths, isVagueLabel } from '../read/metadata/metadata-field.ts';
import { readsAs } from '../read/metadata/path-patterns.ts';
import type { FactField, HouseStyle, MetadataEntryForm } from '../style/house-style.ts';
import { plainText, quote, toYaml, yamlStyle } from './yaml-value.ts';

/**
 * What an ADR says of the paths that it governs, or of when people look at it again, in the form of an entry; undefined if
 * it says nothing of that.
 */
export function factValue(
  entry: MetadataEntryForm & { readonly field: FactField },
  { affects, revisit }: AdrContent,
  style: HouseStyle,
  isYaml: boolean,
): string | undefined {
  switch (entry.field) {
    case 'affects':
      if (affects === undefined || (affects.length === 0 && entry.shape.list !== 'flow')) return undefined;
      return isYaml ? patternsInYaml(affects, entry) : patternsInText(affects, entry);
    case 'revisit on':
      if (revisit?.on === undefined) return undefined;
      return quote(writeDate(revisit.on, entry.dateForm ?? style.dateForm), entry);
    case 'revisit when':
      if (revisit?.when === undefined) return undefined;
      return isYaml ? toYaml(plainText(revisit.when).replaceAll(/\s+/g, ' '), entry) : revisit.when;
  }
}

/**
 * Whether an entry that says something else in most ADRs of a house is where one that governs paths names these: it has a
 * label for that, and nobody has said anything else there.
 */
export function hasRoomForPaths(
  { field, key, value }: MetadataEntryForm,
  { extra, affects = [] }: Pick<AdrContent, 'extra' | 'affects'>,
): boolean {
  const isOpen = field === undefined && value.kind === 'asked' && !extra.some((other) => other.key === key);
  return isOpen && affects.length > 0 && isLabelOfPaths(key);
}

/** In text, patterns are code: nothing in them is Markdown then. */
function patternsInText(patterns: readonly string[], { key }: MetadataEntryForm): string {
  const inCode = (all: readonly string[]) => all.map((pattern) => `\`${pattern.replaceAll('`', '')}\``).join(', ');
  const written = inCode(patterns);
  return isVagueLabel(key) && !readsAs(written, patterns, true, false) ? inCode(patterns.map(atRoot)) : written;
}

/** A name alone is a path if it begins at the root. */
const atRoot = (pattern: string) => `./${pattern}`;

function patternsInYaml(patterns: readonly string[], entry: MetadataEntryForm): string {
  const { list, indent } = entry.shape;
  const isVague = isVagueLabel(entry.key);
  const inLine = patterns.join(', ');
  if (list === 'none' && readsAs(inLine, patterns, isVague, false)) return toYaml(inLine, entry);
  const items = readsAs('', patterns, isVague, true) ? patterns : patterns.map(atRoot);
  const written = items.map((item) =>
    entry.shape.quote === '' ? stringify(item, yamlStyle).trimEnd() : quote(item, entry),
  );
  if (list === 'block') return written.map((item) => `\n${indent}- ${item}`).join('');
  return `[${items.map((item) => (/[,[\]{}]/.test(item) ? JSON.stringify(item) : (written[items.indexOf(item)] ?? ''))).join(', ')}]`;
}
