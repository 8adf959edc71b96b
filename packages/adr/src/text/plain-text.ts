import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../markdown/markdown.ts';
import { cleanLine } from './clean-text.ts';

/** The plain text of some Markdown as a person would type it, with blank lines between blocks and dashes in lists. */
export function toPlainText(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map(toText)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The plain text of some Markdown on one line. */
export function toPlainLine(markdown: string): string {
  return cleanLine(toPlainText(markdown));
}

const separators: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: '\n\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: ' | ',
  footnoteDefinition: '\n\n',
};

function toText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'html':
    case 'definition':
      return node.type === 'html' ? node.value : '';
    case 'list': {
      const start = node.start ?? 1;
      const marker = (index: number) => (node.ordered === true ? `${start + index}. ` : '- ');
      return node.children.map((item, index) => marker(index) + indent(toText(item))).join('\n');
    }
    default: {
      if (!('children' in node)) return textOf(node);
      return [...node.children].map(toText).join(separators[node.type] ?? '');
    }
  }
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
