import type { BlockContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown/markdown.ts';
import { cleanText } from '../text/clean-text.ts';
import { isEmbeddable } from '../text/safe-url.ts';
import { writeTyped, writeTypedLine } from './write-typed.ts';

/**
 * Markdown as somebody would type it in Slack, on several lines: its words with their styles, links, lists, quotations
 * and code. What nobody can type there keeps its words: headings become bold lines, tables lines with bars, images
 * links, and HTML text.
 */
export function markdownToTyped(markdown: string): string {
  return writeTyped(typableBlocks(markdown));
}

/** Markdown as somebody would type it in Slack on one line: its words with their styles, links and code. */
export function markdownToTypedLine(markdown: string): string {
  return writeTypedLine(typableBlocks(markdown));
}

function typableBlocks(markdown: string): BlockContent[] {
  return parseMarkdown(cleanText(markdown)).children.flatMap(toTypable);
}

function toTypable(node: RootContent): BlockContent[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node.children)];
    case 'heading':
      return [paragraph([{ type: 'strong', children: node.children }])];
    case 'code':
      return [node];
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'text', value: onOneLine(node.value) }] }];
    case 'blockquote':
      return [{ ...node, children: node.children.flatMap(toTypable) }];
    case 'list': {
      const children = node.children.map((item) => ({ ...item, children: item.children.flatMap(toTypable) }));
      return [{ ...node, children }];
    }
    case 'footnoteDefinition':
      return node.children.flatMap(toTypable);
    case 'table': {
      const rows = node.children.map(({ children }) =>
        joinAll(
          children.map((cell) => cell.children),
          { type: 'text', value: ' | ' },
        ),
      );
      return [paragraph(joinAll(rows, { type: 'break' }))];
    }
    default:
      return [];
  }
}

function joinAll(all: readonly (readonly PhrasingContent[])[], gap: PhrasingContent): PhrasingContent[] {
  return all.flatMap((nodes, index) => (index === 0 ? nodes : [gap, ...nodes]));
}

function paragraph(children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: children.flatMap((child) => phrasingOf(child, [])) };
}

/** `outer` are the styles and links around it, which don't nest. */
function phrasingOf(node: PhrasingContent, outer: readonly Nodes['type'][]): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ type: 'text', value: onOneLine(node.value) }];
    case 'inlineCode':
    case 'break':
      return [node];
    case 'image':
      return link(node.url, [{ type: 'text', value: node.alt || node.url }], outer);
    case 'imageReference':
      return [{ type: 'text', value: node.alt ?? '' }];
    case 'footnoteReference':
      return [{ type: 'text', value: `[^${node.identifier}]` }];
    case 'link':
      return link(
        node.url,
        node.children.flatMap((child) => phrasingOf(child, [...outer, 'link'])),
        outer,
      );
    case 'linkReference':
      return node.children.flatMap((child) => phrasingOf(child, outer));
    default: {
      const children = node.children.flatMap((child) => phrasingOf(child, [...outer, node.type]));
      return outer.includes(node.type) ? children : [{ ...node, children }];
    }
  }
}

function link(url: string, words: readonly PhrasingContent[], outer: readonly Nodes['type'][]): PhrasingContent[] {
  if (outer.includes('link') || !isEmbeddable(url)) return [...words];
  return [{ type: 'link', url, title: null, children: [...words] }];
}

/** A line feed in a text is only where a line of the file ends. */
function onOneLine(text: string): string {
  const lines = text.split('\n');
  const atStart = lines.map((line, index) => (index === 0 ? line : line.trimStart()));
  return atStart.map((line, index) => (index === lines.length - 1 ? line : line.trimEnd())).join(' ');
}
