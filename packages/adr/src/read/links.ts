import type { Definition, Link, Nodes, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { longestFrontMatter } from './metadata/front-matter.ts';
import { placeOf, type Source, startOfFrontMatter } from './source/source.ts';

/** How an ADR relates to the one it links to. */
export type LinkKind = 'supersedes' | 'superseded by' | 'amends' | 'amended by' | 'other';

/** A link in an ADR to another file. The words before it on the line decide its kind. */
export interface AdrLink {
  readonly kind: LinkKind;
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

// adr-tools writes "Supercedes" and "Superceded by".
const kinds: readonly (readonly [LinkKind, RegExp])[] = [
  ['superseded by', /(?:superse[ec]?ded|superceded|replaced|obsoleted)[ -]by\b[^.]*$/i],
  ['supersedes', /(?:supersedes?|supercedes?|replaces?|obsoletes?)\b[^.]*$/i],
  ['amended by', /(?:amended|modified|updated|clarified|extended)[ -]by\b[^.]*$/i],
  ['amends', /(?:amends|modifies|updates|clarifies|extends)\b[^.]*$/i],
];

/** How far before a link to look for words about it, in UTF-16 units. */
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
    return { kind: kindAt(source, start), url, text, line };
  });
}

function collect(source: Source, node: Nodes, links: AdrLink[]): void {
  if (node.type === 'link') links.push(toLink(source, node, textOf(node)));
  else if ('children' in node) for (const child of node.children) collect(source, child, links);
}

function toLink(source: Source, node: Link | Definition, text: string): AdrLink {
  const { start, line } = placeOf(node);
  return { kind: kindAt(source, start), url: node.url, text, line };
}

function kindAt(source: Source, start: number): LinkKind {
  const near = source.text.slice(Math.max(0, start - reach), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  return kinds.find(([, pattern]) => pattern.test(before))?.[0] ?? 'other';
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
