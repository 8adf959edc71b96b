import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import { lines, piecesOf, type Words, withStyle } from './say.ts';

/**
 * What somebody typed, on one line, as they meant it: with its styles, code and links. It can't mention anybody, nor
 * look like a sentence of ours, since its words stay where they are put.
 */
export function typed(text: string): Words {
  return parseTypedLine(text).flatMap(wordsOf);
}

/** As `typed`, with line breaks: only where nobody could take one of the lines for ours. */
export function typedLines(text: string): Words {
  return lines(...text.split('\n').map(typed));
}

type Node = ReturnType<typeof parseTypedLine>[number];

function wordsOf(node: Node): Words {
  switch (node.type) {
    case 'text':
      return piecesOf(node.value);
    case 'inlineCode':
      return withStyle([node.value], { code: true });
    case 'strong':
      return withStyle([node.children.flatMap(wordsOf)], { bold: true });
    case 'emphasis':
      return withStyle([node.children.flatMap(wordsOf)], { italic: true });
    case 'delete':
      return withStyle([node.children.flatMap(wordsOf)], { strike: true });
    case 'link':
      return linkOf(node.url, node.children.flatMap(wordsOf));
    default:
      return [];
  }
}

/** A relative address leads nowhere from here. */
function linkOf(url: string, words: Words): Words {
  if (!isSafeUrl(url)) return words;
  return words.map((piece) => (piece.kind === 'text' ? { ...piece, kind: 'link', url } : piece));
}
