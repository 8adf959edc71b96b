import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../markdown/markdown.ts';
import { cleanLine } from './clean-text.ts';

/** So much of a text is read, in UTF-16 units: a card is made anew each second, and its excerpt is never that long. */
const longestRead = 100_000;

/**
 * The words of a Markdown text on one line of at most `limit` UTF-16 units (as Slack counts), cut at a word and ended
 * with "…" if there are more. HTML is left out. It is plain text: whoever shows it escapes it as needed.
 */
export function plainExcerpt(markdown: string, limit: number): string {
  return cutAtWord(cleanLine(toWords(parseMarkdown(markdown.slice(0, longestRead)))), limit);
}

// What stands between the children of a node where their words would run together otherwise.
const separators: Readonly<Partial<Record<Nodes['type'], string>>> = {
  root: ' ',
  blockquote: ' ',
  listItem: ' ',
  footnoteDefinition: ' ',
  list: '; ',
  table: '; ',
  tableRow: ', ',
};

function toWords(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return '';
  if (!('children' in node)) return textOf(node);
  const words = [...node.children].map(toWords);
  return words.filter((word) => word !== '').join(separators[node.type] ?? '');
}

function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const room = limit - 1;
  const end = text.lastIndexOf(' ', room);
  const cut = text.slice(0, end > 0 ? end : endOfCharacter(text, room));
  return cleanLine(`${cut.replace(/(?<![\s,;:])[\s,;:]+$/, '')}…`);
}

/** Where the last character ends that is whole within `room`; an emoji may take many units. */
function endOfCharacter(text: string, room: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return end;
}
