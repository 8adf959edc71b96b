import type { Markdown } from '../content/content.ts';
import type { MarkdownMarks } from '../style/house-style.ts';

/** Writes a list item. Its later lines are indented by the width of the marker. */
function listItem(marker: string, text: Markdown): Markdown {
  return marker + indent(text, marker.length);
}

/** How a list is written. */
interface ListMarks extends Partial<Pick<MarkdownMarks, 'bullet' | 'bulletGap' | 'numberMark'>> {
  readonly isOrdered?: boolean;
  readonly isLoose?: boolean;
}

/** Writes a list. Ordered lists count from 1. */
export function listOf(
  texts: readonly Markdown[],
  { bullet = '*', bulletGap = ' ', numberMark, isOrdered = false, isLoose = false }: ListMarks = {},
): Markdown {
  const items = texts.map((text, index) =>
    listItem(isOrdered ? `${index + 1}${numberMark ?? '.'} ` : bullet + bulletGap, text),
  );
  return items.join(isLoose ? '\n\n' : '\n');
}

function indent(text: Markdown, width: number): Markdown {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
