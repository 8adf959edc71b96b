import type { Nodes, RootContent } from 'mdast';
import type { Markdown } from '../../content/content.ts';
import { parseMarkdown } from '../../markdown/markdown.ts';
import { blocksAsWritten, placeOf, type Source } from './source.ts';

/**
 * Blocks exactly as a file has them, to be put back unchanged. The line feeds before `next`, the block that follows in the
 * file, are included where a blank line in their place would change either block.
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
 * Whether the end of the surrounding list or quotation truncates a block, such as a comment without an end. A blank line
 * after it would become part of it.
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
 * Directly under a paragraph, lines may be a different block than after a blank line. A heading of one line never is.
 */
function needsToBeRightUnder(node: RootContent, before: RootContent): boolean {
  // A heading right under a definition has the place of both; its words have their own.
  const line = (node.type === 'heading' ? (node.children[0] ?? node) : node).position?.start.line ?? 0;
  const isShort = node.type === 'heading' && (node.position?.end.line ?? 0) - line < 2;
  return !isShort && line === (before.position?.end.line ?? 0) + 1;
}
