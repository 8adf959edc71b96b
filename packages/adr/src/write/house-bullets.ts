import type { Nodes } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { isReadable, parseMarkdown } from '../markdown/markdown.ts';
import { haveSameNodes } from '../markdown/same-nodes.ts';

/** Writes the lists of some Markdown with the bullet of a house, unless two lists differ only in theirs. */
export function withBullet(markdown: Markdown, bullet: string): Markdown {
  if (!isReadable(markdown)) return markdown;
  const { children } = parseMarkdown(markdown);
  const places = placesIn(children).filter((at) => markdown[at] !== bullet);
  if (places.length === 0) return markdown;
  const characters = markdown.split('');
  for (const at of places) characters[at] = bullet;
  const written = characters.join('');
  return haveSameNodes(children, parseMarkdown(written).children) ? written : markdown;
}

/** Where the bullets of lists are that have no other list beside them. */
function placesIn(nodes: readonly Nodes[]): number[] {
  return nodes.flatMap((node, index) => {
    const inner = 'children' in node ? placesIn(node.children) : [];
    const isAlone = nodes[index - 1]?.type !== 'list' && nodes[index + 1]?.type !== 'list';
    if (node.type !== 'list' || node.ordered === true || !isAlone) return inner;
    return [...node.children.flatMap((item) => item.position?.start.offset ?? []), ...inner];
  });
}
