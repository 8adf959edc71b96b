import type { Definition, Link, Nodes, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { longestFrontMatter } from './metadata/front-matter.ts';
import { placeOf, type Source, startOfFrontMatter } from './source/source.ts';
import type { StatedLink } from './warning.ts';

/** How an ADR relates to the one it links to. */
export type LinkKind = StatedLink | 'other';

/** A link in an ADR to another file. The words before it on the line decide its kind. */
export interface AdrLink {
  readonly kind: LinkKind;
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

/** The words around the links of a kind. */
interface Phrases {
  readonly kind: StatedLink;
  /** Words somewhere before the link, in the same clause, if nothing has to follow it. */
  readonly before: RegExp;
  /** Words before the link, perhaps none, and others after it, without the blanks between. */
  readonly around: readonly { readonly before: string; readonly after: string }[];
}

const phrasesOf = (kind: StatedLink) =>
  adrLanguages
    .flatMap((language) => variantsOf(adrWords[language].links[kind]))
    .map((phrase) => {
      const [before = '', after = ''] = phrase.split('…').map((words) => foldWord(words));
      return { before, after };
    });
const before = (kind: StatedLink) => {
  const words = phrasesOf(kind).flatMap((phrase) => (phrase.after === '' ? [phrase.before] : []));
  const spaced = oneOf(words.filter((word) => !isDense(word)));
  return `(?<!\\p{L})(?:${spaced})(?!\\p{L})|${oneOf(words.filter(isDense))}`;
};
const around = (kind: StatedLink) => phrasesOf(kind).filter(({ after }) => after !== '');

/** The first kind whose words are found counts: “superseded by” has the words of “supersedes” in some languages. */
const phrases: readonly Phrases[] = [
  { kind: 'superseded by', before: new RegExp(before('superseded by'), 'u'), around: around('superseded by') },
  { kind: 'supersedes', before: new RegExp(before('supersedes'), 'u'), around: around('supersedes') },
  { kind: 'amended by', before: new RegExp(before('amended by'), 'u'), around: around('amended by') },
  { kind: 'amends', before: new RegExp(before('amends'), 'u'), around: around('amends') },
];

/** Whether the label of an entry says how its ADR relates to another, as “Superseded by” does. */
export function isLinkLabel(label: string): boolean {
  const folded = foldWord(label.replaceAll(/[-_]/g, ' '));
  return phrases.some((phrase) => phrase.before.test(folded));
}

/** How far before and after a link to look for words about it, in UTF-16 units. */
const reach = 300;

/** Reads all links of a file. */
export function readLinks(source: Source): AdrLink[] {
  const links: AdrLink[] = [];
  for (const node of source.nodes) {
    if (node.type === 'yaml') links.push(...linksInYaml(source, node));
    else if (source.text.slice(placeOf(node).start, placeOf(node).end).includes('](')) collect(source, node, links);
    else if (node.type === 'definition') links.push(toLink(source, node, node.label ?? ''));
  }
  return links;
}

/** MADR 3: the status in the front matter may contain a link. */
function linksInYaml(source: Source, node: Yaml): AdrLink[] {
  if (node.value.length > longestFrontMatter) return [];
  return [...node.value.matchAll(/\[(?<text>[^\]\n]{0,300})\]\((?<url>[^)\s]{1,1000})\)/g)].map((match) => {
    const start = startOfFrontMatter(source, node) + match.index;
    const line = placeOf(node).line + 1 + (node.value.slice(0, match.index).match(/\n/g)?.length ?? 0);
    const { text = '', url = '' } = match.groups ?? {};
    return { kind: kindAt(source, start, start + match[0].length), url, text, line };
  });
}

function collect(source: Source, node: Nodes, links: AdrLink[]): void {
  if (node.type === 'link') links.push(toLink(source, node, textOf(node)));
  else if ('children' in node) for (const child of node.children) collect(source, child, links);
}

function toLink(source: Source, node: Link | Definition, text: string): AdrLink {
  const { start, end, line } = placeOf(node);
  return { kind: kindAt(source, start, end), url: node.url, text, line };
}

/** The kind of a link from `start` to `end`, by the words in its line. */
function kindAt(source: Source, start: number, end: number): LinkKind {
  const near = source.text.slice(Math.max(0, start - reach), start);
  const line = foldLine(near.slice(near.lastIndexOf('\n') + 1));
  const clause = line.slice(Math.max(line.lastIndexOf('.'), line.lastIndexOf('。')) + 1);
  const [rest = ''] = source.text.slice(end, end + reach).split(/[\n.。]/, 1);
  const after = foldLine(rest);
  const isAround = (words: { readonly before: string; readonly after: string }) =>
    hasWord(clause, words.before) &&
    (isDense(words.after) ? startsWith(after, words.after) : hasWord(after, words.after));
  return phrases.find((all) => all.before.test(clause) || all.around.some(isAround))?.kind ?? 'other';
}

function foldLine(text: string): string {
  return foldWord(text.replaceAll(/[*`]/g, '').replaceAll('_', ' '));
}

function hasWord(text: string, word: string): boolean {
  if (word === '') return true;
  if (isDense(word)) return text.endsWith(word);
  return text.split(/[^\p{L}]+/u).includes(word) || text.includes(` ${word} `);
}

/** Whether a text after a link begins with a word, apart from blanks and brackets. */
function startsWith(text: string, word: string): boolean {
  return text.replace(/^[\s)(\]*]{1,4}/, '').startsWith(word);
}

/** The file that a relative link points to, without query and fragment; undefined for any other address. */
export function linkedFile(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#|^$/i.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The relative link to a file, whatever its name is. `linkedFile` reads the same name back from it. */
export function urlOfFile(file: string): string {
  // encodeURI leaves these in place: they would start a query, fragment or scheme, or end the link or a quoted string.
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURI(file.toWellFormed()).replaceAll(/[?#:()']/g, percent);
}
