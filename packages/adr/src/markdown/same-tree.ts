import type { Nodes } from 'mdast';
import { textOfFile } from '../text/file-text.ts';
import { parseMarkdownFile } from './markdown.ts';

/** Whether two lists of nodes are equal, except for their positions. */
export function haveSameNodes(one: readonly Nodes[], other: readonly Nodes[]): boolean {
  return one.length === other.length && JSON.stringify(one, withoutPosition) === JSON.stringify(other, withoutPosition);
}

/** Whether two files have equal trees, except for positions. Line endings and byte order marks don't matter. */
export function haveSameTree(one: string, other: string): boolean {
  return haveSameNodes(parseMarkdownFile(textOfFile(one)).children, parseMarkdownFile(textOfFile(other)).children);
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
