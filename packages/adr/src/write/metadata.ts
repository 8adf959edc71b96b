import { toString as textOf } from 'mdast-util-to-string';
import { isMap, parseDocument, stringify } from 'yaml';
import type { AdrContent, StatusText } from '../content/content.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { writeDate } from '../read/metadata/date.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm } from '../style/house-style.ts';

/** Writes the status with the house's word for it. */
export function writeStatus(status: StatusText, style: HouseStyle): string {
  return wordOf(status, style) + status.remainder;
}

function wordOf(status: StatusText, style: HouseStyle): string {
  const meaning = meaningOfStatus(status.word);
  return (meaning && style.statusWords[meaning]) ?? status.word;
}

/** Writes the metadata that the house has in one place. Fields that the ADR lacks are left out. */
export function writeMetadata(content: AdrContent, form: MetadataForm, style: HouseStyle): string {
  if (form.layout === 'table') return writeTable(content, form, style);
  const lines = form.entries.flatMap((entry) => {
    const value = valueFor(entry, content, style, form);
    return value === undefined ? [] : [entry.lead + value];
  });
  const known = new Set(placesOf(style).flatMap(({ entries }) => entries.map(({ key }) => key.toLowerCase())));
  const last = form.entries.at(-1);
  const isHome = form === (style.metadata ?? style.frontMatter);
  const others = isHome && last ? content.extra.filter(({ key }) => !known.has(key.toLowerCase())) : [];
  const added = others.map(({ key, value }) =>
    form.layout === 'front matter'
      ? stringify({ [plainText(key)]: plainText(value) }, yamlStyle).trimEnd()
      : (last?.lead ?? '').replace(last?.key ?? '', () => key) + value,
  );
  return joinLines([...lines.map(trimEnd), ...added], form, style);
}

/** Writes a table of metadata. A row without a value is left out; a column without a value stays. */
function writeTable(content: AdrContent, form: MetadataForm, style: HouseStyle): string {
  const cells = form.entries.map((entry) => [entry.key, valueFor(entry, content, style, form) ?? ''] as const);
  const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const isUpright = form.lineEnd === '\n';
  const rows = isUpright
    ? cells.filter(([, value]) => value !== '')
    : [cells.map(([key]) => key), cells.map(([, value]) => value)];
  const [head = [], ...others] = rows;
  return [row(head), row(head.map(() => '---')), ...others.map(row)].join('\n');
}

const trimEnd = (line: string) => line.trimEnd();

/** All places where the house has metadata. */
export function placesOf(style: HouseStyle): MetadataForm[] {
  return [style.frontMatter, style.metadata, style.closing].filter((form) => form !== undefined);
}

function joinLines(lines: readonly string[], form: MetadataForm, style: HouseStyle): string {
  switch (form.layout) {
    case 'list':
      return lines.map((line) => `${style.marks.bullet} ${line}`).join('\n');
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

function valueFor(
  entry: MetadataEntryForm,
  content: AdrContent,
  style: HouseStyle,
  form: MetadataForm,
): string | undefined {
  const isYaml = form.layout === 'front matter';
  switch (entry.field) {
    case undefined: {
      const value = content.extra.find(({ key }) => key === entry.key)?.value;
      if (value === undefined || !isYaml) return value;
      return isYamlValue(value) ? quote(value, entry) : toYaml(plainText(value), entry);
    }
    case 'status': {
      if (content.status === undefined) return undefined;
      const isToldAgain =
        form !== style.closing && style.closing?.entries.some(({ field }) => field === 'status') === true;
      return quote(isToldAgain ? wordOf(content.status, style) : writeStatus(content.status, style), entry);
    }
    case 'date':
      return content.date === undefined ? undefined : quote(writeDate(content.date, style.dateForm), entry);
    case 'title':
      if (content.title === '') return undefined;
      return isYaml ? toYaml(plainText(content.title), entry) : content.title;
    case 'number':
      return content.number === undefined ? undefined : quote(String(content.number), entry);
    default: {
      const names = content.roles[entry.field];
      if (names === undefined || (names.length === 0 && entry.names !== 'flow')) return undefined;
      return isYaml ? namesToYaml(names.map(plainText), entry) : names.join(', ');
    }
  }
}

function quote(text: string, { names }: MetadataEntryForm): string {
  if (names === 'double') return JSON.stringify(text);
  return names === 'single' ? `'${text.replaceAll("'", "''")}'` : text;
}

/** The plain text of some Markdown, for front matter, where nothing is read as Markdown. */
function plainText(markdown: string): string {
  return textOf(parseMarkdown(markdown));
}

/** Writes a text in the house's quotes. If the house uses none, YAML's rules decide. */
function toYaml(text: string, entry: MetadataEntryForm): string {
  if (entry.names === 'double' || entry.names === 'single') return quote(text, entry);
  return stringify(text, yamlStyle).trimEnd();
}

// YAML 1.1, which many tools still use, reads the name "No" as a boolean.
const yamlStyle = { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false } as const;

/** Whether a text is a valid YAML value as it is. */
function isYamlValue(text: string): boolean {
  const { errors, contents } = parseDocument(`key: ${text}`, { logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) && contents.items.length === 1 && !/(?:^|\s)#|\n/.test(text);
}

function namesToYaml(names: readonly string[], entry: MetadataEntryForm): string {
  const shape = entry.names;
  if (shape === 'flow') return `[${names.map((name) => toYaml(name, entry)).join(', ')}]`;
  if (!shape.startsWith('block')) return toYaml(names.join(', '), entry);
  return names.map((name) => `\n${shape.slice('block'.length)}- ${toYaml(name, entry)}`).join('');
}
