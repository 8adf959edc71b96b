import { stringify } from 'yaml';
import type { AdrContent } from '../content/content.ts';
import { closingOf } from '../read/metadata/fenced.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm, TableForm } from '../style/house-style.ts';
import { addedEntries } from './homeless-facts.ts';
import { placesOf, valueFor } from './metadata-value.ts';
import { plainText, yamlStyle } from './yaml-value.ts';

/** A value that is ready to be written, and the form of its entry. */
interface WrittenEntry {
  readonly form: MetadataEntryForm;
  readonly value: string;
}

/**
 * Writes the metadata that the house has in one place. An entry for which there is no value is left out, unless the
 * house keeps such entries.
 */
export function writeMetadata(content: AdrContent, form: MetadataForm, style: HouseStyle): string {
  const written = form.entries.flatMap((entry): WrittenEntry[] => {
    const value = valueFor(entry, content, style, form) ?? entry.unanswered;
    return value === undefined ? [] : [{ form: entry, value }];
  });
  const isHome = form === (style.metadata ?? style.frontMatter);
  const entries = isHome ? [...written, ...addedEntries(content, form, style)] : written;
  if (form.table !== undefined) return quoted(writeTable(form.entries, entries, form.table), form);
  const known = new Set(placesOf(style).flatMap(({ entries }) => entries.map(({ key }) => key.toLowerCase())));
  const last = form.entries.at(-1);
  const others = isHome && last ? content.extra.filter(({ key }) => !known.has(key.toLowerCase())) : [];
  const added = others.map(({ key, value }) =>
    form.layout === 'front matter'
      ? stringify({ [plainText(key)]: plainText(value) }, yamlStyle).trimEnd()
      : (last?.lead ?? '').replace(last?.key ?? '', () => key) + value + (last?.tail ?? ''),
  );
  return quoted(joinLines([...linesOf(entries, form.layout), ...added], form, style), form);
}

/** Metadata in a quotation, a block of code or a comment, if the house has them in one. */
function quoted(text: string, { isQuoted, fence }: MetadataForm): string {
  if (fence !== undefined && text !== '') return `${fence}\n${text}\n${closingOf(fence)}`;
  return isQuoted && text !== '' ? text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>') : text;
}

/** The lines of entries, of which some may share one. */
function linesOf(entries: readonly WrittenEntry[], layout: MetadataForm['layout']): string[] {
  const lines: string[] = [];
  for (const { form, value } of entries) {
    // A label that has its value below it in every ADR, or a key that has none in any, has no blank behind it.
    const isWritten = layout === 'front matter' && form.value.kind === 'constant';
    const isBare = !isWritten && /[^:]:$/.test(form.lead) && /^\S/.test(value);
    const text = (form.lead + (isBare ? ' ' : '') + value).trimEnd() + form.tail;
    const line = form.joint === undefined ? undefined : lines.pop();
    lines.push(line === undefined ? text : line + form.joint + text);
  }
  return lines;
}

/** Writes a table of metadata. A row without a value is left out; a column without a value stays. */
function writeTable(entries: readonly MetadataEntryForm[], written: readonly WrittenEntry[], form: TableForm): string {
  const cell = (text: string) => (text === '' ? '' : `${text.replaceAll(/(?<!\\)\|/g, '\\|')} `);
  if (form.entriesIn === 'columns') {
    const cells = entries.map((entry) => written.find((other) => other.form === entry)?.value ?? '');
    return [form.head, form.rule, `| ${cells.map((text) => `${cell(text)}|`).join(' ')}`].join('\n');
  }
  const rows = written.map(({ form: { lead }, value }) => `${lead} ${cell(value)}|`);
  const [head, ...others] = form.head === undefined ? rows : [form.head, ...rows];
  return head === undefined ? '' : [head, form.rule, ...others].join('\n');
}

function joinLines(lines: readonly string[], form: MetadataForm, style: HouseStyle): string {
  switch (form.layout) {
    case 'list':
      return lines.map((line) => (form.marker ?? `${style.marks.bullet} `) + line).join('\n');
    case 'lines':
      return lines.join(`${form.lineEnd}\n`);
    case 'paragraphs':
      return lines.join('\n\n');
    case 'front matter':
      return lines.join('\n');
    case 'table':
      return lines.join('\n');
  }
}
