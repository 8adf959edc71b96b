import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import { parseTypedPiece } from '@gavel/adr/typed/typed-line.ts';
import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Nodes } from 'mdast';
import { toRuns } from './from-phrasing.ts';
import { joinRuns, type RichTextNames, type Run, readElements } from './run.ts';

/**
 * The elements of a section as runs, in which marks and addresses that were typed or pasted as text have their meaning:
 * Slack's editor itself makes styles of them only while somebody types them, and not on every device.
 */
export function readRuns(elements: readonly RichTextElement[], names: RichTextNames): Run[] {
  return joinRuns(readElements(elements, names).flatMap(readMarks));
}

function readMarks(run: Run): Run[] {
  if (run.code || run.url !== undefined) return [run];
  return run.text.split(/(\n)/).flatMap((line) => {
    if (line === '\n') return [{ ...run, text: line }];
    const nodes = readLine(line);
    return hasRelativeLink(nodes) ? [{ ...run, text: line }] : nodes.flatMap((node) => toRuns(node, run));
  });
}

/** A link within the repository has no address in Slack, so it stays as typed; the rest of its line keeps its meaning. */
function readLine(line: string): readonly Nodes[] {
  const nodes = parseTypedPiece(line);
  return hasRelativeLink(nodes) ? parseTypedPiece(line.replaceAll(/(?<!\\)\[/g, '\\[')) : nodes;
}

function hasRelativeLink(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'link') return !isSafeUrl(node.url);
    return 'children' in node && hasRelativeLink(node.children);
  });
}

/** What is shown in Slack's editor, with a backslash before each mark that would be read as more than text. */
export function withEscapes(block: RichTextBlock): RichTextBlock {
  return {
    ...block,
    elements: block.elements.map((element) => {
      switch (element.type) {
        case 'rich_text_section':
        case 'rich_text_quote':
          return { ...element, elements: element.elements.map(escapeText) };
        case 'rich_text_list': {
          const elements = element.elements.map((item) => ({ ...item, elements: item.elements.map(escapeText) }));
          return { ...element, elements };
        }
        default:
          return element;
      }
    }),
  };
}

function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .flatMap((node) => toRuns(node))
    .map(({ text }) => text)
    .join('');
}

function escapeText(element: RichTextElement): RichTextElement {
  if (element.type !== 'text' || element.style?.code) return element;
  const lines = element.text.split('\n').map((line) => {
    const nodes = parseTypedPiece(line);
    const isPlain = nodes.every(({ type }) => type === 'text' || type === 'link') && wordsOf(nodes) === line;
    return isPlain ? line : line.replaceAll(/[*_~`<[]/g, '\\$&');
  });
  return { ...element, text: lines.join('\n') };
}
