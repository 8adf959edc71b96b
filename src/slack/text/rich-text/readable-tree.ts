import { parseMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { cleanText } from '@gavel/adr/text/clean-text.ts';
import type { Nodes, Root } from 'mdast';

/** Where a link in a file leads: an address that works outside the repository too, if there is one. */
export type Resolve = (url: string) => string | undefined;

/**
 * A Markdown file as a tree for reading: without comments and invisible characters, with addresses that work outside
 * the repository, and with its front matter as code.
 */
export function readableTree(markdown: string, resolve: Resolve): Root {
  const tree = parseMarkdownFile(cleanText(markdown));
  tidy(tree, findDefinitions(tree), resolve);
  return tree;
}

/** The addresses of reference links by name; of two, the first counts (CommonMark: link reference definitions). */
function findDefinitions(node: Nodes, found = new Map<string, string>()): Map<string, string> {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) findDefinitions(child, found);
  return found;
}

function tidy(node: Nodes, definitions: ReadonlyMap<string, string>, resolve: Resolve): void {
  if (node.type === 'html') node.value = node.value.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (node.type === 'yaml') Object.assign(node, { type: 'code' });
  if (node.type === 'link' || node.type === 'image') node.url = resolve(node.url) ?? node.url;
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const url = definitions.get(node.identifier);
    const type = node.type === 'linkReference' ? 'link' : 'image';
    if (url !== undefined) Object.assign(node, { type, url: resolve(url) ?? url });
  }
  if ('children' in node) for (const child of node.children) tidy(child, definitions, resolve);
}
