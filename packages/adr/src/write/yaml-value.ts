import { toString as textOf } from 'mdast-util-to-string';
import { isMap, parseDocument, stringify } from 'yaml';
import { parseMarkdown } from '../markdown/markdown.ts';
import { isBlock } from '../read/metadata/yaml-pairs.ts';
import type { MetadataEntryForm } from '../style/house-style.ts';

/** A text between the quotes that an entry has. */
export function quote(text: string, { shape }: MetadataEntryForm): string {
  if (isBlock(shape.quote)) {
    const lines = text.split('\n').join(shape.quote.startsWith('>') ? `\n\n${shape.indent}` : `\n${shape.indent}`);
    return `${shape.quote}\n${shape.indent}${lines}`;
  }
  if (shape.quote === '"') return JSON.stringify(text);
  return shape.quote === "'" ? `'${text.replaceAll("'", "''")}'` : text;
}

/** The plain text of some Markdown, for front matter, where nothing is read as Markdown. */
export function plainText(markdown: string): string {
  return textOf(parseMarkdown(markdown));
}

/** Writes a text in the house's quotes. If the house uses none, YAML's rules decide. */
export function toYaml(text: string, entry: MetadataEntryForm): string {
  if (entry.shape.quote === '') return stringify(text, yamlStyle).trimEnd();
  return entry.shape.isQuotedIfNeeded === true && isPlain(text) ? text : quote(text, entry);
}

/** Whether a text is the same without quotes in YAML. */
export function isPlain(text: string): boolean {
  return stringify(text, yamlStyle).trimEnd() === text;
}

/** How YAML is written. YAML 1.1, which many tools still use, reads the name "No" as a boolean. */
export const yamlStyle = { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false } as const;

/** Whether an entry with this text is a map in YAML. */
export function isMapIn({ lead }: MetadataEntryForm, text: string): boolean {
  const { errors, contents } = parseDocument(lead + text, { logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) && isMap(contents.items[0]?.value);
}

/** Whether a text is a valid YAML value as it is. */
export function isYamlValue(text: string): boolean {
  const { errors, contents } = parseDocument(`key: ${text}`, { logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) && contents.items.length === 1 && !/(?:^|\s)#|\n/.test(text);
}

/** Names as an entry in YAML has them: in one text, or as a list. */
export function namesToYaml(names: readonly string[], entry: MetadataEntryForm): string {
  const { list, indent } = entry.shape;
  if (list === 'flow') return `[${names.map((name) => toYaml(name, entry)).join(', ')}]`;
  if (list !== 'block') return toYaml(names.join(', '), entry);
  return names.map((name) => `\n${indent}- ${toYaml(name, entry)}`).join('');
}
