import type { Nodes } from 'mdast';
import { adrPathOf, pathAlong } from '../name/adr-path.ts';
import { linkedFile } from '../read/links/linked-file.ts';
import type { IndexEntry } from './index-entry.ts';

/** Finds the ADR that an address, or the name of a file, stands for. */
export interface Resolver {
  readonly link: (url: string) => IndexEntry | undefined;
  readonly name: (name: string) => IndexEntry | undefined;
}

/**
 * Finds ADRs by links to their files or folders, with or without the extension, by the web addresses of their files, and
 * by the names of these.
 */
export function resolverOf(known: readonly IndexEntry[]): Resolver {
  const byPath = new Map(
    known.flatMap((entry) =>
      [withoutExtension(entry.file), folderIn(entry), entry.file].map((path) => [path, entry] as const),
    ),
  );
  // From wherever a site or a repository begins.
  const findBelow = (path: string) => {
    const parts = (linkedFile(path) ?? path).split('/');
    return parts
      .keys()
      .map((index) => byPath.get(parts.slice(index).join('/')))
      .find((found) => found !== undefined);
  };
  const link = (url: string) => {
    const way = linkedFile(url);
    if (way !== undefined) return byPath.get(pathAlong('', way));
    const path = /^(?:https?:\/\/[^/]+)?\/(?<path>[^?#]{1,1000})/i.exec(url)?.groups?.path;
    return path === undefined ? undefined : findBelow(path);
  };
  return { link, name: (name) => link(name) ?? findBelow(name) };
}

/** Finds the ADR that a line is about. */
export type LineReader = (node: Nodes, resolve: Resolver) => IndexEntry | undefined;

/** A link of a wiki, which is text for Markdown: `[[0007-use-tea]]`, or with words behind a pipe. */
const wikiLink = /\[\[(?<name>[^\][|#\\\n]{1,300})/g;

/** The ADRs that the links of a node lead to. */
function linkedBy(node: Nodes, resolve: Resolver): IndexEntry[] {
  if (node.type === 'link') return [resolve.link(node.url) ?? []].flat();
  if (node.type !== 'text') return [];
  return [...node.value.matchAll(wikiLink)].flatMap(({ groups }) => resolve.link(groups?.name ?? '') ?? []);
}

/** The ADR that the first of the links in a line leads to. */
export const linkedIn: LineReader = (node, resolve) => firstIn(node, (one) => linkedBy(one, resolve)[0]);

/** The ADR that a line names in code. */
export const namedIn: LineReader = (node, resolve) =>
  firstIn(node, (one) => (one.type === 'inlineCode' ? resolve.name(one.value.trim()) : undefined));

/** All ADRs that a text links to, or names in code. */
export function entriesIn(node: Nodes, resolve: Resolver): IndexEntry[] {
  if (node.type === 'inlineCode') return [resolve.name(node.value.trim()) ?? []].flat();
  if (node.type === 'link' || !('children' in node)) return linkedBy(node, resolve);
  return node.children.flatMap((child) => entriesIn(child, resolve));
}

function firstIn(node: Nodes, find: (node: Nodes) => IndexEntry | undefined): IndexEntry | undefined {
  const own = find(node);
  if (own !== undefined || !('children' in node) || node.type === 'link') return own;
  for (const child of node.children) {
    const found = firstIn(child, find);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folder of an ADR that has one of its own, which links may lead to; else its file. */
export function folderIn({ file }: IndexEntry): string {
  const { area, name, within } = adrPathOf(file);
  return within === undefined ? file : area + name;
}

/** The name of a file without the extension of Markdown. */
export const withoutExtension = (name: string) => name.replace(/\.(?:md|markdown)$/i, '');
