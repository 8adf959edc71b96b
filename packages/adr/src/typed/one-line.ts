import type { Nodes, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cleanLine } from '../text/clean-text.ts';

/** Words that stand together in a block. */
interface Stretch {
  readonly words: readonly PhrasingContent[];
  readonly isItem: boolean;
}

/** The words of blocks on one line: “because it is cheap; it is fast”. The marks of lists and quotations are left out. */
export function putOnOneLine(blocks: readonly Nodes[]): PhrasingContent[] {
  const stretches = blocks
    .flatMap((block) => stretchesIn(block, false))
    .filter(({ words }) => textOf(words).trim() !== '');
  return stretches.flatMap(({ words }, index) => {
    const before = stretches[index - 1];
    return before === undefined ? words : [{ type: 'text' as const, value: gapAfter(before) }, ...words];
  });
}

function gapAfter({ words, isItem }: Stretch): string {
  return isItem && !/[.,;:!?…]$/.test(textOf(words).trimEnd()) ? '; ' : ' ';
}

function stretchesIn(node: Nodes, isItem: boolean): Stretch[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ words: node.children.map(withoutBreaks), isItem }];
    case 'code':
      return [{ words: [{ type: 'inlineCode', value: cleanLine(node.value) }], isItem }];
    case 'listItem':
      return node.children.flatMap((child) => stretchesIn(child, true));
    default:
      return 'children' in node ? [...node.children].flatMap((child) => stretchesIn(child, isItem)) : [];
  }
}

function withoutBreaks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  return 'children' in node ? { ...node, children: node.children.map(withoutBreaks) } : node;
}
