import { textOfFile } from '../text/file-text.ts';
import { parseMarkdownFile } from './markdown.ts';
import { haveSameNodes } from './same-nodes.ts';

/** Whether two files have equal trees, except for positions. Line endings and byte order marks don't matter. */
export function haveSameTree(one: string, other: string): boolean {
  return haveSameNodes(parseMarkdownFile(textOfFile(one)).children, parseMarkdownFile(textOfFile(other)).children);
}
