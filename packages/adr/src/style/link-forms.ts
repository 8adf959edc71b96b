import { foldWord } from '../language/word-table.ts';
import type { AdrDocument } from '../read/document.ts';
import { isLabel, kindOfLabel, phrases } from '../read/links/phrases.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import { isPlaceholder } from '../read/metadata/metadata-field.ts';
import type { StatedLink } from '../read/warning.ts';
import type { LinkForm, LinkForms, ReferenceForm } from './house-style.ts';
import { commonValue } from './vote.ts';

/**
 * How most of the files that supersede others, or are superseded, say so. What is said of amendments is too different
 * from file to file.
 */
export function linkFormsOf(documents: readonly AdrDocument[]): LinkForms {
  const kinds = ['superseded by', 'supersedes'] as const;
  const shown = kinds.flatMap((kind) => {
    const form = commonValue(documents, (document) => entryFormIn(document, kind) ?? textFormIn(document, kind));
    return form === undefined ? [] : [[kind, form] as const];
  });
  return Object.fromEntries(shown);
}

/** All entries of metadata that say how an ADR relates to others, with the places where they are. */
export function entriesForLinks(
  { frontMatter, metadata, closing, sections }: AdrDocument,
  kind: StatedLink,
): readonly MetadataEntry[] {
  const places = [frontMatter, metadata, closing, ...sections.map((section) => section.metadata)];
  return places.flatMap((place) => place?.entries.filter(({ key }) => kindOfLabel(key) === kind) ?? []);
}

/** Whether an entry has nothing in it, or only what says so. */
export function isEmptyEntry({ value: { value } }: MetadataEntry): boolean {
  const written = unquoted(value);
  return /^(?:|\[\s*\]|~|null)$/i.test(written) || isPlaceholder(written);
}

const unquoted = (value: string) =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();

function entryFormIn(document: AdrDocument, kind: StatedLink): LinkForm | undefined {
  const entry = entriesForLinks(document, kind).find((one) => !isEmptyEntry(one));
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  return value.foundIn === 'front matter'
    ? { place: 'front matter', key, reference: referenceIn(entry) }
    : { place: 'entry', key };
}

function referenceIn({ value: { value }, names }: MetadataEntry): ReferenceForm | undefined {
  const name = unquoted(names?.[0] ?? value);
  if (name.includes('](')) return { by: 'link' };
  const { before, digits } = /^(?<before>[^\d/]{0,20})(?<digits>\d{1,6})$/.exec(name)?.groups ?? {};
  if (before !== undefined && digits !== undefined) return { by: 'number', before, width: digits.length };
  return /\d/.test(name) && !/\s/.test(name) ? { by: 'file', hasExtension: /\.md$/i.test(name) } : undefined;
}

/** What is before the words on their line. */
const marks = /^[\s>]{0,40}(?:[-*+] )?/;
/** What is between the words and the name of the ADR: emphasis ends, and there is a colon or an arrow. */
const between =
  /^[*_]{0,3}(?<colon>(?:\s?[:：])?)[*_]{0,3}(?<arrow>(?:\s{0,2}(?:→|⇒|->|=>|–|—))?)(?<gap>\s{0,4})(?=[[\p{L}\d#<`"])/u;

/** The words before a name, if they begin a statement: “Superseded by: ”. Emphasis belongs to the file. */
function textFormIn({ source, links, outline }: AdrDocument, kind: StatedLink): LinkForm | undefined {
  const phrase = phrases.find((one) => one.kind === kind);
  const own = links.filter((link) => link.kind === kind);
  if (phrase === undefined || own.length === 0) return undefined;
  const lines = source.text.split('\n');
  const lastOfYaml = outline.frontMatter?.position?.end.line ?? 0;
  for (const link of own) {
    const line = (lines[link.line - 1] ?? '').replace(marks, '').trimEnd();
    const folded = foldWord(line);
    const found = folded.length === line.length ? phrase.before.exec(folded) : null;
    if (found === null || !isLabel(line.slice(0, found.index))) continue;
    const [words, after] = [
      line.slice(found.index, found.index + found[0].length),
      line.slice(found.index + found[0].length),
    ];
    // A key in front matter is no word of a text.
    if (link.line <= lastOfYaml && after.startsWith(':')) continue;
    const { colon = '', arrow = '', gap } = between.exec(after)?.groups ?? {};
    if (gap !== undefined) return { place: 'text', words: words + colon + arrow + gap };
  }
  return undefined;
}
