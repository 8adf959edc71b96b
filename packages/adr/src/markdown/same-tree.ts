import type { Nodes } from 'mdast';
import { textOfFile } from '../text/file-text.ts';
import { parseMarkdownFile } from './markdown.ts';

/** Whether two runs of blocks are the same, node for node, positions aside. */
export function haveSameNodes(one: readonly Nodes[], other: readonly Nodes[]): boolean {
  return one.length === other.length && JSON.stringify(one, withoutPosition) === JSON.stringify(other, withoutPosition);
}

/** Whether two files have the same tree, node for node, positions aside; line ends and a byte order mark don't count. */
export function haveSameTree(one: string, other: string): boolean {
  return haveSameNodes(parseMarkdownFile(textOfFile(one)).children, parseMarkdownFile(textOfFile(other)).children);
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
