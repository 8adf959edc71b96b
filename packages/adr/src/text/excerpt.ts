import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../markdown/markdown.ts';
import { cleanLine } from './clean-text.ts';
import { isPlainLine } from './plain-line.ts';

/** How much of a text is read, in UTF-16 units. A card is redrawn each second, and no excerpt is that long. */
const longestRead = 100_000;

/**
 * The plain text of some Markdown on one line of at most `limit` UTF-16 units, as Slack counts. A longer text is cut at
 * a word and ends with "…". HTML is left out. Callers escape the result as needed.
 */
export function plainExcerpt(markdown: string, limit: number): string {
  const read = markdown.slice(0, longestRead);
  return cutAtWord(cleanLine(isPlainLine(read) ? read : toWords(parseMarkdown(read))), limit);
}

/** What stands between the children of a node on one line, where their words would run together otherwise. */
export const lineSeparators: Readonly<Partial<Record<Nodes['type'], string>>> = {
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
  return words.filter((word) => word !== '').join(lineSeparators[node.type] ?? '');
}

function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const room = limit - 1;
  const end = text.lastIndexOf(' ', room);
  const cut = text.slice(0, end > 0 ? end : endOfCharacter(text, room));
  return cleanLine(`${cut.replace(/(?<![\s,;:])[\s,;:]+$/, '')}…`);
}

/** The end of the last whole character within `room`. An emoji may take many units. */
function endOfCharacter(text: string, room: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return end;
}
