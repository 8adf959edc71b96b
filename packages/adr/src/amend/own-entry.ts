import { adrPathOf } from '../name/adr-path.ts';
import type { AdrDocument } from '../read/document.ts';
import { urlOfFile } from '../read/links/linked-file.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import { startOfFrontMatter } from '../read/source/source.ts';
import type { StatedLink } from '../read/warning.ts';
import type { LinkForm, ReferenceForm } from '../style/house-style.ts';
import { entriesForLinks, isEmptyEntry } from '../style/link-forms.ts';
import type { Edit } from './edit.ts';
import { type LinkedAdr, linkTo } from './link-to.ts';

/** Fills the entry that a file has for links of a kind, if there is nothing in it; undefined if there is no such entry. */
export function fillEntry(
  document: AdrDocument,
  kind: StatedLink,
  to: LinkedAdr,
  form: LinkForm | undefined,
): Edit | undefined {
  const entry = entriesForLinks(document, kind).find(isEmptyEntry);
  if (entry === undefined) return undefined;
  const { start, end, foundIn } = entry.value;
  const { text } = document.source;
  const written = text.slice(start, end);
  const value = foundIn === 'front matter' ? inYaml(written, entry, document, to, form) : linkTo(document, to);
  const [before, after] = [text.slice(start - 1, start), text.slice(end, end + 1)];
  const gap = /[\s：]/.test(before) ? '' : ' ';
  return { start, end, text: `${gap}${value}${after === '|' ? ' ' : ''}` };
}

/** Adds the entry that a house has for links of a kind to the end of the front matter, if the file has none. */
export function addEntry(
  document: AdrDocument,
  kind: StatedLink,
  to: LinkedAdr,
  form: LinkForm | undefined,
): Edit | undefined {
  const { frontMatter } = document.outline;
  if (form?.place !== 'front matter' || frontMatter === undefined || frontMatter.value.trim() === '') return undefined;
  if (!/^[\w-]+$/.test(form.key) || entriesForLinks(document, kind).length > 0) return undefined;
  const end = startOfFrontMatter(document.source, frontMatter) + frontMatter.value.length;
  return { start: end, end, text: `\n${form.key}: ${quoted(nameOf(document, to, form), '')}` };
}

function inYaml(
  written: string,
  { value: { value } }: MetadataEntry,
  document: AdrDocument,
  to: LinkedAdr,
  form: LinkForm | undefined,
): string {
  const name = quoted(nameOf(document, to, form), /^["']/.exec(written)?.[0] ?? '');
  return /^\[\s*\]$/.test(value.trim()) || /^\[\s*\]$/.test(written.trim()) ? `[${name}]` : name;
}

function nameOf(document: AdrDocument, to: LinkedAdr, form: LinkForm | undefined): string {
  const { number, file } = to;
  const reference: ReferenceForm = (form?.place === 'front matter' ? form.reference : undefined) ?? {
    by: 'number',
    before: 'ADR-',
    width: Math.max(document.titleForm.width, 4),
  };
  if (reference.by === 'link') return linkTo(document, to);
  if (reference.by === 'number' && number !== undefined)
    return reference.before + String(number).padStart(reference.width, '0');
  if (reference.by === 'file' && !reference.hasExtension) return adrPathOf(file).name.replace(/\.\w{1,10}$/, '');
  return urlOfFile(file);
}

/** A text in YAML, between quotes if it has some or needs them. */
function quoted(text: string, quote: string): string {
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  // Digits with a zero before them would be another number.
  return quote === '' && /^[\p{L}\d][\p{L}\p{N}./_-]*$/u.test(text) && !/^0\d+$/.test(text)
    ? text
    : JSON.stringify(text);
}
