import type { Nodes } from 'mdast';
import { placeOf, readSource } from '../read/source/source.ts';
import type { AdrWarning } from '../read/warning.ts';

/** Removes the comments of a template from a draft. The returned text has only line feeds. */
export function dropComments(markdown: string): { text: string; warnings: readonly AdrWarning[] } {
  const source = readSource(markdown);
  const comments = source.nodes.flatMap(commentsIn);
  const [first] = comments;
  if (first === undefined) return { text: source.text, warnings: [] };
  let text = '';
  let end = 0;
  for (const { start, end: next } of comments.map(placeOf)) {
    text += source.text.slice(end, start);
    end = next;
  }
  const { line } = placeOf(first);
  return {
    text: text + source.text.slice(end),
    warnings: [{ code: 'comments left out', count: comments.length, line, isError: false }],
  };
}

function commentsIn(node: Nodes): Nodes[] {
  if (node.type === 'html') return /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/.test(node.value) ? [node] : [];
  return 'children' in node ? [...node.children].flatMap(commentsIn) : [];
}
