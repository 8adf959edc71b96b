import { lineSeparators } from '@gavel/adr/text/excerpt.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import type { RichTextElement } from '@slack/types';
import type { Nodes } from 'mdast';
import { joinRuns, type Run, type RunStyle } from './run.ts';

const plain: Run = { text: '', url: undefined, bold: false, italic: false, strike: false, code: false };

const styles: Readonly<Partial<Record<Nodes['type'], Partial<RunStyle>>>> = {
  strong: { bold: true },
  // Slack has no headings.
  heading: { bold: true },
  emphasis: { italic: true },
  delete: { strike: true },
  inlineCode: { code: true },
  code: { code: true },
};

/** How blocks are written as text. */
interface Manner {
  /** What separates the children of a block. */
  readonly separators: Readonly<Partial<Record<Nodes['type'], string>>>;
  readText(node: Nodes): string;
}

const inLines: Manner = {
  separators: { blockquote: '\n\n', list: '\n', listItem: '\n\n', table: '\n', tableRow: ' | ' },
  readText,
};

const onOneLine: Manner = {
  separators: lineSeparators,
  readText: (node) => {
    if (node.type === 'break') return ' ';
    if (node.type === 'html' || node.type === 'footnoteReference') return '';
    return node.type === 'image' ? (node.alt ?? '') : readText(node);
  },
};

/** The text of any node as runs: words, styles and addresses, with a line feed for each line break. */
export function toRuns(node: Nodes, outer = plain): Run[] {
  return readNode(node, outer, inLines);
}

/** The text of any node as runs on one line, without HTML. */
export function toLineRuns(node: Nodes): Run[] {
  return readNode(node, plain, onOneLine);
}

function readNode(node: Nodes, outer: Run, manner: Manner): Run[] {
  const run: Run = { ...outer, ...styles[node.type], ...readAddress(node), text: '' };
  if (!('children' in node)) return [{ ...run, text: manner.readText(node) }];
  return joinWith(
    [...node.children].map((child) => readNode(child, run, manner)),
    { ...run, text: manner.separators[node.type] ?? '' },
  );
}

/** Texts one after the other, leaving out those without words, with `separator` between them. */
function joinWith(texts: readonly (readonly Run[])[], separator: Run): Run[] {
  const spoken = texts.filter((runs) => runs.some((run) => run.text !== ''));
  return spoken.flatMap((runs, index) => (index === 0 ? runs : [separator, ...runs]));
}

/** Texts as paragraphs of one section. */
export function weaveParagraphs(texts: readonly (readonly Run[])[]): Run[] {
  return joinWith(texts, { ...plain, text: '\n\n' });
}

/** Runs as the elements of a Slack section. */
export function toElements(runs: readonly Run[]): RichTextElement[] {
  return joinRuns(runs).map(({ text, url, ...flags }): RichTextElement => {
    const style = Object.fromEntries(Object.entries(flags).filter(([, isOn]) => isOn));
    const styled = Object.keys(style).length > 0 ? { style } : {};
    if (url === undefined) return { type: 'text', text, ...styled };
    return { type: 'link', url, ...(text === url ? {} : { text }), ...styled };
  });
}

function readAddress(node: Nodes): { url?: string } {
  const isLink = node.type === 'link' || node.type === 'image';
  return isLink && isSafeUrl(node.url) ? { url: node.url } : {};
}

function readText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    // A line feed in a text is only where a line of the file ends, and counts as a space.
    case 'text':
      return node.value.replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
    case 'image':
      return node.alt || node.url;
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    default:
      return 'value' in node ? node.value : '';
  }
}
