import type { Nodes, RootContent } from 'mdast';
import type { Markdown } from '../../content/content.ts';
import { parseMarkdown } from '../../markdown/markdown.ts';
import { blocksAsWritten, placeOf, type Source } from './source.ts';

/**
 * Blocks exactly as a file has them, for writing them back unchanged. `next` is the block that follows in the file. The
 * line feeds before it are included if a blank line instead would change either block.
 */
export function keepVerbatim(source: Source, nodes: readonly RootContent[], next?: RootContent): Markdown {
  const last = nodes.at(-1);
  return blocksAsWritten(source, nodes) + (last === undefined ? '' : lineFeedsBehind(source, last, next));
}

/** Whether blocks can be written in another form, with any gap before the next block. */
export function canBeRewritten(source: Source, nodes: readonly RootContent[], next?: RootContent): boolean {
  const last = nodes.at(-1);
  return last === undefined || lineFeedsBehind(source, last, next) === '';
}

function lineFeedsBehind(source: Source, last: RootContent, next: RootContent | undefined): string {
  if (next !== undefined && needsToBeRightUnder(next, last)) return '\n';
  return isCutOff(source, last) ? (/^(?:[ \t]*\n)*/.exec(source.text.slice(placeOf(last).end))?.[0] ?? '') : '';
}

/**
 * Whether the end of the surrounding list or quotation cuts off a block, such as an unclosed comment. A blank line
 * after the block would become part of it.
 */
function isCutOff(source: Source, node: RootContent): boolean {
  const last = lastOf(node);
  if (last === node || (last.type !== 'html' && last.type !== 'code')) return false;
  const { start, end } = placeOf(node);
  const [again] = parseMarkdown(`${source.text.slice(start, end)}\n\nend`).children;
  const lastAgain = again && lastOf(again);
  return lastAgain?.type !== last.type || lastAgain.value !== last.value;
}

function lastOf(node: Nodes): Nodes {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last === undefined ? node : lastOf(last);
}

/**
 * Whether a block must stay directly below another one. After a blank line, the same text could be a different block.
 * That never happens to a one-line heading.
 */
function needsToBeRightUnder(node: RootContent, before: RootContent): boolean {
  // The position of a heading right under a definition covers both. The words of the heading have their own.
  const line = (node.type === 'heading' ? (node.children[0] ?? node) : node).position?.start.line ?? 0;
  const isShort = node.type === 'heading' && (node.position?.end.line ?? 0) - line < 2;
  return !isShort && line === (before.position?.end.line ?? 0) + 1;
}
