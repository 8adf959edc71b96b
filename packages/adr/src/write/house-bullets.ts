import type { Nodes } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { isReadable, parseMarkdown } from '../markdown/markdown.ts';
import { haveSameNodes } from '../markdown/same-nodes.ts';
import type { MarkdownMarks } from '../style/house-style.ts';

/**
 * Writes the lists of some Markdown with the bullet of a house and the blanks behind it, unless two lists differ only in
 * their bullets.
 */
export function withBullet(markdown: Markdown, { bullet, bulletGap }: MarkdownMarks): Markdown {
  if (!isReadable(markdown)) return markdown;
  const { children } = parseMarkdown(markdown);
  const items = itemsIn(children);
  const marked = items.reduce((text, { start }) => text.slice(0, start) + bullet + text.slice(start + 1), markdown);
  const written = [withGap(marked, items, bulletGap), marked].find(
    (text) => text !== markdown && haveSameNodes(children, parseMarkdown(text).children),
  );
  return written ?? markdown;
}

/** Where an item begins and ends. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Puts the blanks of a house behind bullets that have a single one, and moves the lines of their items as far. */
function withGap(markdown: Markdown, items: readonly Place[], gap: string): Markdown {
  const more = gap.slice(1);
  const places = items.flatMap(({ start, end }) => {
    if (!/^. (?! )/.test(markdown.slice(start, start + 3))) return [];
    const lines = [...markdown.slice(start, end).matchAll(/\n(?=[^\n])/g)].map(({ index }) => start + index + 1);
    return [start + 1, ...lines];
  });
  return places
    .toSorted((one, other) => other - one)
    .reduce((text, at) => text.slice(0, at) + more + text.slice(at), markdown);
}

/** The items of lists that have no other list beside them. */
function itemsIn(nodes: readonly Nodes[]): Place[] {
  return nodes.flatMap((node, index) => {
    const inner = 'children' in node ? itemsIn(node.children) : [];
    const isAlone = nodes[index - 1]?.type !== 'list' && nodes[index + 1]?.type !== 'list';
    if (node.type !== 'list' || node.ordered === true || !isAlone) return inner;
    const own = node.children.flatMap(({ position }) =>
      position === undefined ? [] : [{ start: position.start.offset ?? 0, end: position.end.offset ?? 0 }],
    );
    return [...own, ...inner];
  });
}
