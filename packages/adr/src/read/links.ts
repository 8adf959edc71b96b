import type { Definition, Link, Nodes, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { longestFrontMatter } from './metadata/front-matter.ts';
import { placeOf, type Source, startOfFrontMatter } from './source/source.ts';

/** What a link says of the ADR that it leads to. */
export type LinkKind = 'supersedes' | 'superseded by' | 'amends' | 'amended by' | 'other';

/** A link in an ADR to another file, with what stands before it on its line. */
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

/** So much before a link, in UTF-16 units, may say what it is. */
const reach = 300;

/** All links of a file, with their kind by the words before them on the line. */
export function readLinks(source: Source): AdrLink[] {
  const links: AdrLink[] = [];
  for (const node of source.nodes) {
    if (node.type === 'yaml') links.push(...linksInYaml(source, node));
    else if (source.text.slice(placeOf(node).start, placeOf(node).end).includes('](')) collect(source, node, links);
    else if (node.type === 'definition') links.push(toLink(source, node, node.label ?? ''));
  }
  return links;
}

/** MADR 3: a status in the front matter may hold a link. */
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

/** The file that a relative link leads to, without query and fragment; undefined for addresses elsewhere. */
export function linkedFile(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#|^$/i.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The relative link that leads to a file, whatever its name: what `linkedFile` reads from it is that name. */
export function urlOfFile(file: string): string {
  // Beyond what encodeURI does: what would begin a query, a fragment or a scheme, or end a link or a quoted string.
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURI(file.toWellFormed()).replaceAll(/[?#:()']/g, percent);
}
